//! The pages, one file for each part of the console.

pub(super) mod account;
pub(super) mod activity;
mod advice;
pub(super) mod integration;
pub(super) mod integrations;
pub(super) mod jobs;
pub(super) mod people;
pub(super) mod provider;
mod sheet;
pub(super) mod sign_in;
pub(super) mod tokens;
pub(super) mod wizard;
