//! Reading back: the read decides what happened, not what the app said.

use std::time::Duration;

use tokio::time::Instant;

use crate::contract::{ErrorKind, Phase, ProgressPhase, Subject};
use crate::recipe::{SearchBy, StepVerb, View};

use super::action_run::RunGoal;
use super::attempt::Attempt;
use super::failure::{Attempted, Failure};
use super::needed::Needed;
use super::read::{Found, Source};
use super::row::Row;
use super::trace::{LastSeen, Verified};
use super::value;

/// How much longer the last page that is read back may take.
pub const LONGEST_PAGE: Duration = Duration::from_mins(5);

impl<'a> Attempt<'a> {
    /// Reads until the goal holds or the time is up. `rejected`: the app said that it refused, so two complete reads
    /// that agree with it are enough. A stop or a lost lease proves nothing about the app: the record says that reading
    /// was cut off.
    #[tracing::instrument(level = "debug", skip_all)]
    pub(super) async fn verify(
        &mut self,
        view: &'a View,
        key: &str,
        goal: &RunGoal,
        time: Duration,
        rejected: bool,
    ) -> Verified {
        let limit = self.deadline;
        let verified = self.read_until(view, key, goal, time, rejected).await;
        // The time for reading back is not there for the job's next action.
        self.deadline = limit;
        if matches!(verified, Verified::Unreadable(_)) {
            self.recorder.trace.cut_off = self.gate_shut || self.order.work.stop.is_cancelled();
        }
        verified
    }

    async fn read_until(
        &mut self,
        view: &'a View,
        key: &str,
        goal: &RunGoal,
        time: Duration,
        rejected: bool,
    ) -> Verified {
        self.recorder.enter(Phase::Verify);
        self.tell_reading_back(view);
        let deadline = Instant::now() + time;
        // Reading back may take longer than what was left for the action.
        self.deadline = self.deadline.max(deadline + self.recipe.settings.timeouts.page.get().min(LONGEST_PAGE));
        let needed = goal.needed();
        let mut pause = Duration::from_millis(100);
        let mut reads_against = 0;
        loop {
            let (last, settled) = match self.look(view, key, goal, &needed).await {
                Ok((Verified::Met, _)) => return Verified::Met,
                Ok(seen) => seen,
                Err(failure) => {
                    let unreadable = Verified::Unreadable(failure.message.clone());
                    // Without the lease or the shared state nobody logs in to read.
                    if failure.kind.suspends() || self.gate_shut || self.order.work.stop.is_cancelled() {
                        self.recorder.trace.failure = Some(failure);
                        return unreadable;
                    }
                    (unreadable, false)
                }
            };
            reads_against += u32::from(matches!(last, Verified::NotMet(_)));
            let enough = (rejected || settled) && reads_against >= 2;
            if enough || Instant::now() + pause >= deadline {
                return last;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(1));
        }
    }

    /// One read, and whether what differs is what the app made of a value by a rule of its own: that stays so.
    async fn look(
        &mut self,
        view: &'a View,
        key: &str,
        goal: &RunGoal,
        needed: &Needed,
    ) -> Attempted<(Verified, bool)> {
        self.page.forget();
        self.page.leave_row();
        let row = match self.read_back(view, key, needed).await? {
            Found::Unproven(why) => return Ok((Verified::Unreadable(why), false)),
            Found::Present(row) => Some(row),
            Found::Absent => None,
        };
        self.saw(view, row.as_ref());
        let resource = self.recipe.resources.get(&view.resource);
        let Some(differs) = goal.differs(row.as_ref(), resource) else {
            return Ok((self.moved(view, row.as_ref(), goal, needed).await?, false));
        };
        if goal.others.iter().any(|end| end.differs(row.as_ref(), resource).is_none()) {
            let message = format!("the app came to another end, which the recipe calls as good: {differs}");
            self.recorder.warn("other_end", message);
            return Ok((Verified::Met, false));
        }
        let stored = match &row {
            Some(row) => goal.stored(row, resource),
            None => self.stored_key(view, goal),
        };
        Ok(match stored {
            Some(stored) => {
                let hint = "if the app always writes it so, `filters` at the field can do the same";
                (Verified::NotMet(format!("{stored}: {hint}; {differs}")), true)
            }
            None => (Verified::NotMet(differs), false),
        })
    }

    /// Whether the one that has the new key is the one that had the old one: nobody has that any more. If somebody has, it
    /// is them who are meant, and the other one had the new key before, or got it meanwhile.
    async fn moved(
        &mut self,
        view: &'a View,
        row: Option<&Row>,
        goal: &RunGoal,
        needed: &Needed,
    ) -> Attempted<Verified> {
        let Some(old) = &goal.left else { return Ok(Verified::Met) };
        self.page.forget();
        self.page.leave_row();
        let nearly = self.recorder.trace.nearly.clone();
        let found = self.read_back(view, old, needed).await;
        self.recorder.trace.nearly = nearly;
        Ok(match found? {
            Found::Absent => Verified::Met,
            Found::Unproven(why) => Verified::Unreadable(why),
            // A view that does not tell the two keys apart.
            Found::Present(still) if row.is_some_and(|row| row.shown_key == still.shown_key) => Verified::Met,
            Found::Present(still) => {
                self.saw(view, Some(&still));
                Verified::NotMet(format!("`{old}` is still in the list, so that the new one is somebody else's"))
            }
        })
    }

    /// Under which key the app has what was made, where that is not quite the wished one.
    fn stored_key(&self, view: &View, goal: &RunGoal) -> Option<String> {
        let resource = self.recipe.resources.get(&view.resource)?;
        let shown = self.recorder.trace.nearly.made().filter(|_| goal.exists)?;
        Some(format!("`{}` is stored as `{shown}`", resource.key))
    }

    /// One read; after a lost browser or session in a fresh one. Reading twice does no harm.
    async fn read_back(&mut self, view: &'a View, key: &str, needed: &Needed) -> Attempted<Found> {
        let first = match self.slot.session() {
            Some(_) => match self.leave_the_store(view).await {
                Ok(()) => self.find(view, key, needed).await,
                Err(failure) => Err(failure),
            },
            None => Err(Failure::new(ErrorKind::BrowserLost, "the browser is gone")),
        };
        let Err(failure) = first else { return first };
        if failure.kind.suspends() {
            return Err(failure);
        }
        self.not_stopped()?;
        self.recorder.enter(Phase::Session);
        self.page.touched();
        let again = match failure.kind {
            ErrorKind::AppUnavailable => return Err(failure),
            ErrorKind::UnexpectedPage | ErrorKind::SessionExpired | ErrorKind::ElementMissing
                if self.slot.session().is_some() =>
            {
                self.ensure_session().await
            }
            _ => match self.reopen().await {
                Ok(()) => self.ensure_session().await,
                Err(failure) => Err(failure),
            },
        };
        self.recorder.enter(Phase::Verify);
        self.tell_reading_back(view);
        again?;
        self.leave_the_store(view).await?;
        self.find(view, key, needed).await
    }

    fn tell_reading_back(&mut self, view: &View) {
        let text = format!("Reading back in view `{}` what became of it.", view.name);
        self.recorder.tell(ProgressPhase::Verify, text);
    }

    /// What is read back is what the server says: the read begins with a document that is loaded anew, never in one that
    /// may still show what the act should have brought about.
    async fn leave_the_store(&mut self, view: &'a View) -> Attempted<()> {
        self.page.ask_server();
        let loads = |source: &Source<'_>| {
            let (open, search) = match source {
                Source::Table(table) => (&table.open, table.search.as_ref()),
                Source::Csv(csv) => (&csv.open, None),
            };
            let searched = search.is_some_and(|search| matches!(search.by, SearchBy::Goto(_)));
            searched || open.iter().any(|step| matches!(step.verb, StepVerb::Goto(_)))
        };
        if self.sources(view).iter().all(|(_, source)| loads(source)) {
            return Ok(());
        }
        // The view is opened from wherever the app is: from the page that is loaded first in every session.
        let recipe = self.recipe;
        self.goto(&recipe.session.check_goto, None).await
    }

    /// Keeps what was last read of the subject for the result.
    pub(super) fn saw(&mut self, view: &View, row: Option<&Row>) {
        let resource = self.recipe.resources.get(&view.resource);
        let subject = row.map(|row| Subject {
            resource: view.resource,
            key: resource.and_then(|resource| row.item.get(&resource.key)).map(value::text).unwrap_or_default(),
            fields: row
                .item
                .iter()
                .filter(|(name, _)| !row.looked_at.contains_key(*name))
                .filter(|(name, _)| resource.and_then(|r| r.fields.get(*name)).is_none_or(|field| !field.secret))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            partial: row.partial(),
        });
        self.recorder.trace.last_seen = LastSeen {
            subject,
            raw: row.map(|row| row.raw.clone()).unwrap_or_default(),
            status: row.and_then(|row| row.item.get("status").cloned()),
        };
    }
}
