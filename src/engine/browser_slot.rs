//! The browser of an integration between jobs: warm and logged in while it is good, gone when it is not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{LaunchError, LaunchOptions, Session};
use crate::catalog::Entry;
use crate::telemetry;

use super::spare_browser::SpareBrowser;

/// How long a browser may take to leave a page.
const NEXT_WITHIN: Duration = Duration::from_secs(5);

/// A place for one browser. Belongs to one integration for good, so that sessions never mix; only a fixture's can move on
/// to the next instance ([`BrowserSlot::move_on`]).
#[derive(Debug, Default)]
pub struct BrowserSlot {
    warm: Option<Warm>,
    /// Whether an attempt is at work in it. One that finds this set comes after one that never came to its end.
    taken: bool,
    /// Whether a browser that is not used again stays open until the next attempt, to be looked at.
    shown: bool,
    /// Whether the browser is only looked at.
    spent: bool,
    /// A browser that is open already, for when one is needed.
    lent: Option<Box<SpareBrowser>>,
    /// How many rows the first page of each view had.
    rows_seen: BTreeMap<String, usize>,
    /// Views whose pages read otherwise than their addresses answer.
    drawn_only: BTreeSet<String>,
}

#[derive(Debug)]
struct Warm {
    session: Session,
    /// How it was started.
    launch: LaunchOptions,
    opened: Instant,
    logged_in: bool,
    /// By whose recipe to log out.
    entry: Option<Arc<Entry>>,
    jobs: u32,
}

impl BrowserSlot {
    /// How many rows the first page of a view had when it was last read in this browser.
    pub(super) fn rows_seen(&self, view: &str) -> Option<usize> {
        self.rows_seen.get(view).copied()
    }

    /// Remembers that number.
    pub(super) fn saw_rows(&mut self, view: &str, rows: usize) {
        self.rows_seen.insert(view.to_owned(), rows);
    }

    /// Whether the pages of a view are known to read otherwise than their addresses answer.
    pub(super) fn is_drawn_only(&self, view: &str) -> bool {
        self.drawn_only.contains(view)
    }

    /// Remembers that.
    pub(super) fn is_only_drawn(&mut self, view: &str) {
        self.drawn_only.insert(view.to_owned());
    }

    /// Begins an attempt. A browser in which an attempt panicked or was dropped may show anything, and is not used again.
    pub(super) async fn take(&mut self) {
        if std::mem::replace(&mut self.taken, true) {
            tracing::warn!("the attempt before this one did not come to its end; its browser is not used again");
            self.abandon().await;
        }
        if self.spent {
            self.abandon().await;
        }
    }

    /// Ends an attempt.
    pub(super) fn leave(&mut self) {
        self.taken = false;
    }

    /// A slot without a browser.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on a browser in which an attempt failed stays open, to be looked at, until the next attempt or the end.
    pub fn keep_open(&mut self) {
        self.shown = true;
    }

    /// Lends a browser that is open already to whoever needs one next here.
    pub fn lend(&mut self, spare: SpareBrowser) {
        self.lent = Some(Box::new(spare));
    }

    /// What was lent and not needed.
    pub fn give_back(&mut self) -> Option<SpareBrowser> {
        self.lent.take().map(|spare| *spare)
    }

    /// The browser, if there is one.
    pub fn session(&mut self) -> Option<&mut Session> {
        self.warm.as_mut().map(|warm| &mut warm.session)
    }

    /// When the browser was opened.
    pub fn opened(&self) -> Option<Instant> {
        self.warm.as_ref().map(|warm| warm.opened)
    }

    /// Forgets the app, for another one at an address that shares nothing with its own: neither cookies nor storage.
    pub async fn move_on(&mut self) {
        self.rows_seen.clear();
        self.drawn_only.clear();
        let Some(warm) = &mut self.warm else { return };
        (warm.logged_in, warm.entry, warm.jobs) = (false, None, 0);
        // What still runs in the old page ends.
        let left = warm.session.leave_page(Instant::now() + NEXT_WITHIN).await;
        if self.taken || self.spent || left.is_err() {
            self.abandon().await;
        }
    }

    /// Whether the service account was logged in when the last job ended.
    pub fn logged_in(&self) -> bool {
        self.warm.as_ref().is_some_and(|warm| warm.logged_in)
    }

    /// How much memory the browser has for itself, in bytes, where that is known.
    pub fn memory(&self) -> Option<u64> {
        self.warm.as_ref().and_then(|warm| warm.session.memory())
    }

    /// How many jobs the browser has served.
    pub fn jobs(&self) -> u32 {
        self.warm.as_ref().map_or(0, |warm| warm.jobs)
    }

    /// Logged in, with the recipe that also logs out.
    pub(super) fn log_in(&mut self, entry: &Entry) {
        if let Some(warm) = &mut self.warm {
            warm.logged_in = true;
            warm.entry = (!entry.recipe.session.logout.is_empty()).then(|| Arc::new(entry.clone()));
        }
    }

    /// Not logged in any more, or nobody knows.
    pub(super) fn log_out(&mut self) {
        if let Some(warm) = &mut self.warm {
            warm.logged_in = false;
        }
    }

    pub(super) fn served(&mut self) {
        if let Some(warm) = &mut self.warm {
            warm.jobs += 1;
        }
    }

    pub(super) async fn open(&mut self, options: &LaunchOptions) -> Result<(), LaunchError> {
        self.abandon().await;
        let spare = match self.lent.take() {
            Some(spare) => Box::pin(spare.taken(options)).await,
            None => None,
        };
        let session = match spare {
            Some(session) => session,
            None => Session::open(options).await?,
        };
        self.warm = Some(Warm {
            session,
            launch: options.clone(),
            opened: Instant::now(),
            logged_in: false,
            entry: None,
            jobs: 0,
        });
        Ok(())
    }

    /// Ends the last attempt in this browser for good: by whose recipe to log out of it, where one has to, and how it was started. Nothing is
    /// clicked in a browser that nobody knows.
    pub(super) fn take_logout(&mut self) -> Option<(Arc<Entry>, LaunchOptions)> {
        let known = !std::mem::take(&mut self.taken) && !self.spent;
        let warm = self.warm.as_mut().filter(|warm| known && warm.logged_in)?;
        Some((warm.entry.take()?, warm.launch.clone()))
    }

    /// No attempt uses the browser again: it ends, at once unless somebody wants to look at it.
    pub(super) async fn retire(&mut self) {
        if self.shown && self.warm.as_ref().is_some_and(|warm| warm.session.lost().is_none()) {
            self.spent = true;
        } else {
            self.abandon().await;
        }
    }

    /// Ends the browser as it is: nobody knows what it shows.
    pub(super) async fn abandon(&mut self) {
        self.spent = false;
        if let Some(warm) = self.warm.take() {
            if warm.session.lost().is_some() {
                telemetry::browser_lost();
            }
            warm.session.close().await;
        }
    }
}
