//! Working days, statutory periods and the backward schedule.
