//! The console, as browsers speak to it.

mod access;
mod demo;
mod load;
mod moment;
mod newcomer;
mod pages;
mod people;
mod together;
mod visitor;
