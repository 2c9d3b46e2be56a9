//! Which passwords were rejected, for `idlcm run`, `inspect` and `try`, which have no fleet to ask: a file in the user's state
//! folder.
//!
//! Beside it stands the last time step of which a one-time password was typed, since no code is used twice. Workers on
//! this machine write it, too.
//!
//! Both hold salted fingerprints, never a password. A rejected one is not typed again until it changes.

use std::collections::{BTreeMap, BTreeSet};

use tokio::sync::mpsc;

use crate::contract::IntegrationId;
use crate::engine::{GateRequest, LoginEnd, Refusal};
use crate::secrets::StateFile;

use super::print::note;

/// What one run of the program knows of the logins of an integration, however many jobs it does.
#[derive(Debug)]
pub(super) struct LoginMemory {
    integration: IntegrationId,
    /// A password that was rejected in an earlier run may be typed once more.
    retry_login: bool,
    /// What earlier runs know, and later ones will; `None` where the user has no home.
    kept: Option<StateFile>,
    /// Fingerprints of passwords that the app rejected in this run: they count where nothing can be kept, too.
    rejected: BTreeSet<String>,
    /// Logins in a row of which nobody knows how they ended.
    unproven: u32,
}

/// Logins in a row without a known end after which none is tried any more, as it is for a worker.
const MOST_UNPROVEN: u32 = 2;

impl LoginMemory {
    /// Nothing happened yet in this run. `retry_login`: a password that was rejected in an earlier run may be typed once
    /// more.
    pub(super) fn new(integration: IntegrationId, retry_login: bool) -> Self {
        let kept = StateFile::rejected_logins();
        Self { integration, retry_login, kept, rejected: BTreeSet::new(), unproven: 0 }
    }

    /// Answers the engine's questions until it has none left.
    pub(super) async fn answer(&mut self, mut requests: mpsc::Receiver<GateRequest>) {
        while let Some(request) = requests.recv().await {
            let (reply, answer) = match request {
                GateRequest::Login { fingerprint, reply } => (reply, self.login(&fingerprint)),
                GateRequest::LoginEnded { fingerprint, end, reply } => {
                    self.unproven = 0;
                    match end {
                        LoginEnd::Accepted => self.ended(fingerprint, false),
                        LoginEnd::Rejected(_) => self.ended(fingerprint, true),
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

    fn login(&mut self, fingerprint: &str) -> Result<(), Refusal> {
        if self.rejected.contains(fingerprint) || (self.rejected_before(fingerprint)? && !self.retry_login) {
            return Err(Refusal::RejectedBefore);
        }
        if self.unproven >= MOST_UNPROVEN {
            return Err(Refusal::LoginUnproven);
        }
        self.unproven += 1;
        Ok(())
    }

    fn rejected_before(&self, fingerprint: &str) -> Result<bool, Refusal> {
        let Some(file) = &self.kept else { return Ok(false) };
        let known: BTreeMap<String, String> = file.read().map_err(|error| {
            note(&format!("nobody knows which passwords were rejected: {error}"));
            Refusal::StateUnavailable
        })?;
        // By fingerprint; earlier versions wrote them by integration.
        Ok(known.contains_key(fingerprint) || known.values().any(|value| value == fingerprint))
    }

    fn ended(&mut self, fingerprint: String, rejected: bool) {
        if rejected {
            self.retry_login = false;
            self.rejected.insert(fingerprint.clone());
        }
        let Some(file) = &self.kept else { return };
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
