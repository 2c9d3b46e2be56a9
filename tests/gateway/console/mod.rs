//! The console, as browsers speak to it.

mod access;
mod idp;
mod people;
mod provider;
mod together;
mod visitor;
