//! Which passwords were rejected, for `idlcm run`, which has no fleet to ask: a file in the user's state folder.
//!
//! Beside it stands the last time step of which a one-time password was typed, since no code is used twice.
//!
//! It holds salted fingerprints, never a password. A rejected one is not typed again until it changes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tokio::sync::mpsc;

use crate::contract::IntegrationId;
use crate::engine::{GateRequest, Refusal};

use super::print::note;

/// A file in `$XDG_STATE_HOME/idlcm` (XDG Base Directory Specification).
fn path(name: &str) -> Option<PathBuf> {
    let base = std::env::var_os("XDG_STATE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let base = base.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state")))?;
    Some(base.join("idlcm").join(name))
}

const REJECTED: &str = "rejected-logins.json";
const USED: &str = "one-time-passwords.json";

fn read<V: serde::de::DeserializeOwned>(name: &str) -> BTreeMap<String, V> {
    let text = path(name).and_then(|path| std::fs::read_to_string(path).ok());
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn write<V: serde::Serialize>(name: &str, known: &BTreeMap<String, V>) -> std::io::Result<()> {
    let Some(path) = path(name) else { return Ok(()) };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, serde_json::to_string_pretty(known)?)
}

/// Answers the engine's questions until it has none left.
pub(super) async fn answer(mut requests: mpsc::Receiver<GateRequest>, integration: &IntegrationId, retry_login: bool) {
    let mut rejected: BTreeMap<String, String> = read(REJECTED);
    let mut used: BTreeMap<String, u64> = read(USED);
    while let Some(request) = requests.recv().await {
        match request {
            GateRequest::Login { fingerprint, reply } => {
                let known = rejected.get(integration.as_str()) == Some(&fingerprint);
                let answer = if known && !retry_login { Err(Refusal::RejectedBefore) } else { Ok(()) };
                if reply.send(answer).is_err() {
                    tracing::debug!("the engine did not wait for the answer");
                }
            }
            GateRequest::LoginEnded { fingerprint, rejected: kind, reply } => {
                let changed = match kind {
                    Some(_) => rejected.insert(integration.to_string(), fingerprint).is_none(),
                    None => rejected.remove(integration.as_str()).is_some(),
                };
                if changed && let Err(error) = write(REJECTED, &rejected) {
                    note(&format!("the rejected login could not be remembered: {error}"));
                }
                if reply.send(Ok(())).is_err() {
                    tracing::debug!("the engine did not wait for the answer");
                }
            }
            GateRequest::Totp { fingerprint, step, reply } => {
                let known = used.get(&fingerprint).is_some_and(|last| *last >= step);
                let answer = if known { Err(Refusal::CodeUsed) } else { Ok(()) };
                if !known {
                    used.insert(fingerprint, step);
                    if let Err(error) = write(USED, &used) {
                        note(&format!("the one-time password could not be remembered as used: {error}"));
                    }
                }
                if reply.send(answer).is_err() {
                    tracing::debug!("the engine did not wait for the answer");
                }
            }
            other => other.grant(),
        }
    }
}
