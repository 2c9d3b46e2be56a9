//! What the users of each shipped recipe look like in SCIM.

use std::fmt::Write as _;
use std::sync::Arc;

use idlcm::catalog::Catalog;
use idlcm::gateway::mapping::App;
use idlcm::scim::{Attribute, Mutability};
use serde_json::{Value, json};

use crate::rig::checkout;

fn app(name: &str, params: &Value) -> App {
    let catalog = Catalog::with_integrations(&checkout("recipes"), &[]).unwrap();
    let document = json!({
        "schema": "idlcm.integration/1", "id": "acme", "app": name, "params": params,
        "service_account": {"username": {"env": "A"}, "password": {"env": "B"}, "totp": {"env": "C"}},
    });
    App::new(Arc::new(catalog.read_integration("acme", &document.to_string()).unwrap()))
}

/// `userName!` is required, `status-` cannot be written, `email+` only once.
fn told(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        let mark = match attribute.mutability {
            Mutability::ReadOnly => "-",
            Mutability::Immutable => "+",
            Mutability::ReadWrite | Mutability::WriteOnly => "",
        };
        write!(text, " {}{}{mark}", attribute.name, if attribute.required { "!" } else { "" }).unwrap();
    }
    text.trim().to_owned()
}

#[test]
fn every_recipe_has_users_with_a_name_and_what_else_the_app_keeps() {
    for (name, params, core, extensions) in [
        (
            "boardly",
            json!({"workspace": "acme"}),
            "userName! name displayName active emails! groups- roles!",
            vec!["costCenter"],
        ),
        (
            "ledgerly",
            json!({"subdomain": "acme"}),
            "userName! name displayName! active emails!+ roles!",
            vec!["joined-"],
        ),
        (
            "trackly",
            json!({"company": "acme"}),
            "userName! name! displayName active emails!+ entitlements roles!",
            vec!["since-"],
        ),
        ("vaultic", json!({}), "userName!+ name displayName! active emails! groups-", vec!["expires_on"]),
        ("django-admin", json!({}), "userName!+ name displayName active emails roles", vec!["is_staff"]),
        ("idlcm-console", json!({}), "userName!+ name displayName! active roles", vec![]),
    ] {
        let app = app(name, &params);
        let own: Vec<String> = app.users.extensions.iter().map(|extension| told(&extension.attributes)).collect();
        assert_eq!(
            (told(&app.users.schema.attributes).as_str(), own),
            (core, extensions.into_iter().map(str::to_owned).collect::<Vec<_>>()),
            "{name}"
        );
    }
}
