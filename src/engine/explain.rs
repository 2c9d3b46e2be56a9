//! Why conditions do not hold, for the recipe's author: each with what is seen in its place.

use crate::browser::{CommandError, Explanation, Finding, Probe};
use crate::contract::{ErrorKind, Seen};

use super::attempt::Attempt;
use super::failure::{Failure, seen_candidates};

impl Attempt<'_> {
    /// A failure of a condition that did not come to hold. `kind`: unless what it is about is not on the page at all.
    pub(super) async fn unmet(&mut self, kind: ErrorKind, what: &str, probe: &Probe) -> Failure {
        let parts = probe.parts();
        let Explanation { findings, .. } = self.explained(&parts).await;
        unmet(kind, what, probe, &parts, &findings)
    }

    /// As a failed look at a list says it: if the page is not the one that the list is on, what of it is missing.
    pub(super) async fn unready(&mut self, error: &CommandError, ready: &Probe, failure: Failure) -> Failure {
        if !matches!(error, CommandError::NotReady { .. }) {
            return failure;
        }
        let parts = ready.parts();
        let Explanation { findings, .. } = self.explained(&parts).await;
        if findings.iter().all(|finding| finding.holds) {
            return failure;
        }
        let unmet = unmet(failure.kind, "what the list is on is not there", ready, &parts, &findings);
        let seen = match (failure.seen, unmet.seen) {
            (Some(seen), Some(near)) => Some(Seen { candidates: near.candidates, ..seen }),
            (seen, near) => seen.or(near),
        };
        Failure { message: format!("{}; {}", failure.message, unmet.message), seen, ..failure }
    }

    /// What an app says where a condition holds: `it reads "No seats left"`.
    pub(super) async fn words_of(&mut self, probe: &Probe) -> Option<String> {
        let shown = |part: &&Probe| matches!(part, Probe::Visible { .. } | Probe::Toast { .. } | Probe::Value { .. });
        let parts: Vec<&Probe> = probe.parts().into_iter().filter(shown).collect();
        let Explanation { findings, .. } = self.explained(&parts).await;
        findings.into_iter().filter(|finding| finding.holds).find_map(|finding| finding.seen)
    }

    /// What the page shows about conditions, as far as it can be asked.
    pub(super) async fn explained(&mut self, probes: &[&Probe]) -> Explanation {
        let deadline = self.step_deadline(None);
        match self.slot.session() {
            Some(session) => session.explain(probes, deadline).await.unwrap_or_default(),
            None => Explanation::default(),
        }
    }
}

/// A failure of a condition, of whose parts this was found; of none, if the page could not be asked.
fn unmet(kind: ErrorKind, what: &str, probe: &Probe, parts: &[&Probe], findings: &[Finding]) -> Failure {
    if findings.len() != parts.len() {
        return Failure::new(kind, format!("{what}: {probe}"));
    }
    let told = |(part, finding): (&&Probe, &Finding)| match (&finding.seen, finding.holds) {
        (_, true) => format!("{part}: holds"),
        (Some(seen), false) => format!("{part}: does not hold, {seen}"),
        (None, false) => format!("{part}: does not hold"),
    };
    // What is to blame comes first.
    let (held, failed): (Vec<_>, Vec<_>) = parts.iter().zip(findings).partition(|(_, finding)| finding.holds);
    let blamed = failed.first().map(|(_, finding)| *finding);
    let kind = match blamed {
        Some(finding) if finding.missing && kind == ErrorKind::SubjectMismatch => ErrorKind::ElementMissing,
        _ => kind,
    };
    let sentences: Vec<String> = failed.iter().chain(&held).copied().map(told).collect();
    let mut failure = Failure::new(kind, format!("{what}: {}", sentences.join("; ")));
    if let Some(finding) = blamed.filter(|finding| !finding.candidates.is_empty()) {
        failure.seen = Some(Seen { candidates: seen_candidates(&finding.candidates), ..Seen::default() });
    }
    failure
}
