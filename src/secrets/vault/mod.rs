//! `HashiCorp` Vault: values of a KV engine of version 2, read and written over HTTP.

mod error;
mod http;
mod login;
mod reference;
mod session;

use reqwest::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::Secret;
use http::{Answer, Http};
use reference::JOB;
use session::{Held, Session};

pub use error::VaultError;
pub use http::VaultAddress;
pub use login::{Credential, VaultLogin};
pub(super) use reference::VaultPath;
pub use reference::{VaultRef, VaultRefError};

/// How often a write begins anew when somebody else was quicker.
const WRITES: u32 = 3;

/// A Vault with a way to log in. Clones of a token are kept in memory only.
#[derive(Debug)]
pub struct Vault {
    http: Http,
    session: Session,
}

/// What a path holds in its newest version. It is not shown: it holds secrets.
pub(super) struct Document {
    fields: Map<String, Value>,
    /// 0 where there never was one.
    version: u64,
    deleted: bool,
}

impl Document {
    fn is_there(&self) -> bool {
        self.version > 0 && !self.deleted
    }

    /// The text of a field.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn text(&self, of: &VaultRef) -> Result<Secret, VaultError> {
        let path = of.path.to_string();
        if self.deleted {
            return Err(VaultError::Deleted(path));
        }
        if self.version == 0 {
            return Err(VaultError::NotThere(path));
        }
        let field = of.field.clone();
        match self.fields.get(&field) {
            Some(Value::String(text)) => Ok(Secret::new(text.as_str())),
            Some(_) => Err(VaultError::NotText { path, field }),
            None => Err(VaultError::NoField { path, field }),
        }
    }

    /// A field that was made for that job; `None` if there is none.
    fn made_for(&self, of: &VaultRef, job: &str) -> Option<&str> {
        let mine = self.is_there() && self.fields.get(JOB).and_then(Value::as_str) == Some(job);
        self.fields.get(&of.field).filter(|_| mine)?.as_str().filter(|text| !text.is_empty())
    }
}

impl Vault {
    /// Checks the address and what it needs. Nothing is asked yet.
    ///
    /// # Errors
    /// When there is no address or nothing to log in with, or when the address is `http://` beyond this machine and that
    /// is not allowed.
    pub fn new(address: &VaultAddress, login: Option<VaultLogin>) -> Result<Self, VaultError> {
        let http = Http::new(address)?;
        Ok(Self { http, session: Session::new(login.ok_or(VaultError::NoLogin)?) })
    }

    /// Logs in, and says where, and for how long the token is good.
    ///
    /// # Errors
    /// When Vault does not answer, or does not let us in.
    pub async fn greet(&self) -> Result<String, VaultError> {
        let held = self.session.token(&self.http).await?;
        let Some(about) = self.session.look_up(&self.http, &held).await? else {
            return Err(self.session.refused(String::new()));
        };
        let good = match about["data"]["ttl"].as_u64() {
            Some(0) | None => "does not expire".to_owned(),
            Some(seconds) => format!("is good for {} min", seconds.div_ceil(60)),
        };
        Ok(format!("{} lets us in; the token {good}", self.http.address()))
    }

    /// What a path holds (`GET {mount}/data/{path}`,
    /// [documentation](https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version)).
    pub(super) async fn read(&self, path: &VaultPath) -> Result<Document, VaultError> {
        let (answer, held) = self.asked(&Method::GET, &path.data(), None).await?;
        let version = |of: &Value| of["data"]["metadata"]["version"].as_u64();
        match answer.status {
            StatusCode::OK => {}
            StatusCode::NOT_FOUND => {
                let version = version(&answer.body).unwrap_or(0);
                return Ok(Document { fields: Map::new(), version, deleted: version > 0 });
            }
            StatusCode::FORBIDDEN => return Err(self.denied("read", "read", path, answer, &held).await),
            _ => return Err(answer.unexpected(&path.policy())),
        }
        let unreadable = |why: &str| VaultError::Unreadable { path: path.policy(), why: why.to_owned() };
        let Some(version) = version(&answer.body) else { return Err(unreadable("it names no version")) };
        match &answer.body["data"]["data"] {
            Value::Object(fields) => Ok(Document { fields: fields.clone(), version, deleted: false }),
            _ => Err(unreadable("it holds no fields")),
        }
    }

    /// The value that a field has for that job already; `None` if it has another one, or none.
    pub(super) async fn made_for(&self, of: &VaultRef, job: &str) -> Result<Option<Secret>, VaultError> {
        let document = self.read(&of.path).await?;
        Ok(document.made_for(of, job).map(Secret::new))
    }

    /// Writes a field, with the job that it is made for beside it; other fields stay
    /// (`POST {mount}/data/{path}` with `cas`,
    /// [documentation](https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-secret)).
    pub(super) async fn write(&self, to: &VaultRef, job: &str, value: &Secret) -> Result<(), VaultError> {
        let path = &to.path;
        for _ in 0..WRITES {
            let document = self.read(path).await?;
            if document.made_for(to, job) == Some(value.expose()) {
                return Ok(());
            }
            let mut fields = document.fields;
            fields.insert(to.field.clone(), value.expose().into());
            fields.insert(JOB.to_owned(), job.into());
            let body = json!({"data": fields, "options": {"cas": document.version}});
            let (answer, held) = self.asked(&Method::POST, &path.data(), Some(&body)).await?;
            match answer.status {
                StatusCode::OK | StatusCode::NO_CONTENT => return Ok(()),
                StatusCode::BAD_REQUEST if answer.said.contains("check-and-set") => {}
                StatusCode::FORBIDDEN => {
                    let capability = if document.version == 0 { "create" } else { "update" };
                    return Err(self.denied("write", capability, path, answer, &held).await);
                }
                _ => return Err(answer.unexpected(&path.policy())),
            }
        }
        Err(VaultError::Contended(path.to_string()))
    }

    /// Whether a path may be read and written, by what Vault says of the token's capabilities (`sys/capabilities-self`).
    ///
    /// # Errors
    /// When it may not, or nobody knows.
    pub(super) async fn may_write(&self, path: &VaultPath) -> Result<(), VaultError> {
        let policy = path.policy();
        let body = json!({"paths": [policy]});
        let (answer, held) = self.asked(&Method::POST, &["sys", "capabilities-self"], Some(&body)).await?;
        if answer.status != StatusCode::OK {
            return Err(match answer.status {
                StatusCode::FORBIDDEN => self.denied("write", "update", path, answer, &held).await,
                _ => answer.unexpected("sys/capabilities-self"),
            });
        }
        let granted = [&answer.body["data"]["capabilities"], &answer.body["capabilities"]];
        let granted: Vec<&str> =
            granted.into_iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect();
        for capability in ["read", "create", "update"] {
            if !granted.contains(&capability) && !granted.contains(&"root") {
                let (to, said) = (if capability == "read" { "read" } else { "write" }, String::new());
                return Err(VaultError::Denied { to, path: policy, capability, said });
            }
        }
        Ok(())
    }

    /// An answer, from whoever logs in once more where the token is not taken; with the token that it was given for.
    async fn asked(&self, method: &Method, parts: &[&str], body: Option<&Value>) -> Result<(Answer, Held), VaultError> {
        let held = self.session.token(&self.http).await?;
        let answer = self.http.ask(method, parts, Some(&held.token), body).await?;
        if answer.status == StatusCode::FORBIDDEN
            && let Some(other) = self.session.another(&self.http, &held).await?
        {
            let answer = self.http.ask(method, parts, Some(&other.token), body).await?;
            return Ok((answer, other));
        }
        Ok((answer, held))
    }

    /// Why something was refused: the token itself, or what its policy grants.
    async fn denied(
        &self,
        to: &'static str,
        capability: &'static str,
        path: &VaultPath,
        answer: Answer,
        held: &Held,
    ) -> VaultError {
        match self.session.look_up(&self.http, held).await {
            Ok(None) => self.session.refused(answer.said),
            _ => VaultError::Denied { to, path: path.policy(), capability, said: answer.said },
        }
    }
}
