//! HTTP to the identity provider: encrypted, except within this machine; no redirects; answers of bounded size and time.

use std::error::Error as _;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use reqwest::Client;
use reqwest::redirect::Policy;
use url::{Host, Url};

/// The longest that one answer may take.
const ANSWER: Duration = Duration::from_secs(10);
/// The most bytes of an answer.
const LARGEST: usize = 1024 * 1024;

/// No answer.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// An address that is not asked.
    #[error("it names the address {0}, which is not https://")]
    Plain(String),
    /// Nobody answers, or not to the end.
    #[error("{0}")]
    Silent(String),
    /// It is too large.
    #[error("its answer has more than {LARGEST} bytes")]
    Large,
}

/// The HTTP client of a provider.
#[derive(Debug, Clone)]
pub(super) struct Http(Client);

impl Http {
    /// `issuer`: without encryption a proxy of the environment would see everything, and no certificates are needed.
    pub(super) fn new(issuer: &Url) -> Result<Self, HttpError> {
        let http = Client::builder().timeout(ANSWER).redirect(Policy::none());
        let http = if issuer.scheme() == "http" { http.no_proxy().tls_certs_only([]) } else { http };
        http.build().map(Self).map_err(|error| HttpError::Silent(cause(&error)))
    }

    async fn answer(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let address = request.uri().to_string();
        if !Url::parse(&address).is_ok_and(|url| is_safe(&url)) {
            return Err(HttpError::Plain(address));
        }
        let silent = |error: reqwest::Error| HttpError::Silent(cause(&error));
        let request = reqwest::Request::try_from(request).map_err(silent)?;
        let mut answer = self.0.execute(request).await.map_err(silent)?;
        if answer.status().is_server_error() {
            return Err(HttpError::Silent(format!("it answers {}", answer.status())));
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(silent)? {
            body.extend_from_slice(&part);
            if body.len() > LARGEST {
                return Err(HttpError::Large);
            }
        }
        let mut response = http::Response::new(body);
        *response.status_mut() = answer.status();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = BoxFuture<'c, Result<HttpResponse, HttpError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        self.answer(request).boxed()
    }
}

/// Whether nobody else hears what is said to an address: it is encrypted, or stays within this machine.
pub(super) fn is_safe(url: &Url) -> bool {
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && local)
}

/// What lies at the bottom of an error: those above it only say what was tried.
fn cause(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} s", ANSWER.as_secs());
    }
    let mut cause = error.source();
    while let Some(below) = cause.and_then(std::error::Error::source) {
        cause = Some(below);
    }
    cause.map_or_else(|| "it cannot be asked".to_owned(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        let safe = |text: &str| is_safe(&Url::parse(text).unwrap());
        assert!(safe("https://login.acme.example") && safe("http://127.0.0.1:9/x") && safe("http://[::1]/"));
        assert!(!safe("http://login.acme.example") && !safe("http://10.0.0.1") && !safe("file:///etc/passwd"));
    }
}
