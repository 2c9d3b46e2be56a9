//! The console, as browsers speak to it.

mod access;
mod demo;
mod load;
mod newcomer;
mod people;
mod together;
mod visitor;
