//! The files of pages, all of them in the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// Name, content type, and text. What others wrote stands in `vendor/` with its version and licence.
const FILES: [(&str, &str, &str); 5] = [
    ("console.css", "text/css; charset=utf-8", include_str!("assets/console.css")),
    ("console.js", "text/javascript; charset=utf-8", include_str!("assets/console.js")),
    ("htmx.js", "text/javascript; charset=utf-8", include_str!("assets/vendor/htmx.min.js")),
    ("sse.js", "text/javascript; charset=utf-8", include_str!("assets/vendor/sse.js")),
    ("icon.svg", "image/svg+xml", include_str!("assets/icon.svg")),
];

pub(super) async fn file(Path(name): Path<String>) -> Response {
    let Some((_, kind, text)) = FILES.iter().find(|(known, ..)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // Pages name them with the version of the program, so that another one is another address.
    let headers = [(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, *text).into_response()
}
