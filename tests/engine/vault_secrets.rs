//! Secrets in Vault: how they are read, what is asked for, and what is said where they cannot be had. What Vault was asked
//! is read from its own record.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::vault::{Authority, ROLE_ID, SECRET_ID, TOKEN, Vault};
use idlcm::contract::{Integration, SecretRef};
use idlcm::engine::AccountSecrets;
use idlcm::secrets::{Credential, SecretError, Store, VaultAddress, VaultLogin, VaultRef};
use serde_json::json;

const PASSWORD: &str = "S3cure+pass/word=42%";

/// A folder with a token and a secret id in files, and a Vault with a service account.
struct Home {
    vault: Vault,
    folder: tempfile::TempDir,
}

impl Home {
    async fn new() -> Self {
        Self::of(Vault::start().await)
    }

    fn of(vault: Vault) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("token"), format!("{TOKEN}\n")).unwrap();
        std::fs::write(folder.path().join("secret-id"), SECRET_ID).unwrap();
        vault.put(
            "acme/ledgerly",
            json!({"username": "owner", "password": PASSWORD, "pin": 7, "totp": "JBSWY3DPEHPK3PXP"}),
        );
        Self { vault, folder }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn address(&self) -> VaultAddress {
        VaultAddress { url: self.vault.url(), ..VaultAddress::default() }
    }

    fn by_token(&self) -> Store {
        opened(&self.address(), VaultLogin::Token(Credential::File(self.file("token"))))
    }

    fn by_role(&self) -> Store {
        let secret_id = Credential::File(self.file("secret-id"));
        let login = VaultLogin::AppRole { mount: "approle".into(), role_id: ROLE_ID.into(), secret_id };
        opened(&self.address(), login)
    }
}

fn opened(address: &VaultAddress, login: VaultLogin) -> Store {
    Store::new(idlcm::secrets::Vault::new(address, Some(login)))
}

async fn read(store: &Store, reference: &str) -> Result<String, SecretError> {
    let secret = store.reading().secret(&SecretRef::Vault(reference.into())).await?;
    Ok(secret.expose().to_owned())
}

/// What is said where a secret cannot be read.
async fn refused(store: &Store, reference: &str) -> String {
    let error = read(store, reference).await.unwrap_err();
    let told = format!("{error} {error:?} {store:?}");
    for secret in [PASSWORD, TOKEN, SECRET_ID, "JBSWY3DPEHPK3PXP"] {
        assert!(!told.contains(secret), "{told}");
    }
    error.to_string()
}

#[tokio::test]
async fn all_secrets_of_one_path_are_one_request_and_a_changed_one_is_seen_by_the_next() {
    let home = Home::new().await;
    home.vault.set(|kept| kept.namespace = Some("tenants/acme".into()));
    let address = VaultAddress { namespace: Some("tenants/acme".into()), ..home.address() };
    let store = opened(&address, VaultLogin::Token(Credential::File(home.file("token"))));
    let reference = |field: &str| json!({"vault": format!("kv/acme/ledgerly#{field}")});
    let integration: Integration = serde_json::from_value(json!({
        "schema": "idlcm.integration/1", "id": "acme", "app": "ledgerly", "service_account":
            {"username": reference("username"), "password": reference("password"), "totp": reference("totp")},
    }))
    .unwrap();
    let secrets = AccountSecrets::resolve(&integration, &store).await.unwrap();
    assert_eq!((secrets.username.expose(), secrets.password.expose()), ("owner", PASSWORD));
    assert_eq!(secrets.totp.unwrap().expose(), "JBSWY3DPEHPK3PXP");
    assert_eq!(home.vault.count("GET kv/data/acme/ledgerly"), 1);
    home.vault
        .put("acme/ledgerly", json!({"username": "owner", "password": "another one", "totp": "JBSWY3DPEHPK3PXP"}));
    let secrets = AccountSecrets::resolve(&integration, &store).await.unwrap();
    assert_eq!(secrets.password.expose(), "another one");
    let seen = home.vault.seen();
    assert!(seen.iter().all(|seen| seen.token.as_deref() == Some(TOKEN)), "{seen:?}");
    assert!(seen.iter().all(|seen| seen.namespace.as_deref() == Some("tenants/acme")), "{seen:?}");
}

#[tokio::test]
async fn a_secret_that_cannot_be_had_says_what_to_do() {
    let home = Home::new().await;
    let store = home.by_token();
    home.vault.put("acme/old", json!({"password": PASSWORD}));
    home.vault.delete("acme/old");
    home.vault.set(|kept| kept.denied = vec!["read kv/data/other".into()]);
    for (reference, words) in [
        ("kv/acme/nothing#password", "has nothing at `kv/acme/nothing`; write it there"),
        ("kv/acme/old#password", "the newest version of `kv/acme/old` in Vault is deleted"),
        ("kv/acme/ledgerly#pasword", "has no field `pasword`"),
        ("kv/acme/ledgerly#pin", "the field `pin` of `kv/acme/ledgerly` in Vault is not a text"),
        (
            "kv/other/x#password",
            "does not allow to read `kv/data/other/x` (permission denied); its policy has to grant `read`",
        ),
        ("kv/acme#", "is not a reference to a value in Vault"),
    ] {
        let said = refused(&store, reference).await;
        assert!(said.contains(words), "no `{words}` in {said}");
    }
    home.vault.set(|kept| kept.sealed = true);
    assert!(refused(&store, "kv/acme/ledgerly#password").await.contains("is sealed or not ready (Vault is sealed)"));
    home.vault.set(|kept| kept.sealed = false);
    let nowhere = VaultAddress { url: "http://127.0.0.1:1".into(), ..VaultAddress::default() };
    let store = opened(&nowhere, VaultLogin::Token(Credential::File(home.file("token"))));
    assert!(refused(&store, "kv/acme/ledgerly#password").await.contains("no Vault answers at http://127.0.0.1:1"));
    std::fs::write(home.file("token"), "hvs.no-longer-a-token").unwrap();
    let said = refused(&home.by_token(), "kv/acme/ledgerly#password").await;
    assert!(said.contains("refuses the login with the token of the file") && !said.contains("no-longer"), "{said}");
    std::fs::write(home.file("secret-id"), "not-the-secret-id").unwrap();
    let said = refused(&home.by_role(), "kv/acme/ledgerly#password").await;
    assert!(said.contains("by AppRole (auth/approle) (invalid role or secret ID)"), "{said}");
    assert!(!said.contains("not-the-secret-id"), "{said}");
    std::fs::remove_file(home.file("secret-id")).unwrap();
    let said = refused(&home.by_role(), "kv/acme/ledgerly#password").await;
    assert!(said.contains("the secret id for Vault cannot be had: the secret's file"), "{said}");
    let store = Store::new(idlcm::secrets::Vault::new(&home.address(), None));
    assert!(refused(&store, "kv/acme/ledgerly#password").await.contains("set VAULT_TOKEN_FILE or VAULT_TOKEN"));
}

#[tokio::test]
async fn a_token_is_renewed_while_that_helps_and_then_had_anew() {
    let home = Home::new().await;
    home.vault.set(|kept| (kept.ttl, kept.max_ttl) = (Duration::from_secs(2), Duration::from_secs(4)));
    let store = home.by_role();
    let begun = Instant::now();
    while home.vault.count("POST auth/approle/login") < 2 {
        assert_eq!(read(&store, "kv/acme/ledgerly#password").await.unwrap(), PASSWORD);
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", home.vault.seen());
    }
    let seen = home.vault.seen();
    let lines: Vec<&str> = seen.iter().map(|seen| seen.line.as_str()).filter(|line| line.contains("auth/")).collect();
    let again = lines.iter().rposition(|line| *line == "POST auth/approle/login").unwrap();
    assert!(again > 1 && lines[1..again].iter().all(|line| *line == "POST auth/token/renew-self"), "{lines:?}");
    // Nobody was refused on the way, and no token was sent to where one is had.
    assert!(seen.iter().all(|seen| (seen.line == "POST auth/approle/login") == seen.token.is_none()), "{seen:?}");
}

#[tokio::test]
async fn a_token_that_is_revoked_is_replaced_once_and_files_are_read_anew() {
    let home = Home::new().await;
    let store = home.by_role();
    read(&store, "kv/acme/ledgerly#password").await.unwrap();
    home.vault.revoke("hvs.approle-token-001");
    home.vault.set(|kept| kept.secret_id = "s3cret-id-0002".into());
    std::fs::write(home.file("secret-id"), "s3cret-id-0002\n").unwrap();
    assert_eq!(read(&store, "kv/acme/ledgerly#password").await.unwrap(), PASSWORD);
    assert_eq!(home.vault.count("POST auth/approle/login"), 2);
    // What the policy refuses is asked for with one new token, and no more.
    home.vault.set(|kept| kept.denied = vec!["read kv".into()]);
    refused(&store, "kv/acme/ledgerly#password").await;
    assert_eq!(home.vault.count("POST auth/approle/login"), 3);

    let store = home.by_token();
    home.vault.set(|kept| kept.denied.clear());
    read(&store, "kv/acme/ledgerly#password").await.unwrap();
    home.vault.revoke(TOKEN);
    home.vault.issue("hvs.second", Duration::from_mins(5));
    assert!(refused(&store, "kv/acme/ledgerly#password").await.contains("refuses the login"));
    std::fs::write(home.file("token"), "hvs.second").unwrap();
    assert_eq!(read(&store, "kv/acme/ledgerly#password").await.unwrap(), PASSWORD);
}

#[tokio::test]
async fn a_request_is_sent_twice_at_most_and_no_redirection_is_followed() {
    let home = Home::new().await;
    let store = home.by_token();
    let line = "GET kv/data/acme/ledgerly";
    read(&store, "kv/acme/ledgerly#password").await.unwrap();
    for (status, header) in [(500, None), (429, Some(("retry-after", "0".to_owned()))), (503, None), (412, None)] {
        let before = home.vault.count(line);
        home.vault.set(|kept| kept.next = vec![(status, header.clone())]);
        assert_eq!(read(&store, "kv/acme/ledgerly#password").await.unwrap(), PASSWORD, "{status}");
        home.vault.set(|kept| kept.next = vec![(status, header.clone()); 2]);
        let said = refused(&store, "kv/acme/ledgerly#password").await;
        assert!(said.contains("(not now)"), "{said}");
        assert_eq!(home.vault.count(line) - before, 4, "{status}");
    }
    let other = Vault::start().await;
    let target = format!("{}/v1/kv/data/acme/ledgerly", other.url());
    home.vault.set(|kept| kept.next = vec![(307, Some(("location", target)))]);
    let said = refused(&store, "kv/acme/ledgerly#password").await;
    assert!(said.contains("points to another address"), "{said}");
    assert_eq!(other.seen(), []);
}

#[tokio::test]
async fn a_vault_is_believed_by_its_certificate_only() {
    let folder = tempfile::tempdir().unwrap();
    let own = Authority::new(folder.path(), "own", "localhost");
    let other = Authority::new(folder.path(), "other", "localhost");
    let home = Home::of(Vault::with_tls(&own).await);
    let with = |ca: Option<&Path>, url: String| {
        let address = VaultAddress { url, ca_file: ca.map(Path::to_owned), ..VaultAddress::default() };
        opened(&address, VaultLogin::Token(Credential::File(home.file("token"))))
    };
    let store = with(Some(&own.ca), home.vault.url());
    assert_eq!(read(&store, "kv/acme/ledgerly#password").await.unwrap(), PASSWORD);
    let seen = home.vault.seen().len();
    let by_number = home.vault.url().replace("localhost", "127.0.0.1");
    for store in [with(Some(&other.ca), home.vault.url()), with(None, home.vault.url()), with(Some(&own.ca), by_number)]
    {
        let said = refused(&store, "kv/acme/ledgerly#password").await;
        assert!(said.contains("is its certificate trusted (VAULT_CACERT)?"), "{said}");
    }
    assert_eq!(home.vault.seen().len(), seen);
    let said = refused(&with(Some(&home.file("token")), home.vault.url()), "kv/acme/ledgerly#password").await;
    assert!(said.contains("the certificates in") && said.contains("VAULT_CACERT"), "{said}");
}

#[tokio::test]
async fn a_value_is_delivered_beside_what_is_there_and_found_again_by_its_job_alone() {
    let home = Home::new().await;
    let store = home.by_token();
    let place: VaultRef = "kv/acme/initial/ada@acme.example#password".parse().unwrap();
    let value = idlcm::secrets::Secret::new("first value");
    assert!(store.delivered(&place, "job-1").await.unwrap().is_none());
    store.may_deliver(&place).await.unwrap();
    store.deliver(&place, "job-1", &value).await.unwrap();
    assert_eq!(store.delivered(&place, "job-1").await.unwrap().unwrap().expose(), "first value");
    assert!(store.delivered(&place, "job-2").await.unwrap().is_none());
    // The same again is no new version.
    store.deliver(&place, "job-1", &value).await.unwrap();
    assert_eq!(home.vault.newest("acme/initial/ada@acme.example").unwrap().0, 1);

    // Somebody is quicker: what he wrote stays.
    let theirs = json!({"note": "call her", "password": "theirs"});
    home.vault.set(|kept| kept.rival = Some(("acme/initial/ada@acme.example".into(), theirs)));
    store.deliver(&place, "job-2", &idlcm::secrets::Secret::new("second value")).await.unwrap();
    let newest = home.vault.newest("acme/initial/ada@acme.example").unwrap();
    assert_eq!(newest, (3, json!({"note": "call her", "password": "second value", "idlcm_job": "job-2"})));
    home.vault.delete("acme/initial/ada@acme.example");
    assert!(store.delivered(&place, "job-2").await.unwrap().is_none());
    store.deliver(&place, "job-3", &value).await.unwrap();
    assert_eq!(home.vault.newest("acme/initial/ada@acme.example").unwrap().0, 4);

    home.vault.set(|kept| kept.denied = vec!["update kv/data/acme/initial".into()]);
    let error = store.may_deliver(&place).await.unwrap_err().to_string();
    assert!(error.contains("does not allow to write `kv/data/acme/initial/ada@acme.example`"), "{error}");
    let error = store.deliver(&place, "job-4", &value).await.unwrap_err().to_string();
    assert!(error.contains("has to grant `update`") && !error.contains("value\""), "{error}");
}
