//! What a person is to do, and on which page.

/// What to do about a failure, by its user action; and the step of the settings where it is mended, if it is there.
pub(super) fn advice(action: &str) -> (&'static str, &'static str) {
    match action {
        "fix_request" => ("Correct what was asked for, at the identity provider.", ""),
        "review_credentials" => (
            "Correct the user name or the password of the service account where the workers read them, or choose another \
             account. Then resume.",
            "account",
        ),
        "configure_mfa" => {
            ("Set up the one-time codes of the service account, and keep the key of them with its password.", "account")
        }
        "solve_challenge" => ("Log in by hand as the service account, and do what the app asks for. Then resume.", ""),
        "grant_permissions" => {
            ("Give the service account the right to manage users in the app. Then resume.", "account")
        }
        "add_licenses" => ("Buy or free seats in the app.", ""),
        "reactivate_subscription" => ("Reactivate the subscription of the app.", ""),
        "fix_organisation" => ("Correct what the app asks for, such as the business ID.", "app"),
        "fix_recipe" => (
            "The app's pages have changed, or its address is wrong: whoever maintains the recipe has to correct it.",
            "app",
        ),
        "review_limits" => ("Review the limits of the integration.", "settings"),
        "finish_manually" => ("Look in the app, and finish by hand what was left undone.", ""),
        "contact_operator" => ("Tell whoever operates the workers.", ""),
        _ => ("Try it again.", ""),
    }
}

/// What to do next with an integration: in a sentence, and the page for it.
pub(super) fn next(state: &str, synced: bool, has_token: bool) -> Option<(&'static str, &'static str)> {
    Some(match state {
        "draft" => ("Test it: a worker logs in and reads the first page of users.", "test"),
        "ready" | "connected" if !synced => (
            "Sync it: all users, roles and groups are read once. Until then the identity provider may not write.",
            "sync",
        ),
        "ready" if !has_token => ("Connect the identity provider: make a token and enter it there.", "provider"),
        "ready" => ("Enter address and token at the identity provider; it has not called yet.", "provider"),
        "connected" => ("Let the identity provider import the users of the app.", "provider"),
        _ => return None,
    })
}
