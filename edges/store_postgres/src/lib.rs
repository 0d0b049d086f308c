//! PostgreSQL behind the store port.
