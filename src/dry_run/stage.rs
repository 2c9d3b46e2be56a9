//! One instance of the fixture, with one browser: everything that a case has for itself.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::browser::{LaunchOptions, crash};
use crate::catalog::Entry;
use crate::contract::{EvidencePolicy, Job};
use crate::engine::{self, AccountSecrets, BrowserSlot, Done, NotVisited, Order, Visit, WorkOrder};
use crate::fixture::{Account, DirectorySnapshot, Fixture, JournalEntry, Running, ServeOptions};
use crate::secrets::{Secret, Store};

use super::browsers::{Browsers, Lent};
use super::case::{Act, Cut, Setup, WrongSecret};
use super::entry::Prepared;
use super::gate::GateKeeper;
use super::options::Options;

/// How long a commit may take to reach the app before the browser crashes all the same.
const REACHES: Duration = Duration::from_secs(5);

/// One instance of the fixture, with one browser.
pub(super) struct Stage {
    pub(super) app: Running,
    pub(super) entry: Entry,
    secrets: AccountSecrets,
    lent: Lent,
    /// Whether no other instance of the app has its address.
    own_address: bool,
    launch: LaunchOptions,
    gate: GateKeeper,
    folder: TempDir,
    evidence: EvidencePolicy,
    stop: CancellationToken,
}

/// What a job did.
pub(super) struct Acted {
    pub(super) done: Done,
    pub(super) before: DirectorySnapshot,
    pub(super) after: DirectorySnapshot,
    /// What reached the app meanwhile.
    pub(super) journal: Vec<JournalEntry>,
}

impl Stage {
    pub(super) async fn set(
        prepared: &Prepared,
        setup: &Setup,
        options: &Options,
        number: usize,
        browsers: &Browsers,
    ) -> Result<Self, String> {
        let mut fixture = prepared.fixture.clone();
        if let Some(count) = setup.users {
            fixture = fixture.with_users(count);
        }
        if setup.no_seats {
            fixture = fixture.without_seats();
        }
        let script = setup.mutation.as_ref().map(super::page_mutation::PageMutation::script);
        let how = ServeOptions { journal: None, faults: setup.faults.clone(), script };
        let (app, own_address) = serve(&fixture, how, number).await?;
        let accounts = &fixture.file().accounts;
        let account = accounts.get("administrator").or_else(|| accounts.values().next());
        let secrets = match account {
            Some(account) => secrets_of(account, setup.wrong),
            // Captured pages are looked at without logging in.
            None if setup.captured.is_some() => {
                AccountSecrets { username: Secret::new("nobody"), password: Secret::new("nothing"), totp: None }
            }
            None => return Err("fixture.yaml names nobody under `accounts:`".to_owned()),
        };
        let own_address = own_address && !options.keep_open;
        let mut lent = if own_address { browsers.lend(&prepared.recipe.app.id).await } else { Lent::default() };
        if options.keep_open {
            lent.slot.keep_open();
        }
        Ok(Self {
            entry: prepared.entry(&app.url(), &setup.protected)?,
            app,
            secrets,
            lent,
            own_address,
            launch: options.launch.clone(),
            gate: GateKeeper::default(),
            folder: tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?,
            evidence: options.evidence,
            stop: options.stop.clone(),
        })
    }

    /// The folder of the evidence, for whoever wants it longer than the stage stands.
    pub(super) fn keep_evidence(&mut self) -> Option<TempDir> {
        let other = tempfile::tempdir().ok()?;
        Some(std::mem::replace(&mut self.folder, other))
    }

    /// What must not stand in any output.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        std::iter::once(&self.secrets.password).chain(&self.secrets.totp)
    }

    /// One attempt at a job.
    pub(super) async fn act(&mut self, act: &Act) -> Acted {
        let before = self.app.state();
        let begun = self.app.journal().len();
        let mut job = act.job.clone();
        job.options.evidence = self.evidence;
        if act.cut != Cut::Never && !self.lent.slot.logged_in() {
            // The browser is opened first, so that it is known which one crashes, and what the app notes is the commit.
            self.look(async |order, slot| engine::execute(order, slot).await).await;
        }
        let Self { app, entry, secrets, lent: Lent { slot, .. }, launch, gate, folder, stop, .. } = self;
        let profile = slot.session().and_then(|session| session.profile().map(Path::to_owned));
        let (asks, requests) = mpsc::channel(1);
        let work = WorkOrder::new(job, asks, stop.clone());
        let crashed = CancellationToken::new();
        let evidence = folder.path().into();
        let done = async {
            let (evidence, store) = (Some(&evidence), &Store::default());
            let order = Order { work: &work, entry, secrets, store, launch, evidence, worker_id: "dry-run" };
            let done = Box::pin(engine::execute(order, slot)).await;
            drop(work);
            crashed.cancel();
            done
        };
        let written = app.journal().len();
        let (committing, committed) = tokio::sync::oneshot::channel::<()>();
        let mut committing = Some(committing);
        let answers = gate.answer(requests, async || match act.cut {
            Cut::BeforeCommit => {
                if let Some(profile) = &profile {
                    crash(profile);
                }
            }
            Cut::AfterCommit => {
                let _gone = committing.take().map(|committing| committing.send(()));
            }
            Cut::Never => {}
        });
        let accident = async {
            if committed.await.is_ok() {
                let reached = app.wait_for(|journal| journal.len() > written);
                let _in_time = tokio::time::timeout(REACHES, reached).await;
                if let Some(profile) = &profile {
                    crash(profile);
                }
            }
        };
        let watch = async {
            tokio::select! { () = accident => {}, () = crashed.cancelled() => {} }
        };
        let (done, (), ()) = tokio::join!(done, answers, watch);
        let journal = self.app.journal().split_off(begun);
        Acted { done, before, after: self.app.state(), journal }
    }

    /// Lets the engine do what changes nothing.
    async fn look<T>(&mut self, act: impl AsyncFnOnce(Order<'_>, &mut BrowserSlot) -> T) -> T {
        let Self { entry, secrets, lent: Lent { slot, .. }, launch, gate, stop, .. } = self;
        let (asks, requests) = mpsc::channel(1);
        let work = WorkOrder::new(Job::check(entry.integration.id.clone()), asks, stop.clone());
        let done = async {
            let store = &Store::default();
            let order = Order { work: &work, entry, secrets, store, launch, evidence: None, worker_id: "dry-run" };
            let done = Box::pin(act(order, slot)).await;
            // The gate goes with it.
            drop(work);
            done
        };
        tokio::join!(done, gate.answer(requests, async || {})).0
    }

    /// The screens that a page is.
    pub(super) async fn screens(&mut self, path: &str) -> Result<Vec<String>, String> {
        let visit = Visit { path: Some(path), screen: None };
        let seen = self.look(async |order, slot| engine::inspect(order, slot, visit, false).await).await;
        seen.map(|seen| seen.screens).map_err(|not| format!("{path}: {}: {}", not.kind, not.message))
    }

    /// What the recipe makes of a captured page.
    pub(super) async fn captured(&mut self, path: &str, screen: Option<&str>) -> Result<engine::Shot, NotVisited> {
        self.look(async |order, slot| engine::captured(order, slot, path, screen).await).await
    }

    /// Ends the app, and gives the browser to the next case if nothing of this one can be met there again.
    pub(super) async fn strike(self, browsers: &Browsers) {
        let mut lent = self.lent;
        if self.own_address {
            browsers.take_back(&self.entry.recipe.app.id, lent).await;
        } else {
            lent.slot.close().await;
        }
        self.app.shutdown().await;
    }
}

/// Serves an instance of the app at an address of its own, where the machine has more than one for itself (RFC 1122, section
/// 3.2.1.3): browsers keep cookies by address, whatever the port.
async fn serve(fixture: &Fixture, how: ServeOptions, number: usize) -> Result<(Running, bool), String> {
    let part = |number: usize| u8::try_from(number % 250).unwrap_or_default() + 2;
    let own = Ipv4Addr::new(127, part(number / 62_500), part(number / 250), part(number));
    if let Ok(app) = fixture.serve(SocketAddr::from((own, 0)), how.clone()).await {
        return Ok((app, true));
    }
    let app = fixture.serve(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), how).await;
    Ok((app.map_err(|error| error.to_string())?, false))
}

fn secrets_of(account: &Account, wrong: Option<WrongSecret>) -> AccountSecrets {
    let password = match wrong {
        Some(WrongSecret::Password) => format!("{}-that-is-wrong", account.password),
        _ => account.password.clone(),
    };
    let seed = account.totp.clone().map(|seed| match wrong {
        // Another seed of the same length.
        Some(WrongSecret::Seed) => seed.chars().rev().collect(),
        _ => seed,
    });
    AccountSecrets {
        username: Secret::new(&account.username),
        password: Secret::new(password),
        totp: seed.map(Secret::new),
    }
}
