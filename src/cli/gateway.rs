//! `idlcm gateway`: SCIM for identity providers, and the management of integrations.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Args;
use rand::RngCore as _;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::catalog::ServiceAccounts;
use crate::contract::Duration;
use crate::gateway::management::Keys;
use crate::gateway::store::Database;
use crate::gateway::{Apps, Listeners, Office, Settings as GatewaySettings, Waits, serve};
use crate::queue::{DeadReason, GatewayQueue};
use crate::secrets::{Bounds, Secret};
use crate::telemetry::Health;

use super::exit_code::ExitCode;
use super::print::line;
use super::provider::PeoplesProvider;
use super::settings::{Settings, duration};
use super::stop::{Ended, Stop};
use super::{broker, listen, signal};

/// Speak SCIM 2.0 to identity providers, and let workers bring the apps to follow
#[derive(Debug, Args)]
pub(super) struct Gateway {
    #[command(flatten)]
    house: House,
    /// Tell metrics (/metrics) and health (/healthz, /readyz) over HTTP there, such as 127.0.0.1:9465; no authentication.
    /// Default: nowhere
    #[arg(long, env = "IDLCM_LISTEN", value_parser = listen::address, value_name = "ADDR")]
    listen: Option<SocketAddr>,
}

/// Where a gateway lives.
#[derive(Debug, Args)]
pub(super) struct House {
    /// Folder for what is kept: the database, the administrator's token
    #[arg(long, env = "IDLCM_DATA", default_value = "data", value_name = "DIR")]
    pub(super) data: PathBuf,
    /// The database: sqlite:FILE, or postgres://… for several gateways. Default: gateway.db in the folder --data
    #[arg(long, env = "IDLCM_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
    /// Where identity providers call. Beyond this machine, TLS has to end in front of it (--insecure says that it does)
    #[arg(long, env = "IDLCM_SCIM_LISTEN", default_value = "127.0.0.1:8180", value_parser = listen::address, value_name = "ADDR")]
    scim_listen: SocketAddr,
    /// Where administrators and workers call
    #[arg(long, env = "IDLCM_MANAGE_LISTEN", default_value = "127.0.0.1:8181", value_parser = listen::address, value_name = "ADDR")]
    manage_listen: SocketAddr,
    /// The address that identity providers use, such as <https://scim.acme.example>. Default: what each request names
    #[arg(long, env = "IDLCM_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// File with the administrator's token; made with a new token if it is not there. Default: admin-token in --data
    #[arg(long, env = "IDLCM_ADMIN_TOKEN_FILE", value_name = "FILE")]
    admin_token_file: Option<PathBuf>,
    /// File with the token of workers on other machines, which opens nothing but the integrations' documents. Default: none
    #[arg(long, env = "IDLCM_WORKER_TOKEN_FILE", value_name = "FILE")]
    worker_token_file: Option<PathBuf>,
    /// File that lists the service accounts which the console offers, where their secrets are not on this machine. Those below
    /// --secret-files and among the environment variables are found without it. Default: none
    #[arg(long, env = "IDLCM_SERVICE_ACCOUNTS", value_name = "FILE")]
    service_accounts: Option<PathBuf>,
    /// How long a request waits for the app, whoever asks. Default: 50s, and 20s for Entra
    #[arg(long, env = "IDLCM_SCIM_WAIT", value_parser = duration, value_name = "TIME", hide = true)]
    scim_wait: Option<Duration>,
    #[command(flatten)]
    people: PeoplesProvider,
}

impl Gateway {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let health = Health::default();
        if let Some(address) = self.listen {
            listen::start(address, &health, DeadReason::ALL.map(DeadReason::name)).await?;
        }
        let queue = GatewayQueue::Broker(broker::broker(settings)?);
        let open = self.house.open(settings, health).await?;
        let stop = CancellationToken::new();
        let stopping = async {
            signal::ended().await;
            tracing::info!("stopping: requests that are under way get their answers");
            stop.cancel();
        };
        let serving = open.serve(queue, stop.clone());
        tokio::pin!(serving);
        tokio::select! {
            served = &mut serving => served,
            () = stopping => serving.await,
        }
    }
}

/// A gateway that is about to serve.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) office: Arc<Office>,
    listeners: Listeners,
    keys: Keys,
}

impl House {
    /// Opens the database and the listeners. `health` will tell whether there is a link to the queue.
    ///
    /// # Errors
    /// When one of them cannot be opened.
    pub(super) async fn open(&self, settings: &Settings, health: Health) -> Result<Open, Stop> {
        for (address, option) in [(self.scim_listen, "--scim-listen"), (self.manage_listen, "--manage-listen")] {
            if !address.ip().is_loopback() && !settings.insecure {
                let message = format!(
                    "{option} {address} would carry tokens over plain HTTP beyond this machine; listen on 127.0.0.1 and \
                     let a proxy there end TLS, or write --insecure if TLS ends elsewhere in front of it"
                );
                return Err(Stop::new(ExitCode::Usage, message));
            }
        }
        std::fs::create_dir_all(&self.data)
            .map_err(|error| Stop::missing(format!("{} cannot be made: {error}; see --data", self.data.display())))?;
        let apps = Apps::load(&settings.recipes).map_err(Stop::missing)?;
        let address =
            self.database.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("gateway.db").display()));
        let database = Database::open(&address).await.map_err(Stop::missing)?;
        let administrator = token(&self.admin_token_file.clone().unwrap_or_else(|| self.data.join("admin-token")))?;
        let worker = self.worker_token_file.as_deref().map(read_token).transpose()?;
        let waits = self.scim_wait.map_or_else(Waits::default, |wait| Waits {
            okta: wait.get(),
            entra: wait.get(),
            generic: wait.get(),
        });
        let bounds = Bounds { files: settings.secret_files.clone(), variables: settings.secret_variables.clone() };
        let accounts = ServiceAccounts { bounds, file: self.service_accounts.clone() };
        if let Err(error) = accounts.known() {
            tracing::error!(%error, "the console cannot list the service accounts");
        }
        let (public_url, provider) = (self.public_url.clone(), self.people.provider()?);
        let evidence = Some(settings.evidence.clone());
        let behaviour =
            GatewaySettings { waits, public_url, accounts, evidence, provider, health, ..GatewaySettings::default() };
        let scim = bind(self.scim_listen, "--scim-listen").await?;
        let management = bind(self.manage_listen, "--manage-listen").await?;
        for (listener, what) in [(&scim, "scim"), (&management, "management")] {
            if let Ok(address) = listener.local_addr() {
                line(&format!("{what} http://{address}"))?;
            }
        }
        Ok(Open {
            office: Office::new(database, apps, behaviour),
            listeners: Listeners { scim, management },
            keys: Keys::new(&administrator, worker.as_ref()),
        })
    }
}

impl Open {
    /// Serves until it is stopped.
    pub(super) async fn serve(self, queue: GatewayQueue, stop: CancellationToken) -> Ended {
        serve(self.office, queue, self.listeners, self.keys, stop)
            .await
            .map_err(|error| Stop::missing(format!("the gateway cannot listen any more: {error}")))?;
        Ok(ExitCode::Done)
    }
}

async fn bind(address: SocketAddr, option: &str) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::missing(format!("nothing can listen at {address} ({option}): {error}; choose another address or port"))
    })
}

/// The administrator's token; a new one, readable by this user only, if there is none.
fn token(path: &Path) -> Result<Secret, Stop> {
    let mut random = [0_u8; 32];
    rand::rng().fill_bytes(&mut random);
    let new = Secret::new(format!("idlcm-admin.{}", URL_SAFE_NO_PAD.encode(random)));
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match made {
        Ok(mut file) => {
            let written = writeln!(file, "{}", new.expose()).and_then(|()| file.sync_all());
            written.map_err(|error| Stop::missing(format!("{} cannot be written: {error}", path.display())))?;
            tracing::info!(file = %path.display(), "a token for administrators was made");
            Ok(new)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => read_token(path),
        Err(error) => Err(Stop::missing(format!("{} cannot be made: {error}; see --admin-token-file", path.display()))),
    }
}

/// A token from a file.
pub(super) fn read_token(path: &Path) -> Result<Secret, Stop> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Stop::missing(format!("the token in {} cannot be read: {error}", path.display())))?;
    let text = text.trim();
    if text.len() < 16 {
        let message = format!("the token in {} has fewer than 16 characters; write a longer one", path.display());
        return Err(Stop::new(ExitCode::InvalidFile, message));
    }
    Ok(Secret::new(text))
}
