//! The console, as browsers speak to it.

mod access;
mod demo;
mod idp;
mod load;
mod moment;
mod newcomer;
mod pages;
mod people;
mod provider;
mod together;
mod visitor;
