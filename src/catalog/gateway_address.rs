//! The address of a gateway's management, and the HTTP client that speaks to it.

use std::error::Error as _;
use std::path::Path;
use std::time::Duration;

use reqwest::header::HeaderValue;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use url::{Host, Url};

use super::gateway_error::GatewayError;
use crate::secrets;

/// The longest that one answer may take.
const ANSWER: Duration = Duration::from_secs(10);

/// Where a gateway is managed: below its address, `/api/v1/…`.
#[derive(Debug, Clone)]
pub struct GatewayAddress {
    base: Url,
    http: Client,
}

impl GatewayAddress {
    /// Checks an address. Nothing is asked yet.
    ///
    /// # Errors
    /// When it is not such an address, or when it is `http://` beyond this machine and `insecure` is not set.
    pub fn new(address: &str, insecure: bool) -> Result<Self, GatewayError> {
        let wrong = |why: &str| GatewayError::Address { why: why.to_owned() };
        let mut base = Url::parse(address).map_err(|error| wrong(&error.to_string()))?;
        let encrypted = match base.scheme() {
            "https" => true,
            "http" => false,
            other => return Err(wrong(&format!("it starts with `{other}:`"))),
        };
        let Some(host) = base.host() else { return Err(wrong("it names no host")) };
        if !encrypted && !insecure && !is_loopback(&host) {
            return Err(GatewayError::PlainBeyondLoopback { host: host.to_string() });
        }
        if !base.username().is_empty() || base.password().is_some() {
            return Err(wrong("it names a user; the token is enough"));
        }
        if base.query().is_some() || base.fragment().is_some() {
            return Err(wrong("nothing may follow its path"));
        }
        let path = format!("{}/api/v1/", base.path().trim_end_matches('/'));
        base.set_path(&path);
        // The token is for this address alone: not for one that an answer points to.
        let http = Client::builder().timeout(ANSWER).redirect(Policy::none());
        // Without encryption a proxy of the environment would see it, and no certificates are needed.
        let http = if encrypted { http } else { http.no_proxy().tls_certs_only([]) };
        let http = http.build().map_err(|error| GatewayError::Tls { reason: cause(&error) })?;
        Ok(Self { base, http })
    }

    /// The address of something below it. Each part is one segment of the path, whatever it holds.
    pub fn below(&self, parts: &[&str]) -> Url {
        let mut url = self.base.clone();
        // Addresses of HTTP can have segments, always.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(parts);
        }
        url
    }

    /// A request to an address below it.
    pub fn request(&self, method: Method, url: Url) -> RequestBuilder {
        self.http.request(method, url)
    }

    /// The address as it is shown.
    pub fn shown(&self) -> &str {
        self.base.as_str()
    }
}

/// The header with the token of a file. No message holds the token.
///
/// # Errors
/// When there is no token, or it cannot be sent.
pub fn authorization(token_file: &Path) -> Result<HeaderValue, GatewayError> {
    let token = secrets::from_file(token_file)?;
    let mut value = HeaderValue::try_from(format!("Bearer {}", token.expose()))
        .map_err(|_| GatewayError::NotAToken { path: token_file.to_owned() })?;
    value.set_sensitive(true);
    Ok(value)
}

/// What lies at the bottom of an error: those above it only say what was tried.
pub fn cause(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} s", ANSWER.as_secs());
    }
    let mut cause = error.source();
    while let Some(below) = cause.and_then(std::error::Error::source) {
        cause = Some(below);
    }
    cause.map_or_else(|| error.to_string(), ToString::to_string)
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for address in
            ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1/", "https://gateway.example/idlcm/"]
        {
            let address = GatewayAddress::new(address, false).unwrap();
            let shown = address.below(&["integrations", "documents"]).to_string();
            assert!(shown.ends_with("/api/v1/integrations/documents"), "{shown}");
            assert!(!shown.contains("//api"), "{shown}");
        }
        for address in ["http://gateway.example", "http://10.0.0.1:8080"] {
            let error = GatewayAddress::new(address, false).unwrap_err();
            assert!(matches!(error, GatewayError::PlainBeyondLoopback { .. }), "{error}");
            GatewayAddress::new(address, true).unwrap();
        }
    }

    #[test]
    fn a_part_stays_one_segment_of_the_path() {
        let address = GatewayAddress::new("http://127.0.0.1:1", false).unwrap();
        let url = address.below(&["integrations", "a/b?c=d#e", "jobs"]);
        assert_eq!(url.path(), "/api/v1/integrations/a%2Fb%3Fc=d%23e/jobs");
        assert_eq!((url.query(), url.fragment()), (None, None));
    }

    #[test]
    fn other_addresses_are_refused_without_repeating_them() {
        for address in
            ["gateway:80", "https://user:s3cret@gateway.example", "https://gateway.example?s3cret", "nothing"]
        {
            let error = GatewayAddress::new(address, false).unwrap_err().to_string();
            assert!(error.contains("https://gateway.example`") && !error.contains("s3cret"), "{error}");
        }
    }
}
