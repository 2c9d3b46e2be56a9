//! What to do next with an integration.

use serde_json::Value;

use crate::contract::UserAction;

/// The next step of an integration as the gateway tells it; none where nothing is left to do.
pub(super) fn next(integration: &Value) -> Option<String> {
    let text = |name: &str| integration.get(name).and_then(Value::as_str);
    let id = text("id")?;
    let synced = text("synced").is_some();
    let advice = match (text("state")?, text("stage")?) {
        ("paused", _) => format!("idlcm admin resume {id}"),
        ("needs_attention", _) => {
            format!("mend what it waits for (docs/gateway.md: An integration that waits); then idlcm admin resume {id}")
        }
        ("needs_review", _) => format!("look in the app; then idlcm admin review {id} --apply, or --discard"),
        (_, "draft") if text("test_failed").is_some() => format!("mend what the test says; then idlcm admin test {id}"),
        (_, "draft") => format!("idlcm admin test {id}"),
        (_, "ready" | "connected") if !synced => format!("idlcm admin sync {id}"),
        (_, "ready") => format!("idlcm admin token create {id}, and enter what it prints at the identity provider"),
        (_, "connected") => "let the identity provider import the users of the app".to_owned(),
        _ => return None,
    };
    Some(advice)
}

/// What stands in the way of an integration, if something does.
pub(super) fn obstacle(integration: &Value) -> Option<&str> {
    ["attention", "review", "test_failed"].iter().find_map(|name| integration.get(name)?.as_str())
}

/// What a person is to do about a failed job.
pub(super) fn mend(error: &Value) -> &'static str {
    let action = error.get("user_action").cloned().unwrap_or_default();
    match serde_json::from_value(action).unwrap_or(UserAction::None) {
        UserAction::None => "see `idlcm admin jobs`, then try it again",
        UserAction::FixRequest => "correct what was asked for",
        UserAction::ReviewCredentials => {
            "correct the user name or the password of the service account where the workers read them"
        }
        UserAction::ConfigureMfa => "set up the second factor of the service account",
        UserAction::SolveChallenge => "log in by hand as the service account and do what the app asks for",
        UserAction::GrantPermissions => "give the service account the right to manage users in the app",
        UserAction::AddLicenses => "buy or free seats in the app",
        UserAction::ReactivateSubscription => "reactivate the subscription of the app",
        UserAction::FixOrganisation => "correct `params` of the integration (idlcm admin update)",
        UserAction::FixRecipe => "the app's pages have changed: whoever maintains the recipe has to correct it",
        UserAction::ReviewLimits => "review `limits` of the integration (idlcm admin update)",
        UserAction::FinishManually => "look in the app and finish by hand what was left undone",
        UserAction::ContactOperator => "tell whoever operates the workers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_step_is_named_until_there_is_none() {
        let cases = [
            (json!({"state": "draft", "stage": "draft"}), "idlcm admin test acme"),
            (json!({"state": "draft", "stage": "draft", "test_failed": "no"}), "mend what the test says"),
            (json!({"state": "ready", "stage": "ready"}), "idlcm admin sync acme"),
            (json!({"state": "ready", "stage": "ready", "synced": "2026-01-01T00:00:00Z"}), "idlcm admin token create"),
            (json!({"state": "connected", "stage": "connected"}), "idlcm admin sync acme"),
            (json!({"state": "needs_review", "stage": "active"}), "--discard"),
            (json!({"state": "paused", "stage": "ready"}), "idlcm admin resume acme"),
        ];
        for (mut integration, words) in cases {
            integration["id"] = json!("acme");
            let advice = next(&integration).unwrap();
            assert!(advice.contains(words), "{integration}: {advice}");
        }
        let done = json!({"id": "acme", "state": "active", "stage": "active", "synced": "2026-01-01T00:00:00Z"});
        assert_eq!((next(&done), obstacle(&done)), (None, None));
        assert_eq!(obstacle(&json!({"attention": null, "review": "much is gone"})), Some("much is gone"));
    }

    #[test]
    fn an_error_says_what_a_person_is_to_do() {
        assert!(mend(&json!({"user_action": "review_credentials"})).contains("password"));
        assert!(mend(&json!({})).contains("try it again"));
    }
}
