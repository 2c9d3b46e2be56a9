//! The SCIM gateway: an identity provider speaks SCIM 2.0 to it, and workers bring the apps behind it to follow. It stores
//! what is wished and what was last seen, and answers reads from there, never from a browser.

mod apps;
pub mod console;
mod dead_letters;
mod dispatch;
pub mod integration;
pub mod management;
pub mod mapping;
mod office;
pub mod people;
pub mod provisioning;
mod scim_api;
mod serving;
mod settings;
pub mod store;

pub use apps::{Apps, NotSound};
pub use dispatch::run as dispatch;
pub use office::Office;
pub use scim_api::router as scim;
pub use serving::{Listeners, serve};
pub use settings::{Settings, Waits};
