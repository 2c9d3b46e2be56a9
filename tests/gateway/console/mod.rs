//! The console, as browsers speak to it.

mod access;
mod newcomer;
mod people;
mod together;
mod visitor;
