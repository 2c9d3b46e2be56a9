//! The program and a broker that speaks TLS, with a certificate of an authority of the test's own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use crate::fleet::checkout;

/// The user's authority, with the files that a broker needs.
struct Authority {
    folder: PathBuf,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        std::fs::write(folder.join("ca.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
        Self { folder: folder.to_owned(), issuer: Issuer::new(params, key) }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("ca.pem")
    }

    fn certify(&self, host: &str) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        std::fs::write(self.folder.join("cert.pem"), certificate.pem()).unwrap();
        std::fs::write(self.folder.join("key.pem"), key.serialize_pem()).unwrap();
    }
}

/// A broker of the test's own, which ends with it.
struct TlsBroker {
    folder: PathBuf,
    port: u16,
}

impl TlsBroker {
    fn start(folder: &Path, authority: &Authority) -> Self {
        let script = checkout("tests/support/broker.sh");
        let mut command = Command::new(script);
        command.arg("start").arg(folder).env("BROKER_TLS", &authority.folder);
        let started = command.output().unwrap();
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        let port = std::fs::read_to_string(folder.join("tls-port")).unwrap().trim().parse().unwrap();
        Self { folder: folder.to_owned(), port }
    }

    fn url(&self, host: &str) -> String {
        format!("amqps://admin:admin@{host}:{}/t0", self.port)
    }
}

impl Drop for TlsBroker {
    fn drop(&mut self) {
        Command::new(checkout("tests/support/broker.sh")).arg("stop").arg(&self.folder).output().ok();
    }
}

/// A run of the program that trusts whom that file names.
fn idlcm(folder: &Path, arguments: &[&str], url: &str, trusted: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("IDLCM_RECIPES", checkout("recipes"))
        .env("IDLCM_AMQP_URL", url)
        .current_dir(folder)
        .args(arguments);
    if let Some(trusted) = trusted {
        command.env("SSL_CERT_FILE", trusted);
    }
    command.output().unwrap()
}

#[test]
fn a_broker_is_believed_by_its_certificate_only() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    std::fs::create_dir(place.join("integrations")).unwrap();
    let (own, other) = (Authority::new(&place.join("own")), Authority::new(&place.join("other")));
    own.certify("localhost");
    let broker = TlsBroker::start(&place.join("broker"), &own);
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();

    let apply = |url: &str, trusted: Option<&Path>| idlcm(place, &["queue", "apply"], url, trusted);
    let applied = apply(&broker.url("localhost"), Some(&own.file()));
    assert!(applied.status.success(), "{}", said(&applied));
    let shown = idlcm(place, &["queue", "status"], &broker.url("localhost"), Some(&own.file()));
    assert!(shown.status.success(), "{}", said(&shown));

    // Another authority; none; the right one, and a host that the certificate does not name.
    for (host, trusted) in [("localhost", Some(other.file())), ("localhost", None), ("127.0.0.1", Some(own.file()))] {
        let refused = apply(&broker.url(host), trusted.as_deref());
        assert_eq!(refused.status.code(), Some(4), "{host} {trusted:?}: {}", said(&refused));
        for words in ["is not trusted", "SSL_CERT_FILE", "invalid peer certificate"] {
            assert!(said(&refused).contains(words), "no `{words}` in {}", said(&refused));
        }
        assert!(!said(&refused).contains("admin:admin"), "{}", said(&refused));
    }
}

#[test]
fn jobs_do_not_travel_beyond_this_machine_in_the_clear_unless_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("integrations")).unwrap();
    // An address for documentation (RFC 5737): nobody answers there.
    let url = "amqp://192.0.2.1:1/%2f";
    for command in [&["queue", "apply"][..], &["queue", "status"], &["worker", "--webdriver", "http://127.0.0.1:1"]] {
        let refused = idlcm(folder.path(), command, url, None);
        let said = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{command:?}: {said}");
        assert!(said.contains("write `amqps://") && said.contains("--insecure"), "{said}");
    }
    let tried = idlcm(folder.path(), &["queue", "status", "--insecure"], url, None);
    assert_eq!(tried.status.code(), Some(4), "{}", String::from_utf8_lossy(&tried.stderr));
}
