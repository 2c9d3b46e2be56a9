//! Who asks, once the token was found to be good.

use std::sync::Arc;

use axum::http::{HeaderMap, header};

use crate::gateway::mapping::App;
use crate::gateway::office::Office;
use crate::gateway::store::integrations::{IntegrationRow, Profile};
use crate::scim::Dialect;

use super::limit::Limit;
use std::net::IpAddr;

/// What all requests share.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) office: Arc<Office>,
    /// Requests, by public id.
    pub(super) requests: Limit<String>,
    /// Failed authentications, by address.
    pub(super) failures: Limit<IpAddr>,
}

/// Who asks, and for what.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) office: Arc<Office>,
    pub(super) integration: IntegrationRow,
    pub(super) app: Arc<App>,
    /// The URL that everything is below.
    pub(super) base: String,
    /// `If-Match`.
    pub(super) if_match: Option<String>,
    /// `If-None-Match`.
    pub(super) if_none_match: Option<String>,
    /// `Prefer: respond-async`.
    pub(super) respond_async: bool,
}

impl Caller {
    pub(super) fn new(office: Arc<Office>, integration: IntegrationRow, app: Arc<App>, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let root = office.settings.public_url.clone().unwrap_or_else(|| {
            let forwarded = text(header::HeaderName::from_static("x-forwarded-proto"));
            let scheme = forwarded.filter(|scheme| scheme == "https").map_or("http", |_| "https");
            format!("{scheme}://{}", text(header::HOST).unwrap_or_else(|| "localhost".to_owned()))
        });
        let prefer = text(header::HeaderName::from_static("prefer")).unwrap_or_default();
        Self {
            base: format!("{}/scim/v2/i/{}", root.trim_end_matches('/'), integration.public_id),
            if_match: text(header::IF_MATCH),
            if_none_match: text(header::IF_NONE_MATCH),
            respond_async: prefer.split(',').any(|part| part.trim().eq_ignore_ascii_case("respond-async")),
            office,
            integration,
            app,
        }
    }

    pub(super) fn profile(&self) -> Profile {
        self.integration.profile
    }

    /// What is taken besides the RFC.
    pub(super) fn dialect(&self) -> Dialect {
        match self.profile() {
            Profile::Okta | Profile::Entra => Dialect::Lenient,
            Profile::Generic => Dialect::Strict,
        }
    }
}
