//! A result without secrets, wherever the app or the job may have shown one: every text is masked for itself, so that
//! the result can always be sent. Ids, times, numbers and the contract's own words stay: a secret such as `12` or
//! `true` must not destroy them.

use std::borrow::Cow;

use crate::contract::{
    JobError, JobResult, Origin, PartRef, Partial, PlannedStep, Seen, SeenCandidate, Subject, Warning, shorten,
};
use crate::secrets::Redactor;

/// The result without secrets. The entries of a list are left as they are: they hold what the app shows to everybody
/// who may list.
pub(super) fn masked(mut result: JobResult, redactor: &Redactor) -> JobResult {
    // Every field is named, so that a new one cannot be forgotten here.
    let JobResult {
        schema: _,
        job_id: _,
        integration: _,
        action: _,
        mode: _,
        attempt: _,
        redelivered: _,
        worker: _,
        recipe: _,
        times: _,
        outcome: _,
        effect: _,
        subject,
        applied_parts,
        unverified: _,
        items: _,
        resource: _,
        chunk: _,
        last: _,
        total_seen: _,
        total_reported: _,
        complete: _,
        proof: _,
        error,
        plan,
        evidence: _,
        warnings,
        origin,
        lists: _,
    } = &mut result;
    if let Some(Subject { resource: _, key, fields, partial }) = subject {
        text(key, redactor);
        for value in fields.values_mut() {
            redactor.redact_value(value);
        }
        for Partial { holds, lacks } in partial.values_mut() {
            each(holds.iter_mut().chain(lacks), redactor);
        }
    }
    for PartRef { action: _, fields: _, item } in applied_parts {
        each(item, redactor);
    }
    if let Some(JobError { kind: _, message, step, user_action: _, seen }) = error {
        told(message, redactor);
        each(step, redactor);
        if let Some(Seen { url_path, title, dialog, candidates }) = seen {
            for shown in [url_path, title, dialog].into_iter().flatten() {
                told(shown, redactor);
            }
            for SeenCandidate { element, locator } in candidates {
                each([element, locator], redactor);
            }
        }
    }
    for PlannedStep { action: _, does, at: _, commit: _, done: _ } in plan.iter_mut().flatten() {
        text(does, redactor);
    }
    for Warning { code: _, message } in warnings {
        told(message, redactor);
    }
    // By the other two the sender finds its own request again.
    if let Some(Origin { source, actor, request_id: _, traceparent: _ }) = origin {
        each([source, actor].into_iter().flatten(), redactor);
    }
    result
}

fn text(text: &mut String, redactor: &Redactor) {
    if let Cow::Owned(clean) = redactor.redact(text) {
        *text = clean;
    }
}

/// As [`text`], for what a person reads: an app can say more than anybody wants to know.
fn told(one: &mut String, redactor: &Redactor) {
    text(one, redactor);
    shorten(one);
}

fn each<'t>(texts: impl IntoIterator<Item = &'t mut String>, redactor: &Redactor) {
    for one in texts {
        text(one, redactor);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::secrets::Secret;

    /// A result with that text wherever a text may stand that somebody wrote.
    fn result(text: &str) -> JobResult {
        serde_json::from_value(json!({
            "schema": "idlcm.result/1", "job_id": "12122026-53bb-4f44-9a0e-6f1f6f4f5a10", "integration": "acme-12",
            "action": "users.create", "mode": "plan", "attempt": 12,
            "worker": {"id": "w-12", "version": "1.12.0", "browser": "Chrome 120"},
            "recipe": {"id": "ledgerly", "version": 12, "sha256": "e12e"},
            "times": {"queued": "2026-12-12T12:12:12Z", "login_ms": 12, "browser_ms": 2026, "commands": 12},
            "outcome": "failed", "effect": "applied",
            "subject": {"resource": "users", "key": text, "fields": {
                "name": text, "year": 2026, "on": true, "roles": ["ok", text], "more": {"inner": text},
            }},
            "applied_parts": [{"action": "users.create", "fields": ["true"], "item": text}],
            "unverified": ["true"],
            "error": {
                "kind": "unexpected_page", "message": text, "step": text, "user_action": "fix_recipe",
                "seen": {"url_path": text, "title": text, "dialog": text, "candidates": [{"element": text, "locator": text}]},
            },
            "plan": [{"action": "users.create", "does": text, "at": "recipe.yaml:12:20", "commit": true, "done": false}],
            "evidence": [{"folder": "acme/12-1", "files": ["012.webp"]}],
            "warnings": [{"code": "drift", "message": text}],
            "origin": {"source": text, "actor": text, "request_id": "request-12", "traceparent": "00-12-12-01"},
        }))
        .unwrap()
    }

    fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Object(map) => map.values().for_each(|value| texts(value, found)),
            _ => {}
        }
    }

    /// The result with its free texts blanked: what has to stay as it was.
    fn frame(mut result: JobResult) -> JobResult {
        let blank = "~";
        let bare = super::tests::result(blank);
        result.subject = bare.subject;
        let (error, bare_error) = (result.error.unwrap(), bare.error.unwrap());
        result.error = Some(JobError { kind: error.kind, user_action: error.user_action, ..bare_error });
        result.applied_parts = bare.applied_parts;
        result.plan = bare.plan;
        result.warnings = bare.warnings;
        result.origin = bare.origin;
        result
    }

    fn check(secret: &str, around: (&str, &str)) {
        let dirty = result(&format!("{}{secret}{}", around.0, around.1));
        let clean = masked(dirty.clone(), &Redactor::new([&Secret::new(secret)]));
        let written = serde_json::to_string(&clean).unwrap();
        assert_eq!(serde_json::from_str::<JobResult>(&written).unwrap(), clean, "{secret:?}");
        assert_eq!(frame(clean.clone()), frame(dirty.clone()), "{secret:?}");
        let (before, after) = (serde_json::to_value(&dirty).unwrap(), serde_json::to_value(&clean).unwrap());
        // What did not hold the text is as it was, and what did holds no secret.
        let (mut was, mut is) = (Vec::new(), Vec::new());
        texts(&before, &mut was);
        texts(&after, &mut is);
        assert_eq!(was.len(), is.len());
        let whole = format!("{}{secret}{}", around.0, around.1);
        for (was, is) in was.into_iter().zip(is) {
            if was == whole {
                assert!(!is.contains(secret), "{secret:?} in {is:?}");
            }
        }
        let fields = &clean.subject.unwrap().fields;
        assert_eq!((&fields["year"], &fields["on"]), (&json!(2026), &json!(true)));
        let origin = clean.origin.unwrap();
        assert_eq!(
            (origin.request_id.as_deref(), origin.traceparent.as_deref()),
            (Some("request-12"), Some("00-12-12-01"))
        );
    }

    #[test]
    fn a_short_secret_neither_leaks_nor_destroys_a_result() {
        for secret in ["2026", "12", "true", "1", "e", "failed", "users", "\"", "\\", "🙂", "[secret]", "]"] {
            check(secret, ("it was ", ", and more"));
        }
    }

    proptest! {
        #[test]
        fn no_secret_stands_in_a_text_and_ids_and_times_are_untouched(
            secret in prop_oneof!["[0-9]{1,64}", "[ -~äß€🙂\"'\\\\]{1,64}", "\\PC{1,64}"],
            before in "[ -~🙂]{0,8}",
            after in "[ -~🙂]{0,8}",
        ) {
            check(&secret, (&before, &after));
        }
    }
}
