//! Recipes and integrations from their folders: what is sound is there, what is broken is told, with its place.

use std::path::Path;
use std::sync::Arc;

use idlcm::catalog::{Catalog, Entry};
use tempfile::TempDir;

const ACME: &str = "schema: idlcm.integration/1
id: acme
app: ledgerly
params: {subdomain: acme}
service_account: {username: {env: ACME_USER}, password: {file: /run/secrets/acme}}
";

/// A catalogue of the shipped recipes and these integrations.
fn catalog(integrations: &[(&str, &str)]) -> Catalog {
    let folder = TempDir::new().unwrap();
    for (name, text) in integrations {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    Catalog::load(Path::new("recipes"), folder.path()).unwrap()
}

fn entry(catalog: &Catalog, id: &str) -> Option<Arc<Entry>> {
    catalog.entry(&id.parse().unwrap())
}

/// Code and marked text of each problem.
fn told(catalog: &Catalog) -> Vec<(&'static str, String)> {
    let marked = |problem: &idlcm::catalog::Problem| {
        let span = problem.diagnostic.span;
        (problem.diagnostic.code, problem.source.text[span.start..span.end].to_owned())
    };
    catalog.problems().iter().map(marked).collect()
}

#[test]
fn an_integration_fills_in_its_parameters() {
    let catalog = catalog(&[("a.yaml", ACME), ("notes.txt", "not an integration")]);
    assert_eq!(told(&catalog), []);
    let acme = entry(&catalog, "acme").unwrap();
    assert_eq!(acme.integration.name, "acme");
    assert_eq!(acme.base_url.as_str(), "https://acme.ledgerly.example/");
    assert_eq!(acme.origins[0].to_string(), "https://*.ledgerly.example");
    assert_eq!(acme.url("/admin/users").unwrap().as_str(), "https://acme.ledgerly.example/admin/users");
    assert!(acme.url("https://evil.example/").is_none());
    assert!(acme.url("//evil.example/").unwrap().host_str().unwrap().ends_with("ledgerly.example"));
    assert!(entry(&catalog, "other").is_none());
}

#[test]
fn an_integrations_own_address_replaces_the_recipes_and_its_origins() {
    let catalog = catalog(&[("a.yaml", &format!("{ACME}base_url: http://127.0.0.1:4000/app\n"))]);
    let acme = entry(&catalog, "acme").unwrap();
    assert_eq!(acme.url("/login").unwrap().as_str(), "http://127.0.0.1:4000/app/login");
    assert!(acme.url("https://acme.ledgerly.example/").is_none());
}

#[test]
fn a_tenant_may_add_origins_of_its_own() {
    let text = format!(
        "{ACME}base_url: http://127.0.0.1:4000\norigins: [https://login.acme.example, \"https://*.sso.example:8443\"]\n"
    );
    let catalog = catalog(&[("a.yaml", &text)]);
    let acme = entry(&catalog, "acme").unwrap();
    for (url, allowed) in [
        ("http://127.0.0.1:4000/x", true),
        ("https://login.acme.example/x", true),
        ("https://a.sso.example:8443/", true),
        ("https://sso.example:8443/", false),
        ("https://a.sso.example/", false),
        ("http://login.acme.example/", false),
    ] {
        assert_eq!(acme.allows(&url.parse().unwrap()), allowed, "{url}");
    }
    let broken = self::catalog(&[("a.yaml", &format!("{ACME}origins: [login.acme.example]\n"))]);
    assert!(entry(&broken, "acme").is_none());
    assert_eq!(told(&broken), [("bad_origin", "login.acme.example".to_owned())]);
}

#[test]
fn roles_that_are_kept_are_roles_of_the_app() {
    let kept = |text: &str| catalog(&[("a.yaml", &format!("{ACME}keep_at_least: {text}\n"))]);
    assert!(entry(&kept("{admin: 1}"), "acme").is_some());
    let wrong = kept("{admn: 1}");
    assert_eq!(told(&wrong), [("unknown_role", "admn".to_owned())]);
    assert!(entry(&kept("{admin: 0}"), "acme").is_none(), "nobody is not a number of people");
}

#[test]
fn a_broken_integration_does_not_hide_the_good_ones() {
    let catalog = catalog(&[
        ("a.yaml", &ACME.replace("app: ledgerly", "app: ledgerli")),
        ("b.json", r#"{"schema": "idlcm.integration/1", "id": "B!", "app": "ledgerly"}"#),
        ("c.yaml", ACME),
        ("d.yaml", "id: [\n"),
    ]);
    assert!(entry(&catalog, "acme").is_some());
    assert!(catalog.has_errors());
    let told = told(&catalog);
    assert_eq!(told[0], ("unknown_app", "ledgerli".to_owned()));
    assert_eq!(told[1], ("invalid_value", "\"B!\"".to_owned()));
    assert_eq!(told[2].0, "yaml_syntax");
}

#[test]
fn each_mistake_of_an_integration_is_told_at_its_place() {
    let bad = "schema: idlcm.integration/2
id: acme
app: ledgerly
params: {subdomain: Not OK, subdomian: x}
service_account: {username: {env: ACME_USER}, password: {file: /run/secrets/acme}}
limits: {users.disabel: 20/h}
protected_users: [root@acme.example, ' ']
";
    let catalog = catalog(&[("a.yaml", bad)]);
    let mut told = told(&catalog);
    told.sort();
    assert_eq!(
        told,
        [
            ("bad_param", "Not OK".to_owned()),
            ("empty_text", "' '".to_owned()),
            ("unknown_action", "users.disabel".to_owned()),
            ("unknown_param", "subdomian".to_owned()),
            ("unknown_schema", "idlcm.integration/2".to_owned()),
        ]
    );
}

#[test]
fn what_a_tenant_adds_needs_a_place_in_the_recipe() {
    let with = |schema: &str| catalog(&[("a.yaml", &format!("{ACME}user_schema: {schema}\n"))]);
    let sound = with("{fields: {name: {type: string, required: true}}, roles: {clerk: {label: Clerk, rank: 2}}}");
    assert_eq!(told(&sound), []);
    let acme = entry(&sound, "acme").unwrap();
    assert!(acme.requires("name") && !acme.requires("email"));
    for (schema, code, place) in [
        ("{fields: {cost_center: {type: string}}}", "unknown_field", "cost_center"),
        ("{fields: {name: {type: number}}}", "type_conflict", "name"),
        ("{fields: {name: {type: string, labels: {a: A}}}}", "labels_without_enum", "name"),
        ("{roles: {admin: {label: Boss}}}", "duplicate_role", "admin"),
        ("{roles: {clerk: {label: Administrator}}}", "duplicate_label", "clerk"),
        ("{roles: {clerk: {label: Clerk, incompatible: [admn]}}}", "unknown_role", "clerk"),
    ] {
        let broken = with(schema);
        assert_eq!(told(&broken), [(code, place.to_owned())], "{schema}");
        assert!(entry(&broken, "acme").is_none(), "{schema}");
    }
}

#[test]
fn a_missing_parameter_and_an_id_used_twice_are_told() {
    let catalog = catalog(&[("a.yaml", ACME), ("b.yaml", &ACME.replace("params: {subdomain: acme}\n", ""))]);
    let codes: Vec<&str> = told(&catalog).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"missing_param") && codes.contains(&"duplicate_id"), "{codes:?}");
    assert!(entry(&catalog, "acme").is_some());
}

#[test]
fn a_key_that_stands_twice_is_refused_in_yaml_and_in_json() {
    let twice = ACME.replace("{subdomain: acme}", "{subdomain: acme, \"sub\\u0064omain\": beta}");
    let json = r#"{"schema": "idlcm.integration/1", "id": "beta", "app": "ledgerly", "params": {"subdomain": "beta"},
        "service_account": {"username": {"env": "A", "\u0065nv": "B"}, "password": {"env": "C"}}, "id": "gamma"}"#;
    let catalog = catalog(&[("a.yaml", &twice), ("b.json", json)]);
    let marked: Vec<(&str, String)> = told(&catalog).into_iter().filter(|(code, _)| *code == "duplicate_key").collect();
    let texts: Vec<&str> = marked.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, [r#""sub\u0064omain""#, r#""\u0065nv""#, r#""id""#]);
    for id in ["acme", "beta", "gamma"] {
        assert!(entry(&catalog, id).is_none(), "{id}");
    }
}

#[test]
fn a_byte_order_mark_says_nothing_and_other_encodings_are_told() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.yaml"), format!("\u{feff}{ACME}")).unwrap();
    let wide: Vec<u8> = ACME.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("b.yaml"), [b"\xff\xfe", &wide[..]].concat()).unwrap();
    let catalog = Catalog::load(Path::new("recipes"), folder.path()).unwrap();
    assert_eq!(told(&catalog), [("not_utf8", String::new())]);
    assert!(entry(&catalog, "acme").is_some());
}

#[test]
fn a_recipe_stands_in_the_folder_of_its_app_and_a_broken_one_is_told() {
    let folder = TempDir::new().unwrap();
    let good = std::fs::read_to_string("recipes/ledgerly/recipe.yaml").unwrap();
    for (name, text) in [("ledgerly", good.as_str()), ("other", &good), ("broken", "schema: x")] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        std::fs::write(folder.path().join(name).join("recipe.yaml"), text).unwrap();
    }
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    let integrations = TempDir::new().unwrap();
    let catalog = Catalog::load(folder.path(), integrations.path()).unwrap();
    assert_eq!(catalog.recipes().count(), 1);
    assert!(catalog.problems().iter().any(|problem| problem.diagnostic.code == "wrong_folder"));
    assert!(catalog.problems().iter().any(|problem| problem.diagnostic.code == "unknown_schema"));
}

#[test]
fn a_folder_that_is_not_there_says_which_option_names_it() {
    let error = Catalog::load(Path::new("recipes"), Path::new("/nowhere/integrations")).unwrap_err();
    assert!(error.to_string().ends_with("create it, or name another one with --integrations"), "{error}");
}

#[test]
fn integrations_come_from_texts_too_and_the_folders_win() {
    let document = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let json = r#"{"schema": "idlcm.integration/1", "id": "beta", "app": "ledgerly", "params": {"subdomain": "beta"},
        "service_account": {"username": {"env": "BETA_USER"}, "password": {"file": "/run/secrets/beta"}}}"#;
    let documents = [document("acme", ACME), document("beta", json), document("broken", "id: 5")];
    let only = Catalog::with_integrations(Path::new("recipes"), &documents).unwrap();
    assert_eq!(only.ids().map(idlcm::contract::IntegrationId::as_str).collect::<Vec<_>>(), ["acme", "beta"]);
    assert_eq!(only.entry(&"beta".parse().unwrap()).unwrap().base_url.as_str(), "https://beta.ledgerly.example/");
    let mut both = catalog(&[("a.yaml", &format!("{ACME}name: The folder's\n"))]);
    both.add_integrations(&documents[..2]);
    assert_eq!(entry(&both, "acme").unwrap().integration.name, "The folder's");
    assert!(entry(&both, "beta").is_some());
    let [twice] = both.problems() else { panic!("{:?}", both.problems()) };
    assert_eq!((twice.diagnostic.code, twice.source.path.as_path()), ("duplicate_id", Path::new("acme")));
}

#[test]
fn one_integration_is_checked_without_being_added() {
    let catalog = catalog(&[]);
    let entry = catalog.read_integration("the new one", ACME).unwrap();
    assert_eq!(entry.integration.id.as_str(), "acme");
    assert_eq!(catalog.ids().count(), 0);
    let problems = catalog.read_integration("the new one", &ACME.replace("ledgerly", "ledgerli")).unwrap_err();
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(problem.diagnostic.code, "unknown_app");
    assert!(problem.to_string().contains("did you mean `ledgerly`?"), "{problem}");
}

#[test]
fn a_password_in_the_place_of_a_reference_is_not_repeated() {
    let json = r#"{"schema": "idlcm.integration/1", "id": "beta", "app": "ledgerly", "params": {"subdomain": "beta"},
        "service_account": {"username": {"env": "BETA_USER"}, "password": "S3cret-word"}}"#;
    let inline = ACME.replace("{file: /run/secrets/acme}", "S3cret-word");
    let block = ACME.replace("{username: {env: ACME_USER}, password: {file: /run/secrets/acme}}", "")
        + "  username: 5\n  password: |\n    S3cret-word\n    S3cret-word\n";
    for (text, count) in [(json, 1), (inline.as_str(), 1), (block.as_str(), 2)] {
        let problems = catalog(&[]).read_integration("new", text).unwrap_err();
        assert_eq!(problems.len(), count, "{text}");
        for problem in &problems {
            assert_eq!(problem.diagnostic.code, "literal_secret");
            assert!(!format!("{problem} {problem:?}").contains("S3cret"), "{problem} {problem:?}");
        }
        let told = problems.last().unwrap().to_string();
        assert!(told.contains("`service_account.password` holds a value itself"), "{told}");
        assert!(told.contains("{env: NAME}"), "{told}");
    }
}

const FLASK: &str = "schema: idlcm.integration/1
id: flask
app: flask-appbuilder
base_url: https://flask.example
service_account: {username: {vault: \"kv/flask#username\"}, password: {vault: \"kv/flask#password\"}}
";

#[test]
fn a_generated_value_is_delivered_to_a_path_of_the_user() {
    let deliver = "deliver: {password: {vault: \"kv/initial/{{ user.username | lower }}/x#password\"}}\n";
    let catalog = catalog(&[("a.yaml", &format!("{FLASK}{deliver}"))]);
    assert_eq!(told(&catalog), []);
    let flask = entry(&catalog, "flask").unwrap();
    assert!(flask.integration.uses_vault());
    let place = flask.deliveries["password"].sample().unwrap();
    assert_eq!(place.to_string(), "kv/initial/idlcm/x#password");
}

#[test]
fn a_reference_into_vault_is_checked_at_its_place() {
    for (place, code, marked) in [
        ("kv/initial/{{ user.username }}", "bad_vault_reference", "kv/initial/{{ user.username }}"),
        ("{{ user.username }}/initial#password", "bad_vault_reference", "{{ user.username }}/initial#password"),
        ("kv/../{{ user.username }}#password", "bad_vault_reference", "kv/../{{ user.username }}#password"),
        ("kv//{{ user.username }}#password", "bad_vault_reference", "kv//{{ user.username }}#password"),
        ("kv/{{ user.username }}#idlcm_job", "bad_vault_reference", "kv/{{ user.username }}#idlcm_job"),
        ("kv/{{ user.usernam }}#password", "unknown_field", "{{ user.usernam }}"),
        ("kv/{{ user.roles }}#password", "list_in_text", "{{ user.roles }}"),
        ("kv/{{ secrets.password }}#password", "secret_misplaced", "{{ secrets.password }}"),
        ("kv/{{ group.name }}#password", "wrong_subject", "{{ group.name }}"),
        ("kv/{{ user.username | shout }}#password", "bad_filter", "{{ user.username | shout }}"),
    ] {
        let catalog = catalog(&[("a.yaml", &format!("{FLASK}deliver: {{password: {{vault: '{place}'}}}}\n"))]);
        let told: Vec<_> =
            told(&catalog).into_iter().map(|(code, text)| (code, text.trim_matches('\'').to_owned())).collect();
        assert_eq!(told, [(code, marked.to_owned())], "{place}");
        assert!(entry(&catalog, "flask").is_none());
    }
    let unknown = "deliver: {pasword: {vault: 'kv/{{ user.username }}#password'}}\n";
    assert_eq!(told(&catalog(&[("a.yaml", &format!("{FLASK}{unknown}"))])), [("unknown_name", "pasword".to_owned())]);
    let ledgerly = format!("{ACME}deliver: {{password: {{vault: 'kv/x#password'}}}}\n");
    let catalog_of_none = catalog(&[("a.yaml", &ledgerly)]);
    assert_eq!(told(&catalog_of_none), [("unknown_name", "password".to_owned())]);
    let bare = FLASK.replace("kv/flask#username", "flask");
    assert_eq!(told(&catalog(&[("a.yaml", &bare)])), [("bad_vault_reference", "\"flask\"".to_owned())]);
}
