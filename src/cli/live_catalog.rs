//! The recipes and integrations of a running worker: read again on SIGHUP, and as those of its gateway change.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::catalog::{Catalog, GatewayDocuments, GatewayError, Problem};
use crate::contract::{Duration, IntegrationId};
use crate::gateway::Office;
use crate::recipe::Severity;

use super::catalog;
use super::exit_code::ExitCode;
use super::settings::{Settings, duration};
use super::stop::Stop;

/// How long a worker that starts waits for its gateway's first answer.
const FIRST_ANSWER: std::time::Duration = std::time::Duration::from_secs(10);
/// The wait between two questions until then.
const FIRST_AGAIN: std::time::Duration = std::time::Duration::from_millis(500);

/// From which gateway integrations come.
#[derive(Debug, Args)]
pub(super) struct FromGateway {
    /// Take integrations from this gateway, too, such as <https://gateway.example>; it is asked again every 10 s
    #[arg(long, env = "IDLCM_GATEWAY", value_name = "URL", requires = "gateway_token_file", hide_env_values = true)]
    gateway: Option<String>,
    /// File with one of the gateway's tokens for workers, read again each time
    #[arg(long, env = "IDLCM_GATEWAY_TOKEN_FILE", value_name = "FILE")]
    gateway_token_file: Option<PathBuf>,
    /// How often the gateway is asked
    #[arg(long, env = "IDLCM_GATEWAY_EVERY", default_value = "10s", value_parser = duration, value_name = "TIME", hide = true)]
    gateway_every: Duration,
}

impl FromGateway {
    fn asked(&self, settings: &Settings) -> Result<Option<Asked>, Stop> {
        let (Some(address), Some(token_file)) = (&self.gateway, &self.gateway_token_file) else { return Ok(None) };
        let documents = GatewayDocuments::new(address, token_file, settings.insecure).map_err(|error| {
            let code = if matches!(error, GatewayError::Tls { .. }) { ExitCode::Missing } else { ExitCode::Usage };
            Stop::new(code, error.to_string())
        })?;
        Ok(Some(Asked { documents, every: self.gateway_every.get(), told: None }))
    }
}

/// A gateway that is asked again and again.
#[derive(Debug)]
struct Asked {
    documents: GatewayDocuments,
    every: std::time::Duration,
    /// Why it did not answer last, which is told once.
    told: Option<String>,
}

impl Asked {
    /// Whether its integrations are other ones than before. If it does not answer, they are not.
    async fn ask(&mut self) -> bool {
        match self.documents.ask().await {
            Ok(changed) => {
                if self.told.take().is_some() {
                    tracing::info!(gateway = self.documents.address(), "the gateway tells its integrations again");
                }
                changed
            }
            Err(error) => {
                let problem = error.to_string();
                if self.told.as_ref() != Some(&problem) {
                    tracing::error!(%problem, "the gateway does not tell its integrations; those that it told before stay");
                    self.told = Some(problem);
                }
                false
            }
        }
    }

    /// Asks until it has answered once, or the time is up.
    async fn wait(&mut self) {
        let answered = tokio::time::timeout(FIRST_ANSWER, async {
            self.ask().await;
            while self.told.is_some() {
                tokio::time::sleep(FIRST_AGAIN).await;
                self.ask().await;
            }
        });
        if answered.await.is_err() {
            let (gateway, seconds) = (self.documents.address(), FIRST_ANSWER.as_secs());
            tracing::error!(
                gateway,
                seconds,
                "no answer of the gateway in time; the worker starts without its integrations"
            );
        }
    }
}

/// Where integrations come from besides the folder.
#[derive(Debug)]
enum Source {
    /// From nowhere.
    Folder,
    /// From a gateway.
    Gateway(Box<Asked>),
    /// From the gateway of this process, which is where they are kept.
    Here(Arc<Office>, Vec<(String, String)>),
}

/// What a worker works with, and whom it tells when that changes.
#[derive(Debug)]
pub(super) struct LiveCatalog<'s> {
    settings: &'s Settings,
    gateway: Source,
    catalogs: watch::Sender<Arc<Catalog>>,
    known: watch::Sender<BTreeSet<IntegrationId>>,
}

impl<'s> LiveCatalog<'s> {
    /// Reads everything for the first time.
    ///
    /// # Errors
    /// When a folder cannot be read, or the gateway's address cannot be used. A gateway that does not answer is waited for,
    /// though not for long.
    pub(super) async fn open(settings: &'s Settings, from: &FromGateway) -> Result<Self, Stop> {
        let mut gateway = from.asked(settings)?;
        if let Some(asked) = &mut gateway {
            asked.wait().await;
        }
        let (catalogs, known) = (watch::Sender::default(), watch::Sender::default());
        let gateway = gateway.map_or(Source::Folder, |asked| Source::Gateway(Box::new(asked)));
        let live = Self { settings, gateway, catalogs, known };
        live.tell(live.read()?);
        Ok(live)
    }

    /// The integrations of the gateway of this process, and no others.
    ///
    /// # Errors
    /// When the recipes or the database cannot be read.
    pub(super) async fn of_office(settings: &'s Settings, office: Arc<Office>) -> Result<Self, Stop> {
        let documents = office.documents().await.map_err(Stop::missing)?;
        let (catalogs, known) = (watch::Sender::default(), watch::Sender::default());
        let live = Self { settings, gateway: Source::Here(office, documents), catalogs, known };
        live.tell(live.read()?);
        Ok(live)
    }

    /// The catalogue as it is and will be.
    pub(super) fn catalogs(&self) -> watch::Receiver<Arc<Catalog>> {
        self.catalogs.subscribe()
    }

    /// The integrations as they are and will be.
    pub(super) fn known(&self) -> watch::Receiver<BTreeSet<IntegrationId>> {
        self.known.subscribe()
    }

    fn read(&self) -> Result<Catalog, Stop> {
        let asked = match &self.gateway {
            Source::Folder => return catalog::read(self.settings),
            Source::Gateway(asked) => asked,
            Source::Here(_, documents) => {
                return Catalog::with_integrations(&self.settings.recipes, documents).map_err(Stop::missing);
            }
        };
        // With a gateway, there need not be a folder of integrations.
        let mut catalog = if matches!(self.settings.integrations.try_exists(), Ok(false)) {
            Catalog::with_integrations(&self.settings.recipes, &[]).map_err(Stop::missing)?
        } else {
            catalog::read(self.settings)?
        };
        catalog.add_integrations(asked.documents.documents());
        Ok(catalog)
    }

    fn tell(&self, catalog: Catalog) {
        log_problems(&catalog);
        let ids = catalog.ids().cloned().collect();
        self.catalogs.send_replace(Arc::new(catalog));
        self.known.send_replace(ids);
    }

    fn reload(&self) {
        match self.read() {
            Ok(catalog) => {
                tracing::info!(integrations = catalog.ids().count(), "recipes and integrations were read again");
                self.tell(catalog);
            }
            Err(stop) => {
                tracing::error!(problem = %stop.message, "the folders cannot be read; what was read before stays");
            }
        }
    }

    /// Reads everything again on SIGHUP, and when the gateway has other integrations, until the end.
    pub(super) async fn follow(mut self, end: &CancellationToken) {
        let mut hangups = signal(SignalKind::hangup()).ok();
        let following = async {
            loop {
                tokio::select! {
                    () = hangup(&mut hangups) => self.reload(),
                    changed = news(&mut self.gateway) => if changed { self.reload() },
                }
            }
        };
        end.run_until_cancelled(following).await;
    }
}

async fn hangup(hangups: &mut Option<Signal>) {
    if let Some(hangups) = hangups
        && hangups.recv().await.is_some()
    {
        return;
    }
    std::future::pending::<()>().await;
}

/// Waits and asks; never returns where there is no gateway.
async fn news(gateway: &mut Source) -> bool {
    match gateway {
        Source::Folder => std::future::pending().await,
        Source::Gateway(asked) => {
            tokio::time::sleep(asked.every).await;
            asked.ask().await
        }
        Source::Here(office, known) => {
            office.documents_may_change().await;
            match office.documents().await {
                Ok(documents) if documents != *known => {
                    *known = documents;
                    true
                }
                Ok(_) => false,
                Err(error) => {
                    tracing::error!(%error, "the integrations cannot be read; those that were read before stay");
                    false
                }
            }
        }
    }
}

/// What is broken and left out, as the log is written: a worker's standard error is read by machines.
fn log_problems(catalog: &Catalog) {
    for problem in catalog.problems() {
        let Problem { diagnostic, source } = problem;
        let place = source.at(diagnostic.span);
        let (code, message) = (diagnostic.code, &diagnostic.message);
        let help = diagnostic.help.as_deref().map(tracing::field::display);
        if diagnostic.severity == Severity::Error {
            tracing::error!(%place, code, problem = %message, help, "left out");
        } else {
            tracing::warn!(%place, code, problem = %message, help, "to be looked at");
        }
    }
}
