//! Answers that lead elsewhere.

use axum::http::header;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

/// Leads to another page of the console.
pub(super) fn go(page: &str) -> Response {
    let place = HeaderValue::try_from(page).unwrap_or(HeaderValue::from_static("/console"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// A page of the console that somebody named; the first one if it is none, so that nobody is led elsewhere.
pub(super) fn own(page: &str) -> &str {
    let fine = page.starts_with("/console/") && !page.contains(['\\', '\r', '\n']) && !page.contains("//");
    if fine { page } else { "/console" }
}
