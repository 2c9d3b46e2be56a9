//! An answer, as SCIM has it.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::gateway::store::StoreError;
use crate::scim::ScimError;

/// The media type of SCIM (RFC 7644, section 8.1).
const MEDIA_TYPE: &str = "application/scim+json; charset=utf-8";

/// An answer that is no error.
#[derive(Debug)]
pub(super) struct Answer {
    status: StatusCode,
    body: Option<Value>,
    headers: Vec<(HeaderName, String)>,
}

impl Answer {
    /// With a body.
    pub(super) fn new(status: StatusCode, body: Value) -> Self {
        Self { status, body: Some(body), headers: Vec::new() }
    }

    /// 200.
    pub(super) fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, body)
    }

    /// Without a body.
    pub(super) fn empty(status: StatusCode) -> Self {
        Self { status, body: None, headers: Vec::new() }
    }

    /// With another header.
    pub(super) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With another body.
    pub(super) fn projected(mut self, change: impl FnOnce(Map<String, Value>) -> Map<String, Value>) -> Self {
        if let Some(Value::Object(body)) = self.body {
            self.body = Some(Value::Object(change(body)));
        }
        self
    }

    /// With the place and the version of the resource in its body.
    pub(super) fn of_resource(self) -> Self {
        let meta = self.body.as_ref().and_then(|body| body.get("meta"));
        let part = |name: &str| meta.and_then(|meta| meta.get(name)).and_then(Value::as_str).map(str::to_owned);
        let (location, version) = (part("location"), part("version"));
        let mut answer = self;
        if let Some(location) = location {
            answer = answer.with(header::LOCATION, location);
        }
        if let Some(version) = version {
            answer = answer.with(header::ETAG, version);
        }
        answer
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Some(body) => (self.status, [(header::CONTENT_TYPE, MEDIA_TYPE)], body.to_string()).into_response(),
            None => self.status.into_response(),
        };
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// An answer that is an error.
#[derive(Debug)]
pub(super) struct Refusal {
    error: ScimError,
    retry_after: Option<u64>,
}

impl Refusal {
    /// To be tried again after so many seconds.
    pub(super) fn later(error: ScimError, seconds: u64) -> Self {
        Self { error, retry_after: Some(seconds) }
    }
}

impl From<ScimError> for Refusal {
    fn from(error: ScimError) -> Self {
        Self { error, retry_after: None }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        if error.is_double() {
            return ScimError::uniqueness("another one with this name exists; another request has just made it").into();
        }
        tracing::error!(%error, "a request fails");
        Self::later(ScimError::new(503, "the gateway's database does not answer; nothing was changed"), 5)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = Answer::new(status, self.error.to_json());
        if let Some(seconds) = self.retry_after {
            answer = answer.with(header::RETRY_AFTER, seconds.to_string());
        }
        if status == StatusCode::UNAUTHORIZED {
            answer = answer.with(header::WWW_AUTHENTICATE, "Bearer");
        }
        answer.into_response()
    }
}

/// What every handler gives.
pub(super) type Answered = Result<Answer, Refusal>;
