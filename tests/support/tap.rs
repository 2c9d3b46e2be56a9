//! A proxy between browser and app that can hold a request back until the test says what becomes of it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_util::sync::{CancellationToken, DropGuard};

/// The proxy, until it is dropped.
pub struct Tap {
    pub address: SocketAddr,
    shared: Arc<Shared>,
    _end: DropGuard,
}

struct Shared {
    app: String,
    http: reqwest::Client,
    traps: Mutex<Vec<Trap>>,
    /// Every request that came, as `POST /admin/users`.
    seen: Mutex<Vec<String>>,
    /// Whether every request is answered with an error.
    failing: AtomicBool,
    /// Requests that have no answer yet: who sent each, by its cookie, and its line.
    open: Mutex<Vec<(String, String)>>,
    /// Requests that came while one of another sender had no answer yet.
    overlaps: Mutex<Vec<String>>,
}

/// Whether a request is the awaited one, given those that came before.
type Wanted = Box<dyn Fn(&str, &[String]) -> bool + Send>;

struct Trap {
    wanted: Wanted,
    sprung: oneshot::Sender<Held>,
}

/// A request that waits at the proxy. Whoever sent it may be gone before it goes on.
#[derive(Debug)]
pub struct Held {
    verdict: oneshot::Sender<bool>,
    reached_app: oneshot::Receiver<StatusCode>,
}

impl Held {
    /// Sends it to the app and waits for the app's answer.
    pub async fn forward(self) -> StatusCode {
        self.verdict.send(true).unwrap();
        self.reached_app.await.unwrap()
    }

    /// It never reaches the app.
    pub fn lose(self) {
        self.verdict.send(false).unwrap();
    }
}

impl Tap {
    pub async fn before(app: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        let shared = Arc::new(Shared {
            app: app.to_owned(),
            http,
            traps: Mutex::default(),
            seen: Mutex::default(),
            failing: AtomicBool::new(false),
            open: Mutex::default(),
            overlaps: Mutex::default(),
        });
        let router = Router::new().fallback(pass).with_state(Arc::clone(&shared));
        let end = CancellationToken::new();
        let ended = end.clone();
        tokio::spawn(async move { ended.run_until_cancelled(async { axum::serve(listener, router).await }).await });
        Self { address, shared, _end: end.drop_guard() }
    }

    /// Holds the next request for which `wanted` says yes; it is asked with the request's line (`GET /path?query`) and
    /// those of all requests before it.
    pub fn hold(&self, wanted: impl Fn(&str, &[String]) -> bool + Send + 'static) -> oneshot::Receiver<Held> {
        let (sprung, held) = oneshot::channel();
        self.shared.traps.lock().unwrap().push(Trap { wanted: Box::new(wanted), sprung });
        held
    }

    /// From now on the app seems to be down, or not any more.
    pub fn fail(&self, failing: bool) {
        self.shared.failing.store(failing, Ordering::Relaxed);
    }

    /// The lines of all requests so far.
    pub fn seen(&self) -> Vec<String> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// Requests that came while one of another session had no answer yet.
    pub fn overlaps(&self) -> Vec<String> {
        self.shared.overlaps.lock().unwrap().clone()
    }
}

async fn pass(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    // A task of its own: it goes on when the browser has gone away.
    tokio::spawn(shared.pass(request)).await.unwrap()
}

impl Shared {
    async fn pass(self: Arc<Self>, request: Request) -> Response {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let line = format!("{} {path}", request.method());
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        let trap = {
            let mut traps = self.traps.lock().unwrap();
            let mut seen = self.seen.lock().unwrap();
            let hit = traps.iter().position(|trap| (trap.wanted)(&line, &seen));
            seen.push(line);
            hit.map(|index| traps.remove(index))
        };
        if self.failing.load(Ordering::Relaxed) {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        let Some(trap) = trap else { return self.counted(parts, path, body).await };
        let (verdict, decided) = oneshot::channel();
        let (reached, reached_app) = oneshot::channel();
        let told = trap.sprung.send(Held { verdict, reached_app });
        if told.is_err() || !decided.await.unwrap_or(false) {
            return StatusCode::BAD_GATEWAY.into_response();
        }
        let response = self.forward(parts, path, body).await;
        reached.send(response.status()).ok();
        response
    }

    /// Forwards a request, and sees whether it meets one of another session.
    async fn counted(&self, parts: axum::http::request::Parts, path: String, body: Bytes) -> Response {
        let cookie = parts.headers.get("cookie").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mine = (cookie.to_owned(), format!("{} {path}", parts.method));
        {
            let mut open = self.open.lock().unwrap();
            let other = open.iter().find(|(sender, _)| *sender != mine.0);
            self.overlaps.lock().unwrap().extend(other.map(|other| format!("{other:?} and {mine:?}")));
            open.push(mine.clone());
        }
        let response = self.forward(parts, path, body).await;
        let mut open = self.open.lock().unwrap();
        let place = open.iter().position(|request| *request == mine).unwrap();
        open.remove(place);
        response
    }

    async fn forward(&self, parts: axum::http::request::Parts, path: String, body: Bytes) -> Response {
        let url = format!("{}{path}", self.app);
        let sent = self.http.request(parts.method, url).headers(parts.headers).body(body).send().await;
        // An app that has ended.
        let Ok(answer) = sent else { return StatusCode::BAD_GATEWAY.into_response() };
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut response = Response::new(Body::from(answer.bytes().await.unwrap_or_default()));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}
