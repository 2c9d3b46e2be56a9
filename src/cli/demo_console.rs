//! The last part of the demo: the console, for a person to click through against the fixture app.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use rand::seq::IndexedRandom as _;
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::fixture::Running;

use super::gateway::read_token;
use super::print::{line, note};
use super::settings::Settings;
use super::signal;
use super::stop::Stop;

/// How long the gateway may take to begin.
const PATIENCE: Duration = Duration::from_mins(1);
/// Of which a password is made that a person can type. It opens a console that ends with the demo.
const WORDS: [&str; 16] = [
    "amber", "basin", "cedar", "delta", "ember", "fjord", "grove", "heron", "islet", "jetty", "kiosk", "larch",
    "maple", "nutmeg", "olive", "poplar",
];

/// Starts a gateway with its console, as `idlcm serve` does, and lets a person use it until the demo is told to end.
/// `folder` holds `accounts/ledgerly` with the secrets of the app's service account.
///
/// # Errors
/// When it cannot be started.
pub(super) async fn show(settings: &Settings, app: &Running, folder: &Path) -> Result<(), Stop> {
    // Signals are waited for before anything is started: none is lost.
    let mut ended = Box::pin(signal::ended());
    let mut gateway = start(settings, folder)?;
    let shown = tokio::select! {
        biased;
        () = &mut ended => Ok(()),
        told = tell(&mut gateway, app, folder) => match told {
            Ok(()) => {
                tokio::select! {
                    () = &mut ended => Ok(()),
                    gone = gateway.wait() => Err(Stop::missing(format!("the gateway of the demo ended: {gone:?}"))),
                }
            }
            Err(stop) => Err(stop),
        },
    };
    end(&mut gateway).await;
    shown
}

fn start(settings: &Settings, folder: &Path) -> Result<Child, Stop> {
    let failed = |error: std::io::Error| Stop::missing(format!("the gateway of the demo cannot be started: {error}"));
    let program = std::env::current_exe().map_err(failed)?;
    let recipes = settings.recipes.canonicalize().map_err(failed)?;
    // Free now; the address of SCIM has to be known before.
    let scim = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(failed)?;
    let mut command = Command::new(program);
    command
        .args(["serve", "--data", "data", "--integrations", "none", "--secret-files", "accounts", "--evidence", "seen"])
        .args(["--secret-variables", "IDLCM_DEMO_", "--manage-listen", "127.0.0.1:0"])
        .args(["--scim-listen", &scim.to_string(), "--public-url", &format!("http://{scim}")])
        .arg("--webdriver")
        .arg(&settings.webdriver)
        .arg("--recipes")
        .arg(recipes)
        .env_remove("IDLCM_AMQP_URL")
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command.spawn().map_err(failed)
}

/// Adds a person, and tells where to go.
async fn tell(gateway: &mut Child, app: &Running, folder: &Path) -> Result<(), Stop> {
    let ended = || Stop::missing("the gateway of the demo ended before it began; is a browser there? see idlcm doctor");
    let mut lines = BufReader::new(gateway.stdout.take().ok_or_else(ended)?).lines();
    let reading = async {
        while let Ok(Some(line)) = lines.next_line().await {
            if let Some(address) = line.strip_prefix("management ") {
                return Some(address.to_owned());
            }
        }
        None
    };
    let address = tokio::time::timeout(PATIENCE, reading).await.ok().flatten().ok_or_else(ended)?;
    let password = {
        let mut random = rand::rng();
        let words: Vec<&str> = (0..4).filter_map(|_| WORDS.choose(&mut random).copied()).collect();
        words.join(" ")
    };
    let person =
        json!({"name": "demo", "display": "Demo", "role": "owner", "password": password, "must_change": false});
    let token = read_token(&folder.join("data/admin-token"))?;
    // Only to this machine, without a proxy.
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([]).timeout(PATIENCE).build();
    let request = client.map_err(Stop::missing)?.post(format!("{address}/api/v1/people"));
    let answer = request.bearer_auth(token.expose()).json(&person).send().await.map_err(Stop::missing)?;
    if !answer.status().is_success() {
        return Err(Stop::missing(format!("nobody can be added to the console of the demo: {}", answer.status())));
    }
    line(&format!("console {address}/console   name: demo   password: {password}"))?;
    note(&format!(
        "create an integration for Ledgerly there: any business ID, and the address of its own {}\nCtrl-C ends the demo",
        app.url()
    ));
    Ok(())
}

/// Its browsers end with it, and its requests get their answers.
async fn end(gateway: &mut Child) {
    let pid = gateway.id().and_then(|pid| i32::try_from(pid).ok()).and_then(rustix::process::Pid::from_raw);
    if let Some(pid) = pid
        && let Err(error) = rustix::process::kill_process(pid, rustix::process::Signal::TERM)
    {
        tracing::debug!(%error, "the gateway of the demo is gone already");
    }
    if tokio::time::timeout(PATIENCE, gateway.wait()).await.is_err() {
        gateway.start_kill().ok();
    }
}
