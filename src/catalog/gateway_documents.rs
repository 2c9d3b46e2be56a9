//! The integrations that a gateway keeps, asked for over HTTP by a worker.

use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, ETAG, HeaderValue, IF_NONE_MATCH};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use serde::Deserialize;
use serde_json::Value;
use url::{Host, Url};

use crate::contract::SecretRef;
use crate::secrets::{self, SecretError};

/// The longest that one answer may take.
const ANSWER: Duration = Duration::from_secs(10);
/// The most bytes of an answer.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Why a gateway's integrations are not known. Every message says what to do next; none holds the token.
#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// The address is not one of a gateway.
    #[error("this is not the address of a gateway: {why}; write `https://gateway.example`")]
    Address {
        /// What is wrong with it. Never the address itself: it may hold a password.
        why: String,
    },
    /// The token would travel in the clear.
    #[error(
        "the gateway at {host} would be reached without encryption; write `https://…`, or allow it with `--insecure`"
    )]
    PlainBeyondLoopback {
        /// The host in the address.
        host: String,
    },
    /// There is no token to be had.
    #[error("there is no token for the gateway: {0}")]
    Token(#[from] SecretError),
    /// What the file holds cannot be sent as a token.
    #[error("the token for the gateway in {} is not one line of printable ASCII; write the token alone into the file", path.display())]
    NotAToken {
        /// The file.
        path: PathBuf,
    },
    /// No certificate of an authority could be read on this machine.
    #[error(
        "TLS cannot be set up for the gateway: {reason}; SSL_CERT_FILE may name a file with certificates of authorities"
    )]
    Tls {
        /// Why not.
        reason: String,
    },
    /// Nobody answers, or the certificate proves nothing.
    #[error(
        "no gateway answers at {address}: {reason}; is it running, and is its certificate one that this machine trusts (SSL_CERT_FILE)?"
    )]
    Unreachable {
        /// The address.
        address: String,
        /// What the system said.
        reason: String,
    },
    /// The token is not one that the gateway takes.
    #[error("the gateway at {address} refuses the token ({status}); put one of its tokens for workers into {}", path.display())]
    Refused {
        /// The address.
        address: String,
        /// What it answered.
        status: StatusCode,
        /// The file with the token.
        path: PathBuf,
    },
    /// It answers something else.
    #[error(
        "the gateway at {address} answers with {status}; is this the address of an idlcm gateway, without a redirection?"
    )]
    Status {
        /// The address.
        address: String,
        /// What it answered.
        status: StatusCode,
    },
    /// The answer is not a list of integrations.
    #[error(
        "the answer of the gateway at {address} cannot be read: {reason}; are gateway and worker of neighbouring versions?"
    )]
    Unreadable {
        /// The address.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// A gateway's integrations, as they were told last.
#[derive(Debug)]
pub struct GatewayDocuments {
    address: Url,
    /// Read again for each question, so that it can be rotated under a running worker.
    token_file: PathBuf,
    http: Client,
    etag: Option<HeaderValue>,
    documents: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Answer {
    integrations: Vec<Kept>,
}

#[derive(Deserialize)]
struct Kept {
    id: String,
    document: Value,
}

impl GatewayDocuments {
    /// Of the gateway at that address, entered with the token in that file. Nothing is asked yet.
    ///
    /// # Errors
    /// When it is not such an address, or when it is `http://` beyond this machine and `insecure` is not set.
    pub fn new(address: &str, token_file: &Path, insecure: bool) -> Result<Self, GatewayError> {
        let wrong = |why: &str| GatewayError::Address { why: why.to_owned() };
        let mut url = Url::parse(address).map_err(|error| wrong(&error.to_string()))?;
        let encrypted = match url.scheme() {
            "https" => true,
            "http" => false,
            other => return Err(wrong(&format!("it starts with `{other}:`"))),
        };
        let Some(host) = url.host() else { return Err(wrong("it names no host")) };
        if !encrypted && !insecure && !is_loopback(&host) {
            return Err(GatewayError::PlainBeyondLoopback { host: host.to_string() });
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("it names a user; the token is enough"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(wrong("nothing may follow its path"));
        }
        let path = format!("{}/api/v1/integrations/documents", url.path().trim_end_matches('/'));
        url.set_path(&path);
        // The token is for this address alone: not for one that an answer points to.
        let http = Client::builder().timeout(ANSWER).redirect(Policy::none());
        // Without encryption a proxy of the environment would see it, and no certificates are needed.
        let http = if encrypted { http } else { http.no_proxy().tls_certs_only([]) };
        let http = http.build().map_err(|error| GatewayError::Tls { reason: cause(&error) })?;
        Ok(Self { address: url, token_file: token_file.to_owned(), http, etag: None, documents: Vec::new() })
    }

    /// The integrations as the gateway told them last, as [`super::Catalog::with_integrations`] takes them; none before it was
    /// asked.
    pub fn documents(&self) -> &[(String, String)] {
        &self.documents
    }

    /// Where is asked.
    pub fn address(&self) -> &str {
        self.address.as_str()
    }

    /// Asks the gateway; whether its integrations are other ones than before. May be given up at any time.
    ///
    /// # Errors
    /// When it does not tell. What it told before stays.
    pub async fn ask(&mut self) -> Result<bool, GatewayError> {
        let mut request = self.http.get(self.address.clone()).header(AUTHORIZATION, self.authorization()?);
        if let Some(etag) = &self.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        let response = request.send().await.map_err(|error| self.unreachable(&error))?;
        let status = response.status();
        match status {
            StatusCode::NOT_MODIFIED if self.etag.is_some() => return Ok(false),
            StatusCode::OK => {}
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                let path = self.token_file.clone();
                return Err(GatewayError::Refused { address: self.address.to_string(), status, path });
            }
            _ => return Err(GatewayError::Status { address: self.address.to_string(), status }),
        }
        let etag = response.headers().get(ETAG).cloned();
        let answer = self.read(response).await?;
        let named = |kept: Kept| (format!("{} of the gateway", kept.id), format!("{:#}", kept.document));
        let documents: Vec<(String, String)> = answer.integrations.into_iter().map(named).collect();
        let changed = documents != self.documents;
        self.etag = etag;
        self.documents = documents;
        Ok(changed)
    }

    fn authorization(&self) -> Result<HeaderValue, GatewayError> {
        let token = secrets::resolve(&SecretRef::File(self.token_file.display().to_string()))?;
        let mut value = HeaderValue::try_from(format!("Bearer {}", token.expose()))
            .map_err(|_| GatewayError::NotAToken { path: self.token_file.clone() })?;
        value.set_sensitive(true);
        Ok(value)
    }

    async fn read(&self, mut response: Response) -> Result<Answer, GatewayError> {
        let unreadable = |reason: String| GatewayError::Unreadable { address: self.address.to_string(), reason };
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|error| self.unreachable(&error))? {
            body.extend_from_slice(&part);
            if body.len() > MOST_BYTES {
                return Err(unreadable(format!("it has more than {MOST_BYTES} bytes")));
            }
        }
        serde_json::from_slice(&body).map_err(|error| unreadable(error.to_string()))
    }

    fn unreachable(&self, error: &reqwest::Error) -> GatewayError {
        GatewayError::Unreachable { address: self.address.to_string(), reason: cause(error) }
    }
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

    fn documents(address: &str, insecure: bool) -> Result<GatewayDocuments, GatewayError> {
        GatewayDocuments::new(address, Path::new("/nowhere/token"), insecure)
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for address in
            ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1/", "https://gateway.example/idlcm/"]
        {
            let documents = documents(address, false).unwrap();
            assert!(documents.address().ends_with("/api/v1/integrations/documents"), "{}", documents.address());
            assert!(!documents.address().contains("//api"), "{}", documents.address());
        }
        for address in ["http://gateway.example", "http://10.0.0.1:8080"] {
            let error = documents(address, false).unwrap_err();
            assert!(matches!(error, GatewayError::PlainBeyondLoopback { .. }), "{error}");
            documents(address, true).unwrap();
        }
    }

    #[test]
    fn other_addresses_are_refused_without_repeating_them() {
        for address in
            ["gateway:80", "https://user:s3cret@gateway.example", "https://gateway.example?s3cret", "nothing"]
        {
            let error = documents(address, false).unwrap_err().to_string();
            assert!(error.contains("https://gateway.example`") && !error.contains("s3cret"), "{error}");
        }
    }

    #[tokio::test]
    async fn a_token_that_is_none_is_told_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        let mut documents = GatewayDocuments::new("http://127.0.0.1:1", &path, false).unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(matches!(error, GatewayError::Token(_)), "{error}");
        std::fs::write(&path, "s3cret\ntoken").unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(
            matches!(error, GatewayError::NotAToken { .. }) && !format!("{error:?}").contains("s3cret"),
            "{error:?}"
        );
        std::fs::write(&path, "s3cret-token\n").unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(error.to_string().starts_with("no gateway answers at http://127.0.0.1:1/api"), "{error}");
        assert!(!format!("{error:?} {documents:?}").contains("s3cret"), "{error:?}");
    }
}
