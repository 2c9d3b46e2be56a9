//! A small OpenID provider over HTTP: discovery, keys, an authorization endpoint that asks nobody, tokens, userinfo.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub const CLIENT: &str = "the-console";
pub const SECRET: &str = "the-secret-of-the-console";

type Pairs = BTreeMap<String, String>;

/// What it does and knows.
#[derive(Default)]
pub struct Desk {
    /// What stands in tokens, over what always does; `null` takes a claim away.
    pub claims: Value,
    /// What userinfo says besides the subject.
    pub info: Value,
    /// The key that is published.
    pub key: u8,
    /// The one that signs, if it is another one.
    pub signs: Option<u8>,
    /// The head of tokens, if it is another one.
    pub head: Option<Value>,
    /// It answers nothing.
    pub down: bool,
    /// What it was asked at the authorization endpoint.
    pub asked: Vec<Pairs>,
    issued: BTreeMap<String, Pairs>,
}

/// The provider.
pub struct Idp {
    pub url: String,
    pub desk: Arc<Mutex<Desk>>,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

#[derive(Clone)]
struct Shared {
    url: String,
    desk: Arc<Mutex<Desk>>,
}

impl Idp {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let desk = Arc::new(Mutex::new(Desk { claims: json!({}), info: json!({}), ..Desk::default() }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/jwks", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(Shared { url: url.clone(), desk: desk.clone() });
        let stop = CancellationToken::new();
        let serving = axum::serve(listener, router).with_graceful_shutdown(stop.clone().cancelled_owned());
        let task = tokio::spawn(async move { serving.await.unwrap() });
        Self { url, desk, stop, task }
    }

    /// Who signs in from now on: subject and e-mail address.
    pub fn is(&self, subject: &str, email: &str) {
        let now = jiff::Timestamp::now().as_second();
        self.set(&json!({"sub": subject, "email": email, "email_verified": true, "auth_time": now}));
    }

    /// What stands in tokens from now on.
    pub fn set(&self, claims: &Value) {
        self.desk.lock().unwrap().claims = claims.clone();
    }

    /// The same, one claim.
    pub fn claim(&self, name: &str, value: Value) {
        self.desk.lock().unwrap().claims[name] = value;
    }

    /// What the browser is sent back with: path and query.
    pub async fn visit(&self, url: &str) -> String {
        assert!(url.starts_with(&format!("{}/authorize?", self.url)), "{url}");
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = client.get(url).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{:?}", answer.text().await);
        let place = url::Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
        format!("{}?{}", place.path(), place.query().unwrap())
    }

    pub async fn stop(self) {
        self.stop.cancel();
        self.task.await.unwrap();
    }
}

/// An Ed25519 key made of one number.
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    der.extend([number + 1; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    let id = JsonWebKeyId::new(format!("key-{number}"));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).unwrap()
}

async fn configuration(State(shared): State<Shared>) -> Response {
    let url = &shared.url;
    if shared.desk.lock().unwrap().down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    Json(json!({
        "issuer": url, "authorization_endpoint": format!("{url}/authorize"), "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"), "userinfo_endpoint": format!("{url}/userinfo"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
    .into_response()
}

async fn keys(State(shared): State<Shared>) -> Json<Value> {
    let number = shared.desk.lock().unwrap().key;
    Json(json!({"keys": [key(number).as_verification_key()]}))
}

async fn authorize(State(shared): State<Shared>, Query(asked): Query<Pairs>) -> Redirect {
    assert_eq!((asked["client_id"].as_str(), asked["response_type"].as_str()), (CLIENT, "code"));
    assert_eq!(asked["code_challenge_method"], "S256");
    assert_eq!(asked["scope"], "openid email profile");
    let mut desk = shared.desk.lock().unwrap();
    let code = format!("code-{}", desk.asked.len());
    let place = format!("{}?code={code}&state={}", asked["redirect_uri"], asked["state"]);
    desk.issued.insert(code, asked.clone());
    desk.asked.push(asked);
    Redirect::to(&place)
}

async fn token(State(shared): State<Shared>, headers: HeaderMap, Form(given): Form<Pairs>) -> Response {
    let mut desk = shared.desk.lock().unwrap();
    let basic = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{SECRET}")));
    assert_eq!(headers[header::AUTHORIZATION].to_str().unwrap(), basic);
    let Some(asked) = desk.issued.remove(&given["code"]) else {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    assert_eq!(given["redirect_uri"], asked["redirect_uri"]);
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(&given["code_verifier"])), asked["code_challenge"]);
    let now = jiff::Timestamp::now().as_second();
    let mut claims = json!({"iss": shared.url, "aud": CLIENT, "exp": now + 300, "iat": now, "nonce": asked["nonce"], "sub": "nobody"});
    for (name, value) in desk.claims.as_object().unwrap() {
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(name);
        } else {
            claims[name] = value.clone();
        }
    }
    let number = desk.signs.unwrap_or(desk.key);
    let head = json!({"alg": "EdDSA", "typ": "JWT", "kid": format!("key-{}", desk.key)});
    let head = desk.head.clone().unwrap_or(head);
    let text = [head, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".");
    let signature = key(number).sign(&CoreJwsSigningAlgorithm::EdDsa, text.as_bytes()).unwrap();
    let signed = format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature));
    Json(json!({"access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": signed}))
        .into_response()
}

async fn userinfo(State(shared): State<Shared>, headers: HeaderMap) -> Json<Value> {
    assert_eq!(headers[header::AUTHORIZATION].to_str().unwrap(), "Bearer access");
    let desk = shared.desk.lock().unwrap();
    let mut info = desk.info.clone();
    info["sub"] = desk.claims["sub"].clone();
    Json(info)
}
