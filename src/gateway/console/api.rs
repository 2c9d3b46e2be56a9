//! The management API, asked within the process.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt as _;

pub(super) use crate::gateway::mapping::encoded as part;
use crate::secrets::Secret;

/// The most bytes of an answer that is read at once: a page of the API has at most 1000 entries.
const LARGEST: usize = 64 * 1024 * 1024;
/// An answer that is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ApiError {
    /// As HTTP says it.
    pub(super) status: StatusCode,
    /// As programs know it; empty where nothing follows from it.
    pub(super) kind: String,
    /// In a sentence.
    pub(super) message: String,
}

/// The management API.
#[derive(Debug, Clone)]
pub(super) struct Api(Router);

impl Api {
    pub(super) fn new(router: Router) -> Self {
        Self(router)
    }

    /// Asks as the bearer of a token.
    ///
    /// # Errors
    /// When the answer is an error.
    pub(super) async fn ask(
        &self,
        token: Option<&Secret>,
        method: Method,
        path: &str,
        body: Option<&Value>,
        seen: Option<&str>,
    ) -> Result<Value, ApiError> {
        let mut headers = HeaderMap::new();
        if let Some(seen) = seen.and_then(|seen| HeaderValue::try_from(format!("\"{seen}\"")).ok()) {
            headers.insert(header::IF_MATCH, seen);
        }
        let body = match body {
            Some(body) => {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let response = self.send(token, method, path, headers, body).await;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), LARGEST).await.unwrap_or_default();
        let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if status.is_success() {
            return Ok(value);
        }
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        let message = text("error").unwrap_or_else(|| String::from_utf8_lossy(&bytes).chars().take(400).collect());
        Err(ApiError { status, kind: text("kind").unwrap_or_default(), message })
    }

    /// The answer as it is: for what is no JSON.
    pub(super) async fn send(
        &self,
        token: Option<&Secret>,
        method: Method,
        path: &str,
        headers: HeaderMap,
        body: Body,
    ) -> Response<Body> {
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.headers_mut() = headers;
        *request.uri_mut() = format!("/api/v1{path}").parse().unwrap_or_default();
        let bearer = token.and_then(|token| HeaderValue::try_from(format!("Bearer {}", token.expose())).ok());
        if let Some(mut bearer) = bearer {
            bearer.set_sensitive(true);
            request.headers_mut().insert(header::AUTHORIZATION, bearer);
        }
        match self.0.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// A path with a query of those that have a value.
pub(super) fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A path to which one more pair can be added.
pub(super) fn open_query(path: &str) -> String {
    format!("{path}{}", if path.contains('?') { '&' } else { '?' })
}
