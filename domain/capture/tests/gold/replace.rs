//! Every name, place and date of a text replaced by another of its kind.
