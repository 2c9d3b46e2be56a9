//! The console, as browsers speak to it.

mod access;
mod people;
mod together;
mod visitor;
