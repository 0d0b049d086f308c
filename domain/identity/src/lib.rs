//! Persons, organisations, posts, memberships and the roles held in them.
