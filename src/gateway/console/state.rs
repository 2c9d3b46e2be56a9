//! What all pages share.

use std::sync::Arc;

use super::api::Api;
use super::page::Pages;
use crate::gateway::office::Office;

/// What all pages share.
#[derive(Debug)]
pub(super) struct Console {
    pub(super) api: Api,
    pub(super) pages: Pages,
    /// Tells when something changed. Everything else comes from the API.
    pub(super) office: Arc<Office>,
}
