//! The pages, one file for each part of the console.

pub(super) mod account;
pub(super) mod integrations;
pub(super) mod people;
pub(super) mod sign_in;
