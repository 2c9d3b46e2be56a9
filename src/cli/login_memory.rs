//! Which passwords were rejected, for `idlcm run`, which has no fleet to ask: a file in the user's state folder.
//!
//! Beside it stands the last time step of which a one-time password was typed, since no code is used twice. Workers on
//! this machine write it, too.
//!
//! Both hold salted fingerprints, never a password. A rejected one is not typed again until it changes.

use std::collections::BTreeMap;

use tokio::sync::mpsc;

use crate::contract::IntegrationId;
use crate::engine::{GateRequest, LoginEnd, Refusal};
use crate::secrets::StateFile;

use super::print::note;

/// Answers the engine's questions until it has none left. `retry_login`: a password that was rejected in an earlier run
/// may be typed once more.
pub(super) async fn answer(mut requests: mpsc::Receiver<GateRequest>, integration: &IntegrationId, retry_login: bool) {
    let mut gate = RunGate { integration, retry_login, rejected: StateFile::rejected_logins() };
    while let Some(request) = requests.recv().await {
        let (reply, answer) = match request {
            GateRequest::Login { fingerprint, reply } => (reply, gate.login(&fingerprint)),
            GateRequest::LoginEnded { fingerprint, end, reply } => {
                match end {
                    LoginEnd::Accepted => gate.ended(fingerprint, false),
                    LoginEnd::Rejected(_) => gate.ended(fingerprint, true),
                    LoginEnd::NotSent => {}
                }
                (reply, Ok(()))
            }
            GateRequest::Totp { fingerprint, step, reply } => (reply, code(&fingerprint, step)),
            other => {
                other.grant();
                continue;
            }
        };
        if reply.send(answer).is_err() {
            tracing::debug!("the engine did not wait for the answer");
        }
    }
}

struct RunGate<'a> {
    integration: &'a IntegrationId,
    retry_login: bool,
    rejected: Option<StateFile>,
}

impl RunGate<'_> {
    fn login(&self, fingerprint: &str) -> Result<(), Refusal> {
        let Some(file) = &self.rejected else { return Ok(()) };
        let known: BTreeMap<String, String> = file.read().map_err(|error| {
            note(&format!("nobody knows which passwords were rejected: {error}"));
            Refusal::StateUnavailable
        })?;
        // By fingerprint; earlier versions wrote them by integration.
        let rejected = known.contains_key(fingerprint) || known.values().any(|value| value == fingerprint);
        if rejected && !self.retry_login { Err(Refusal::RejectedBefore) } else { Ok(()) }
    }

    fn ended(&mut self, fingerprint: String, rejected: bool) {
        if rejected {
            self.retry_login = false;
        }
        let Some(file) = &self.rejected else { return };
        let written = file.read::<String>().and_then(|known| {
            if !rejected && known.iter().all(|(key, value)| *key != fingerprint && *value != fingerprint) {
                return Ok(());
            }
            file.change(|known: &mut BTreeMap<String, String>| {
                known.retain(|key, value| *key != fingerprint && *value != fingerprint);
                if rejected {
                    known.insert(fingerprint, self.integration.to_string());
                }
            })
        });
        if let Err(error) = written {
            note(&format!("how the login ended could not be remembered: {error}"));
        }
    }
}

/// A code is typed only after it stands on the disk that it is used.
fn code(fingerprint: &str, step: u64) -> Result<(), Refusal> {
    let Some(file) = StateFile::used_codes() else {
        note("set HOME or XDG_STATE_HOME: which one-time passwords were used is kept there");
        return Err(Refusal::StateUnavailable);
    };
    match file.take_code(fingerprint, step) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Refusal::CodeUsed),
        Err(error) => {
            note(&format!("a one-time password cannot be marked as used: {error}"));
            Err(Refusal::StateUnavailable)
        }
    }
}
