//! Origins that a browser may load and that secrets may be typed on.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use url::Url;

/// An origin (RFC 6454), in which `*` as the first label of the host stands for one or more labels:
/// `https://*.ledgerly.example`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OriginPattern {
    scheme: String,
    /// The host without `*.`, in lower case.
    host: String,
    port: u16,
    /// Whether one or more labels must stand before the host.
    below: bool,
}

/// The text is not an origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not an origin: {reason}; write for example `https://app.example` or `https://*.app.example`")]
pub struct OriginError {
    /// What was written.
    pub given: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl OriginPattern {
    /// The origin of a URL; `None` if it is not `http` or `https`.
    pub fn of(url: &Url) -> Option<Self> {
        if !matches!(url.scheme(), "http" | "https") {
            return None;
        }
        Some(Self {
            scheme: url.scheme().to_owned(),
            host: url.host_str()?.to_ascii_lowercase(),
            port: url.port_or_known_default()?,
            below: false,
        })
    }

    /// Whether a URL lies on this origin. Scheme and port count.
    pub fn matches(&self, url: &Url) -> bool {
        let Some(other) = Self::of(url) else { return false };
        if other.scheme != self.scheme || other.port != self.port {
            return false;
        }
        if !self.below {
            return other.host == self.host;
        }
        match other.host.strip_suffix(self.host.as_str()).and_then(|front| front.strip_suffix('.')) {
            Some(labels) => !labels.is_empty() && labels.split('.').all(|label| !label.is_empty()),
            None => false,
        }
    }
}

impl FromStr for OriginPattern {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        let error = |reason| OriginError { given: text.to_owned(), reason };
        let (plain, below) = match text.split_once("://*.") {
            Some((scheme, host)) => (format!("{scheme}://{host}"), true),
            None => (text.to_owned(), false),
        };
        if plain.contains('*') {
            return Err(error("`*` may only be the first label of the host"));
        }
        let url = Url::parse(&plain).map_err(|_| error("it is not a URL"))?;
        if url.path() != "/" || plain.ends_with('/') || url.query().is_some() || url.fragment().is_some() {
            return Err(error("it has a path"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(error("it holds a user name"));
        }
        let origin = Self::of(&url).ok_or_else(|| error("it does not begin with `https://` or `http://`"))?;
        if below && !matches!(url.host(), Some(url::Host::Domain(host)) if host.contains('.')) {
            return Err(error("a whole top-level domain or an address cannot stand after `*.`"));
        }
        Ok(Self { below, ..origin })
    }
}

impl fmt::Display for OriginPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = if self.scheme == "https" { 443 } else { 80 };
        write!(f, "{}://{}{}", self.scheme, if self.below { "*." } else { "" }, self.host)?;
        if self.port == default { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, url: &str) -> bool {
        pattern.parse::<OriginPattern>().unwrap().matches(&url.parse().unwrap())
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert!(matches("https://app.example", "https://APP.example:443/x?y#z"));
        assert!(!matches("https://app.example", "http://app.example/"));
        assert!(!matches("https://app.example", "https://app.example:8443/"));
        assert!(!matches("https://app.example", "https://app.example.evil.example/"));
        assert!(matches("http://127.0.0.1:4000", "http://127.0.0.1:4000/login"));
        assert!(!matches("https://app.example", "data:text/html,x"));
    }

    #[test]
    fn a_wildcard_stands_for_labels_and_not_for_none() {
        assert!(matches("https://*.app.example", "https://acme.app.example/"));
        assert!(matches("https://*.app.example", "https://eu.acme.app.example/"));
        assert!(!matches("https://*.app.example", "https://app.example/"));
        assert!(!matches("https://*.app.example", "https://evilapp.example/"));
        assert!(!matches("https://*.app.example", "https://acme.app.example.evil.example/"));
        assert!(!matches("https://*.app.example", "https://evil.example/?.app.example"));
        assert!(!matches("https://*.app.example", "https://acme.app.example@evil.example/"));
    }

    #[test]
    fn what_is_not_an_origin_is_refused() {
        for text in [
            "app.example",
            "https://",
            "https://app.example/",
            "https://app.example/x",
            "ftp://app.example",
            "https://*",
            "https://*.example",
            "https://a.*.example",
            "https://*app.example",
            "https://u@app.example",
            "https://*.127.0.0.1",
            "https://app.example?x",
        ] {
            text.parse::<OriginPattern>().unwrap_err();
        }
    }

    #[test]
    fn an_origin_prints_as_it_is_written() {
        for text in ["https://*.app.example", "http://127.0.0.1:4000", "https://app.example"] {
            assert_eq!(text.parse::<OriginPattern>().unwrap().to_string(), text);
        }
    }
}
