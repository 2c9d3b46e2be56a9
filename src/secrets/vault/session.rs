//! The token in use: had by logging in, renewed when two thirds of its time are gone, and replaced where it cannot be.
//! All of it happens when a token is needed; nothing runs in between.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::super::Secret;
use super::error::VaultError;
use super::http::Http;
use super::login::VaultLogin;

const TOKEN: &str = "the token for Vault";
const SECRET_ID: &str = "the secret id for Vault";

/// The token in use, and how another one is had.
#[derive(Debug)]
pub(super) struct Session {
    login: VaultLogin,
    /// `None` before the first login.
    kept: Mutex<Option<Kept>>,
}

/// A token as it was given.
#[derive(Debug)]
struct Kept {
    token: Secret,
    /// Which login it comes from, counted from 1.
    number: u64,
    /// When it was given, or renewed last.
    since: Instant,
    /// How long it is good from then on; `None`: for good, as far as anybody knows.
    lease: Option<Duration>,
    renewable: bool,
}

/// A token to be sent.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) token: Secret,
    number: u64,
    /// Whether it was given just now, so that another login would bring nothing better.
    fresh: bool,
}

impl Kept {
    /// How much of its time is left; `None`: it does not end.
    fn left(&self, now: Instant) -> Option<Duration> {
        Some((self.since + self.lease?).saturating_duration_since(now))
    }

    /// Whether two thirds of its time are gone.
    fn is_due(&self, now: Instant) -> bool {
        self.lease.is_some_and(|lease| now >= self.since + lease * 2 / 3)
    }

    fn held(&self, fresh: bool) -> Held {
        Held { token: self.token.clone(), number: self.number, fresh }
    }
}

impl Session {
    pub(super) fn new(login: VaultLogin) -> Self {
        Self { login, kept: Mutex::new(None) }
    }

    /// A token that is good as far as anybody knows.
    ///
    /// # Errors
    /// When nobody can log in.
    pub(super) async fn token(&self, http: &Http) -> Result<Held, VaultError> {
        let mut kept = self.kept.lock().await;
        let now = Instant::now();
        if let Some(known) = kept.as_mut() {
            if !known.is_due(now) {
                return Ok(known.held(false));
            }
            let left = known.left(now).unwrap_or_default();
            let renewed =
                if known.renewable && !left.is_zero() { self.renew(http, known, left).await } else { Ok(false) };
            match renewed {
                Ok(true) => return Ok(known.held(false)),
                // It is good for a while yet; the next one who needs it asks again.
                Err(error) if !left.is_zero() => {
                    tracing::warn!(%error, "the token for Vault cannot be renewed now");
                    return Ok(known.held(false));
                }
                _ => {}
            }
        }
        self.log_in(http, &mut kept).await
    }

    /// Another token than that one, with which something was refused; `None` where there is no better one.
    ///
    /// # Errors
    /// When nobody can log in.
    pub(super) async fn another(&self, http: &Http, refused: &Held) -> Result<Option<Held>, VaultError> {
        let mut kept = self.kept.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| known.number != refused.number) {
            return Ok(Some(known.held(false)));
        }
        let better = !refused.fresh
            && match &self.login {
                VaultLogin::AppRole { .. } => true,
                VaultLogin::Token(place) => place.read(TOKEN)?.expose() != refused.token.expose(),
            };
        if better { self.log_in(http, &mut kept).await.map(Some) } else { Ok(None) }
    }

    /// Whether the token itself is taken: with what is wrong if it is not.
    pub(super) async fn look_up(&self, http: &Http, held: &Held) -> Result<Option<Value>, VaultError> {
        let answer = http.ask(&Method::GET, &["auth", "token", "lookup-self"], Some(&held.token), None).await?;
        match answer.status {
            StatusCode::OK => Ok(Some(answer.body)),
            StatusCode::FORBIDDEN => Ok(None),
            _ => Err(answer.unexpected("auth/token/lookup-self")),
        }
    }

    /// That the token is not taken.
    pub(super) fn refused(&self, said: String) -> VaultError {
        let how = match &self.login {
            VaultLogin::Token(place) => format!("with the token of {}", place.place()),
            VaultLogin::AppRole { mount, .. } => format!("by AppRole (auth/{mount})"),
        };
        VaultError::LoginRefused { how, said }
    }

    /// Whether it could be renewed. Where that brought no more time than was left, it cannot be any more.
    async fn renew(&self, http: &Http, known: &mut Kept, left: Duration) -> Result<bool, VaultError> {
        let now = Instant::now();
        let parts = ["auth", "token", "renew-self"];
        let answer = http.ask(&Method::POST, &parts, Some(&known.token), Some(&json!({}))).await?;
        if answer.status != StatusCode::OK {
            return Ok(false);
        }
        let (lease, renewable) = lease(&answer.body["auth"], "lease_duration");
        let gained = lease.is_none_or(|lease| lease > left + Duration::from_secs(1));
        (known.since, known.lease, known.renewable) = (now, lease, renewable && gained);
        // A token of one's own ends when it ends; a new one of AppRole is to be had now.
        Ok(gained || matches!(self.login, VaultLogin::Token(_)))
    }

    async fn log_in(&self, http: &Http, kept: &mut Option<Kept>) -> Result<Held, VaultError> {
        let number = kept.as_ref().map_or(0, |known| known.number) + 1;
        let since = Instant::now();
        let (token, (lease, renewable)) = match &self.login {
            VaultLogin::Token(place) => {
                let token = place.read(TOKEN)?;
                let held = Held { token, number, fresh: true };
                // Who may not ask how long it is good finds out when it is refused.
                let about = self.look_up(http, &held).await?;
                let known = about.map_or((None, false), |about| lease(&about["data"], "ttl"));
                (held.token, known)
            }
            VaultLogin::AppRole { mount, role_id, secret_id } => {
                let secret_id = secret_id.read(SECRET_ID)?;
                let body = json!({"role_id": role_id, "secret_id": secret_id.expose()});
                let parts: Vec<&str> = ["auth"].into_iter().chain(mount.split('/')).chain(["login"]).collect();
                let answer = http.ask(&Method::POST, &parts, None, Some(&body)).await?;
                match answer.status {
                    StatusCode::OK => {}
                    StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                        return Err(self.refused(answer.said));
                    }
                    _ => return Err(answer.unexpected(&parts.join("/"))),
                }
                let auth = &answer.body["auth"];
                let Some(token) = auth["client_token"].as_str().filter(|token| !token.is_empty()) else {
                    let why = "it holds no token".to_owned();
                    return Err(VaultError::Unreadable { path: parts.join("/"), why });
                };
                (Secret::new(token), lease(auth, "lease_duration"))
            }
        };
        let known = Kept { token, number, since, lease, renewable };
        Ok(kept.insert(known).held(true))
    }
}

/// How long a token is good, and whether that can be made longer. 0 seconds are no end.
fn lease(of: &Value, seconds: &str) -> (Option<Duration>, bool) {
    let seconds = of[seconds].as_u64().filter(|seconds| *seconds > 0);
    (seconds.map(Duration::from_secs), of["renewable"].as_bool().unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_due_when_two_thirds_of_its_time_are_gone() {
        let now = Instant::now();
        let kept = |lease| Kept { token: Secret::new("t"), number: 1, since: now, lease, renewable: true };
        let hour = kept(Some(Duration::from_hours(1)));
        assert!(!hour.is_due(now + Duration::from_mins(39)) && hour.is_due(now + Duration::from_mins(40)));
        assert_eq!(hour.left(now + Duration::from_mins(45)), Some(Duration::from_mins(15)));
        assert!(!kept(None).is_due(now + Duration::from_hours(24)));
        assert_eq!(lease(&json!({"ttl": 0, "renewable": false}), "ttl"), (None, false));
    }
}
