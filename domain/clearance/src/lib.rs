//! Events, applications, referrals, decisions and permits.
