//! A Vault of the tests' own, after the API documentation of `HashiCorp` Vault: a KV engine of version 2 at `kv`, tokens,
//! AppRole at `approle`, and what it says when it is sealed or does not allow something.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_util::sync::{CancellationToken, DropGuard};

pub const ROLE_ID: &str = "r0le-6d1f";
pub const SECRET_ID: &str = "s3cret-id-0001-of-approle";
pub const TOKEN: &str = "hvs.static-token-of-the-tests";

/// The server, until it is dropped.
pub struct Vault {
    pub address: SocketAddr,
    scheme: &'static str,
    kept: Arc<Mutex<Kept>>,
    _end: DropGuard,
}

/// A request that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// `GET kv/data/acme/ledgerly`, decoded.
    pub line: String,
    pub token: Option<String>,
    pub namespace: Option<String>,
}

/// What it holds, and how it behaves.
pub struct Kept {
    documents: BTreeMap<String, Vec<Version>>,
    tokens: BTreeMap<String, Token>,
    pub secret_id: String,
    /// How long tokens of AppRole are good, and how long at most.
    pub ttl: Duration,
    pub max_ttl: Duration,
    pub sealed: bool,
    /// The namespace that requests have to name.
    pub namespace: Option<String>,
    /// What the policy does not grant: `read kv/data/acme/x`, by its beginning.
    pub denied: Vec<String>,
    /// Answers that come before any other: a status, and `Retry-After` or `Location`.
    pub next: Vec<(u16, Option<(&'static str, String)>)>,
    /// What somebody else writes as soon as that path was read.
    pub rival: Option<(String, Value)>,
    seen: Vec<Seen>,
    logins: usize,
}

struct Version {
    data: Value,
    deleted: bool,
}

struct Token {
    ends: Option<Instant>,
    /// When it ends however often it is renewed.
    last: Option<Instant>,
    ttl: Duration,
}

impl Token {
    fn is_good(&self) -> bool {
        self.ends.is_none_or(|ends| Instant::now() < ends)
    }

    fn left(&self) -> u64 {
        let left = self.ends.map_or(Duration::ZERO, |ends| ends.saturating_duration_since(Instant::now()));
        u64::try_from(left.as_millis().div_ceil(1000)).unwrap()
    }
}

/// An authority, and a server's certificate of it.
pub struct Authority {
    pub ca: std::path::PathBuf,
    certificate: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

impl Authority {
    /// Its own certificate goes to `NAME.pem` in that folder.
    pub fn new(folder: &Path, name: &str, host: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let ca = folder.join(format!("{name}.pem"));
        std::fs::write(&ca, params.self_signed(&key).unwrap().pem()).unwrap();
        let issuer = Issuer::new(params, key);
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new(vec![host.to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        Self { ca, certificate: certificate.der().clone(), key }
    }
}

struct Tls {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl axum::serve::Listener for Tls {
    type Io = tokio_rustls::server::TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            // Whoever does not trust the certificate goes away.
            let Ok((stream, from)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, from);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}

impl Vault {
    pub async fn start() -> Self {
        Self::serve(None).await
    }

    pub async fn with_tls(authority: &Authority) -> Self {
        Self::serve(Some(authority)).await
    }

    async fn serve(authority: Option<&Authority>) -> Self {
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = tcp.local_addr().unwrap();
        let root = Token { ends: None, last: None, ttl: Duration::ZERO };
        let kept = Arc::new(Mutex::new(Kept {
            documents: BTreeMap::new(),
            tokens: BTreeMap::from([(TOKEN.to_owned(), root)]),
            secret_id: SECRET_ID.to_owned(),
            ttl: Duration::from_mins(20),
            max_ttl: Duration::from_hours(1),
            sealed: false,
            namespace: None,
            denied: Vec::new(),
            next: Vec::new(),
            rival: None,
            seen: Vec::new(),
            logins: 0,
        }));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&kept));
        let end = CancellationToken::new();
        let ended = end.clone();
        let scheme = if authority.is_some() { "https" } else { "http" };
        match authority {
            None => {
                tokio::spawn(async move { ended.run_until_cancelled(async { axum::serve(tcp, router).await }).await });
            }
            Some(authority) => {
                let config = ServerConfig::builder()
                    .with_no_client_auth()
                    .with_single_cert(vec![authority.certificate.clone()], authority.key.clone_key())
                    .unwrap();
                let tls = Tls { tcp, acceptor: TlsAcceptor::from(Arc::new(config)) };
                tokio::spawn(async move { ended.run_until_cancelled(async { axum::serve(tls, router).await }).await });
            }
        }
        Self { address, scheme, kept, _end: end.drop_guard() }
    }

    pub fn url(&self) -> String {
        let host = if self.scheme == "https" { "localhost".to_owned() } else { self.address.ip().to_string() };
        format!("{}://{host}:{}", self.scheme, self.address.port())
    }

    /// How it behaves from now on.
    pub fn set(&self, change: impl FnOnce(&mut Kept)) {
        change(&mut self.kept.lock().unwrap());
    }

    /// Writes a new version of `acme/ledgerly`, as a person does.
    pub fn put(&self, path: &str, data: Value) {
        self.set(|kept| kept.put(path, data));
    }

    /// Deletes the newest version.
    pub fn delete(&self, path: &str) {
        self.set(|kept| kept.documents.get_mut(path).unwrap().last_mut().unwrap().deleted = true);
    }

    /// The newest version of a path: its number and what it holds.
    pub fn newest(&self, path: &str) -> Option<(usize, Value)> {
        let kept = self.kept.lock().unwrap();
        let versions = kept.documents.get(path)?;
        Some((versions.len(), versions.last()?.data.clone()))
    }

    /// Makes a token known that ends after that time.
    pub fn issue(&self, token: &str, ttl: Duration) {
        let ends = Some(Instant::now() + ttl);
        self.kept.lock().unwrap().tokens.insert(token.to_owned(), Token { ends, last: None, ttl });
    }

    pub fn revoke(&self, token: &str) {
        self.kept.lock().unwrap().tokens.remove(token);
    }

    /// Every token that there is or was.
    pub fn tokens(&self) -> Vec<String> {
        self.kept.lock().unwrap().tokens.keys().cloned().collect()
    }

    /// Requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.kept.lock().unwrap().seen.clone()
    }

    /// How many requests had that line.
    pub fn count(&self, line: &str) -> usize {
        self.seen().iter().filter(|seen| seen.line == line).count()
    }
}

fn errors(status: u16, said: &[&str]) -> Response {
    (StatusCode::from_u16(status).unwrap(), Json(json!({ "errors": said }))).into_response()
}

async fn answer(
    State(kept): State<Arc<Mutex<Kept>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap().to_owned());
    let path = percent_encoding::percent_decode_str(uri.path()).decode_utf8().unwrap().into_owned();
    let path = path.strip_prefix("/v1/").unwrap_or_default().to_owned();
    let seen = Seen {
        line: format!("{method} {path}"),
        token: header("x-vault-token"),
        namespace: header("x-vault-namespace"),
    };
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    kept.lock().unwrap().answer(&method, &path, seen, &body)
}

impl Kept {
    fn put(&mut self, path: &str, data: Value) {
        self.documents.entry(path.to_owned()).or_default().push(Version { data, deleted: false });
    }

    fn answer(&mut self, method: &Method, path: &str, seen: Seen, body: &Value) -> Response {
        let (token, namespace) = (seen.token.clone().unwrap_or_default(), seen.namespace.clone());
        self.seen.push(seen);
        if !self.next.is_empty() {
            let (status, header) = self.next.remove(0);
            let mut response = errors(status, &["not now"]);
            if let Some((name, value)) = header {
                response.headers_mut().insert(name, value.parse().unwrap());
            }
            return response;
        }
        if self.sealed {
            return errors(503, &["Vault is sealed"]);
        }
        if path.contains("..") {
            return errors(400, &["path cannot contain parent references"]);
        }
        if namespace != self.namespace {
            return errors(404, &["no handler for route"]);
        }
        if path == "auth/approle/login" {
            return self.log_in(body);
        }
        if !self.tokens.get(&token).is_some_and(Token::is_good) {
            return errors(403, &["permission denied"]);
        }
        let granted = |capability: &str| {
            let wish = format!("{capability} {path}");
            !self.denied.iter().any(|denied| wish.starts_with(denied))
        };
        match (method.as_str(), path) {
            ("GET", "auth/token/lookup-self") => {
                let token = &self.tokens[&token];
                Json(json!({"data": {"ttl": token.left(), "renewable": token.ends.is_some()}})).into_response()
            }
            ("POST", "auth/token/renew-self") => self.renew(&token),
            ("POST", "sys/capabilities-self") => self.capabilities(body),
            ("GET", _) if path.starts_with("kv/data/") => {
                if granted("read") {
                    self.read(&path["kv/data/".len()..])
                } else {
                    errors(403, &["permission denied"])
                }
            }
            ("POST", _) if path.starts_with("kv/data/") => {
                let name = &path["kv/data/".len()..];
                let capability = if self.documents.contains_key(name) { "update" } else { "create" };
                if granted(capability) { self.write(name, body) } else { errors(403, &["permission denied"]) }
            }
            _ => errors(404, &["no handler for route"]),
        }
    }

    fn log_in(&mut self, body: &Value) -> Response {
        if body["role_id"] != ROLE_ID || body["secret_id"] != self.secret_id.as_str() {
            return errors(400, &["invalid role or secret ID"]);
        }
        self.logins += 1;
        let name = format!("hvs.approle-token-{:03}", self.logins);
        let now = Instant::now();
        let token = Token { ends: Some(now + self.ttl), last: Some(now + self.max_ttl), ttl: self.ttl };
        self.tokens.insert(name.clone(), token);
        let auth = json!({"client_token": name, "lease_duration": self.ttl.as_secs(), "renewable": true});
        Json(json!({ "auth": auth })).into_response()
    }

    fn renew(&mut self, name: &str) -> Response {
        let token = self.tokens.get_mut(name).unwrap();
        let wished = Instant::now() + token.ttl;
        token.ends = Some(token.last.map_or(wished, |last| wished.min(last)));
        let auth = json!({"client_token": name, "lease_duration": token.left(), "renewable": true});
        Json(json!({ "auth": auth })).into_response()
    }

    fn capabilities(&self, body: &Value) -> Response {
        let path = body["paths"][0].as_str().unwrap();
        let all = ["create", "read", "update"];
        let granted = |capability: &&&str| {
            let wish = format!("{capability} {path}");
            !self.denied.iter().any(|denied| wish.starts_with(denied))
        };
        let granted: Vec<&str> = all.iter().filter(granted).copied().collect();
        Json(json!({"data": {"capabilities": granted, path: granted}})).into_response()
    }

    fn read(&mut self, name: &str) -> Response {
        let Some(versions) = self.documents.get(name) else { return errors(404, &[]) };
        let newest = versions.last().unwrap();
        let metadata = |deleted: &str| json!({"version": versions.len(), "deletion_time": deleted, "destroyed": false});
        let response = if newest.deleted {
            let data = json!({"data": null, "metadata": metadata("2026-11-29T12:00:00Z")});
            (StatusCode::NOT_FOUND, Json(json!({ "data": data }))).into_response()
        } else {
            Json(json!({"data": {"data": newest.data, "metadata": metadata("")}})).into_response()
        };
        if let Some((_, data)) = self.rival.take_if(|(rival, _)| rival == name) {
            self.put(name, data);
        }
        response
    }

    fn write(&mut self, name: &str, body: &Value) -> Response {
        let version = self.documents.get(name).map_or(0, Vec::len);
        if body["options"]["cas"].as_u64().is_some_and(|cas| cas != u64::try_from(version).unwrap()) {
            return errors(400, &["check-and-set parameter did not match the current version"]);
        }
        self.put(name, body["data"].clone());
        Json(json!({"data": {"version": version + 1, "deletion_time": "", "destroyed": false}})).into_response()
    }
}
