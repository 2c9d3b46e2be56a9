//! Requests to Vault: an address, deadlines, a second try, and what its answers mean.

use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::header::{HeaderValue, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;
use url::{Host, Url};

use super::super::Secret;
use super::error::VaultError;

/// How long a connection may take, and then each part of an answer.
const PART: Duration = Duration::from_secs(5);
/// How long one try may take in all.
const TRY: Duration = Duration::from_secs(10);
/// How often a request is sent at most.
const TRIES: u32 = 2;
/// The wait before the second try, where the answer names none.
const AGAIN: Duration = Duration::from_millis(250);
/// The longest wait that an answer may ask for.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// The most bytes of an answer.
const MOST_BYTES: usize = 1024 * 1024;
/// The most characters of what Vault said that are told.
const MOST_SAID: usize = 300;

/// Where Vault is.
#[derive(Debug, Clone, Default)]
pub struct VaultAddress {
    /// Such as `https://vault.example:8200`. Empty: there is none.
    pub url: String,
    /// The namespace (Enterprise), sent as `X-Vault-Namespace`. Default: none.
    pub namespace: Option<String>,
    /// A file with certificates of authorities in PEM, which alone are trusted then. Default: those of the system.
    pub ca_file: Option<PathBuf>,
    /// Whether plain `http://` is allowed beyond this machine. Default: no.
    pub insecure: bool,
}

/// An answer that is not an error of its own: its status, its body, and what Vault said in `errors`. It is not shown: the
/// body may hold secrets.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
    pub(super) said: String,
}

/// The HTTP client of one Vault. Redirections are not followed.
#[derive(Debug)]
pub(super) struct Http {
    base: Url,
    namespace: Option<HeaderValue>,
    client: Client,
}

impl Http {
    /// Checks the address. Nothing is asked yet.
    pub(super) fn new(address: &VaultAddress) -> Result<Self, VaultError> {
        if address.url.is_empty() {
            return Err(VaultError::NotConfigured);
        }
        let wrong = |why: &str| VaultError::Address { why: why.to_owned() };
        let mut base = Url::parse(&address.url).map_err(|error| wrong(&error.to_string()))?;
        let encrypted = match base.scheme() {
            "https" => true,
            "http" => false,
            other => return Err(wrong(&format!("it starts with `{other}:`"))),
        };
        let Some(host) = base.host() else { return Err(wrong("it names no host")) };
        if !encrypted && !address.insecure && !is_loopback(&host) {
            return Err(VaultError::PlainBeyondLoopback { host: host.to_string() });
        }
        if !base.username().is_empty() || base.password().is_some() {
            return Err(wrong("it names a user"));
        }
        if base.query().is_some() || base.fragment().is_some() {
            return Err(wrong("nothing may follow its path"));
        }
        let path = format!("{}/v1/", base.path().trim_end_matches('/'));
        base.set_path(&path);
        let namespace = match address.namespace.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => Some(
                HeaderValue::try_from(name).map_err(|_| VaultError::NotSendable("the namespace (VAULT_NAMESPACE)"))?,
            ),
            None => None,
        };
        // The token is for this address alone: not for one that an answer points to.
        let client = Client::builder().connect_timeout(PART).read_timeout(PART).timeout(TRY).redirect(Policy::none());
        let client = match &address.ca_file {
            // Without encryption a proxy of the environment would see everything, and no certificates are needed.
            _ if !encrypted => client.no_proxy().tls_certs_only([]),
            Some(path) => client.tls_certs_only(certificates(path)?),
            None => client,
        };
        let client = client.build().map_err(|error| VaultError::Tls(cause(&error)))?;
        Ok(Self { base, namespace, client })
    }

    /// Scheme, host and port.
    pub(super) fn address(&self) -> String {
        self.base.origin().ascii_serialization()
    }

    /// Asks, and asks once more where nobody answers or the answer says that it is not the time. Each part is one segment
    /// of the path, whatever it holds.
    ///
    /// # Errors
    /// When nobody answers, or with what says nothing of the request itself: sealed, a redirection, an overload.
    pub(super) async fn ask(
        &self,
        method: &Method,
        parts: &[&str],
        token: Option<&Secret>,
        body: Option<&Value>,
    ) -> Result<Answer, VaultError> {
        let path = parts.join("/");
        let mut tried = 1;
        loop {
            let sent = self.request(method, parts, token, body)?.send().await;
            let wait = match &sent {
                Ok(response) => passing(response.status()).then(|| named_wait(response).unwrap_or(AGAIN)),
                Err(_) => Some(AGAIN),
            };
            if let Some(wait) = wait.filter(|_| tried < TRIES) {
                tried += 1;
                tokio::time::sleep(wait.min(LONGEST_WAIT)).await;
                continue;
            }
            let answer = self.read(sent.map_err(|error| self.unreachable(&error))?, &path).await?;
            return self.judged(answer, path);
        }
    }

    fn request(
        &self,
        method: &Method,
        parts: &[&str],
        token: Option<&Secret>,
        body: Option<&Value>,
    ) -> Result<RequestBuilder, VaultError> {
        let mut url = self.base.clone();
        // Addresses of HTTP can have segments, always.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(parts);
        }
        let mut request = self.client.request(method.clone(), url).header("X-Vault-Request", "true");
        if let Some(namespace) = &self.namespace {
            request = request.header("X-Vault-Namespace", namespace.clone());
        }
        if let Some(token) = token {
            let mut value =
                HeaderValue::try_from(token.expose()).map_err(|_| VaultError::NotSendable("the token for Vault"))?;
            value.set_sensitive(true);
            request = request.header("X-Vault-Token", value);
        }
        Ok(match body {
            Some(body) => request.json(body),
            None => request,
        })
    }

    async fn read(&self, mut response: Response, path: &str) -> Result<Answer, VaultError> {
        let status = response.status();
        let unreadable = |why: String| VaultError::Unreadable { path: path.to_owned(), why };
        let mut bytes = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|error| self.unreachable(&error))? {
            bytes.extend_from_slice(&part);
            if bytes.len() > MOST_BYTES {
                return Err(unreadable(format!("it has more than {MOST_BYTES} bytes")));
            }
        }
        // The parser's own words could repeat what it read.
        let body = match serde_json::from_slice::<Value>(&bytes) {
            Ok(body) => body,
            Err(_) if bytes.is_empty() || !status.is_success() => Value::Null,
            Err(_) => return Err(unreadable("it is not JSON".to_owned())),
        };
        let said = if status.is_success() { String::new() } else { errors(&body) };
        Ok(Answer { status, body, said })
    }

    fn judged(&self, answer: Answer, path: String) -> Result<Answer, VaultError> {
        let status = answer.status;
        if status.is_redirection() {
            return Err(VaultError::Redirected { address: self.address() });
        }
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::NOT_IMPLEMENTED) {
            return Err(VaultError::Sealed { address: self.address(), said: answer.said });
        }
        if passing(status) {
            return Err(VaultError::Status { status: status.as_u16(), path, said: answer.said });
        }
        Ok(answer)
    }

    fn unreachable(&self, error: &reqwest::Error) -> VaultError {
        VaultError::Unreachable { address: self.address(), why: cause(error) }
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answer({})", self.status.as_u16())
    }
}

impl Answer {
    /// As an error of which nothing more is known.
    pub(super) fn unexpected(self, path: &str) -> VaultError {
        VaultError::Status { status: self.status.as_u16(), path: path.to_owned(), said: self.said }
    }
}

/// Whether an answer says nothing of the request itself, and may be another one soon.
fn passing(status: StatusCode) -> bool {
    // 412: a node that has not heard yet of what another one wrote.
    status.is_server_error() || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::PRECONDITION_FAILED)
}

/// The wait that an answer asks for, in whole seconds.
fn named_wait(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// What stands in `errors` of an answer, in one line.
fn errors(body: &Value) -> String {
    let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let said = errors.collect::<Vec<_>>().join("; ");
    let line = said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_SAID);
    line.collect::<String>().trim().to_owned()
}

fn certificates(path: &Path) -> Result<Vec<Certificate>, VaultError> {
    let wrong = |why: String| VaultError::CaFile { path: path.to_owned(), why };
    let text = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let found = Certificate::from_pem_bundle(&text).map_err(|error| wrong(cause(&error)))?;
    if found.is_empty() { Err(wrong("there is none in it".to_owned())) } else { Ok(found) }
}

/// What lies at the bottom of an error: those above it only say what was tried. Addresses are not repeated.
fn cause(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} s", PART.as_secs());
    }
    let mut cause = error.source();
    while let Some(below) = cause.and_then(std::error::Error::source) {
        cause = Some(below);
    }
    cause.map_or_else(|| "the request could not be sent".to_owned(), ToString::to_string)
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

    fn at(url: &str) -> VaultAddress {
        VaultAddress { url: url.to_owned(), ..VaultAddress::default() }
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for url in ["http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:1/", "https://vault.example/"] {
            assert_eq!(Http::new(&at(url)).unwrap().base.path(), "/v1/", "{url}");
        }
        for url in ["http://vault.example", "http://10.0.0.1:8200"] {
            assert!(matches!(Http::new(&at(url)).unwrap_err(), VaultError::PlainBeyondLoopback { .. }), "{url}");
            Http::new(&VaultAddress { insecure: true, ..at(url) }).unwrap();
        }
        assert_eq!(Http::new(&at("")).unwrap_err(), VaultError::NotConfigured);
    }

    #[test]
    fn other_addresses_are_refused_without_repeating_them() {
        for url in ["vault:8200", "https://user:s3cret@vault.example", "https://vault.example?s3cret", "nothing"] {
            let error = Http::new(&at(url)).unwrap_err().to_string();
            assert!(error.contains("https://vault.example:8200`") && !error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn each_part_stays_one_segment_and_a_token_is_not_shown() {
        let http = Http::new(&at("https://vault.example/behind/")).unwrap();
        let parts = ["kv", "data", "a/b?c#d", "%2E%2E", "ä"];
        let request = http.request(&Method::GET, &parts, Some(&Secret::new("s3cret")), None).unwrap().build().unwrap();
        assert_eq!(request.url().as_str(), "https://vault.example/behind/v1/kv/data/a%2Fb%3Fc%23d/%252E%252E/%C3%A4");
        assert!(!format!("{request:?} {http:?}").contains("s3cret"));
        let error = http.request(&Method::GET, &parts, Some(&Secret::new("s3cret\n2")), None).unwrap_err();
        assert_eq!(error, VaultError::NotSendable("the token for Vault"));
    }
}
