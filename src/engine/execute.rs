//! A job from beginning to end: one attempt, its record, and the result that follows from it.

use jiff::Timestamp;
use tokio::time::Instant;

use crate::catalog::Entry;
use crate::contract::{
    Action, ErrorKind, EvidencePolicy, Job, Outcome, ProgressPhase, ResourceKind, Retry, TRACE_SCHEMA, TraceFile, Verb,
};
use crate::recipe::ActionKind;
use crate::secrets::{Redactor, Secret};
use crate::telemetry;

use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::desired_state::{DesiredState, wish};
use super::done::Done;
use super::evidence::Evidence;
use super::failure::{Attempted, Failure};
use super::job_scope::JobScope;
use super::masked::masked;
use super::needed::Needed;
use super::order::Order;
use super::people::People;
use super::read::Found;
use super::recorder::millis;
use super::telling::Telling;
use super::value;
use super::verdict::{Verdict, judge, problem, record, result, retry};

/// Makes one attempt at a job. Always returns a record, whatever happened.
pub async fn execute(order: Order<'_>, slot: &mut BrowserSlot) -> Done {
    let started = Instant::now();
    let clock = Timestamp::now();
    let job = &order.work.job;
    slot.take().await;
    let mut redactor = Redactor::new(std::iter::once(&order.secrets.password).chain(&order.secrets.totp));
    for secret in secret_attributes(job, order.entry) {
        redactor.add(&secret);
    }
    let folder = format!("{}/{}-{}", job.integration, job.job_id, order.work.attempt);
    let recipe = &*order.entry.recipe;
    let mut attempt = Attempt::new(&order, slot, redactor, recipe.settings.timeouts.action.get());
    attempt.recorder.keep(order.evidence.and_then(|rules| {
        Evidence::new(&rules.root, folder, evidence_wanted(&order), People::new(rules, recipe, job))
    }));
    attempt.recorder.tell_to(Telling::of(&order, evidence_wanted(&order)));
    attempt
        .recorder
        .tell(ProgressPhase::Started, format!("A worker begins with {} in {}.", job.action, recipe.app.name));
    let mut browser_ms = 0;
    match attempt.prepare() {
        Err(failure) => attempt.recorder.trace.failure = Some(failure),
        Ok(wish) => {
            let in_browser = Instant::now();
            if let Err(failure) = Box::pin(attempt.run(wish.as_ref())).await {
                attempt.failed(failure).await;
            }
            attempt.close_tabs().await;
            browser_ms = millis(in_browser.elapsed());
        }
    }
    attempt.recorder.trace.cost.commands = attempt.recorder.commands(attempt.slot.session());
    attempt.recorder.trace.cost.browser_ms = browser_ms;
    let browser = attempt.slot.session().map(|session| session.browser().to_owned()).unwrap_or_default();
    attempt.slot.served();
    let verdict = judge(&attempt.recorder.trace, job.options.on_exists);
    let retry = retry(&attempt.recorder.trace, &verdict);
    let keep = verdict.outcome.needs_attention() || attempt.recorder.always_keeps();
    // What was refused before anything was loaded has no page: the one that is open is another job's.
    if keep && attempt.recorder.trace.cost.commands > 0 {
        if verdict.outcome.needs_attention() {
            attempt.recorder.show_end(attempt.slot.session()).await;
        }
        attempt.recorder.keep_page(attempt.slot.session()).await;
    }
    attempt.recorder.tell(ProgressPhase::Ended, ended(&verdict));
    attempt.tidy_slot(&verdict).await;
    attempt.slot.leave();
    let (mut trace, evidence, redactor) = attempt.recorder.finish();
    trace.warnings.clone_from(&verdict.warnings);
    let cut_off = trace.cut_off && verdict.outcome == Outcome::Uncertain;
    let problem = problem(&trace, &verdict, &redactor);
    let mut result = masked(result(&order, &verdict, &trace, clock, browser), &redactor);
    let record = record(&order, &result, trace, millis(started.elapsed()), &redactor);
    if let Some(evidence) = evidence.filter(|_| keep) {
        let file = TraceFile {
            schema: TRACE_SCHEMA.to_owned(),
            title: format!("{} on {}", job.action, recipe.app.name),
            started: clock.to_string(),
            results: vec![record.clone()],
            cases: Vec::new(),
        };
        let (reference, problem) = evidence.finish(&file);
        result.evidence.extend(reference);
        if let Some(problem) = problem {
            tracing::warn!(job_id = %job.job_id, %problem, "evidence is incomplete");
        }
    }
    telemetry::attempt_ended(&result);
    Done { result, trace: record, retry, cut_off, problem }
}

impl Attempt<'_> {
    /// Everything that can be known without a browser.
    fn prepare(&self) -> Attempted<Option<DesiredState>> {
        let job = &self.order.work.job;
        if self.order.work.resume_parts.is_empty() && job.not_after.is_some_and(|limit| limit < Timestamp::now()) {
            return Err(Failure::new(ErrorKind::Expired, "`not_after` passed before anything was done"));
        }
        wish(job, self.order.entry, Some(self.order.secrets.username.expose()))
    }

    async fn run(&mut self, wish: Option<&DesiredState>) -> Attempted<()> {
        let recipe = self.recipe;
        let action = self.order.work.job.action;
        if let Some(ActionKind::Catalog) = recipe.actions.get(&action).map(|spec| &spec.kind) {
            let list = self.catalogue(action.resource());
            self.recorder.trace.lists.insert(action.resource(), list);
            return Ok(());
        }
        self.ensure_session().await?;
        match (action, wish) {
            (Action::Check, _) => {
                let view = self.view_of(ResourceKind::Users)?;
                self.first_page(view).await
            }
            (Action::On(kind, Verb::List), _) => {
                let list = Box::pin(self.listed(kind)).await?;
                self.recorder.trace.lists.insert(kind, list);
                Ok(())
            }
            (Action::Sync, _) => {
                for kind in ResourceKind::ALL {
                    let action = Action::On(kind, Verb::List);
                    if !recipe.actions.contains_key(&action) || recipe.unsupported.contains(&action) {
                        continue;
                    }
                    self.may_go_on()?;
                    let list = Box::pin(self.listed(kind)).await?;
                    self.recorder.trace.lists.insert(kind, list);
                }
                Ok(())
            }
            (Action::On(kind, Verb::Get), Some(wish)) => {
                let view = self.view_of(kind)?;
                let needed = Needed::wholly(self.wanted_fields(kind));
                self.tell_looking(view);
                self.scope.subject.clone_from(&wish.given);
                self.scope.given.clone_from(&wish.given);
                match self.find(view, &wish.key, &needed).await.map(Some) {
                    Ok(Some(Found::Present(row))) => {
                        self.saw(view, Some(&row));
                        Ok(())
                    }
                    Ok(Some(Found::Unproven(why))) => Err(Failure::new(ErrorKind::ListIncomplete, why).at(view.span)),
                    Ok(_) => Err(Failure::new(
                        ErrorKind::NotFound,
                        format!("the app has no {} `{}`", kind.singular(), wish.key),
                    )),
                    Err(failure) => Err(self.explain(failure).await),
                }
            }
            (_, Some(wish)) => self.converge(wish).await,
            (_, None) => Err(Failure::new(ErrorKind::Internal, "a job without a subject came to the steps")),
        }
    }

    /// Fields of a `get`: what the job asks for, or everything that the app shows on the subject's own pages.
    fn wanted_fields(&self, kind: ResourceKind) -> Vec<String> {
        let asked = &self.order.work.job.options.fields;
        if asked.is_empty() {
            self.recipe
                .resources
                .get(&kind)
                .map(|resource| {
                    let own = resource.fields.iter().filter(|(_, field)| field.from.is_none());
                    own.map(|(name, _)| name.clone()).collect()
                })
                .unwrap_or_default()
        } else {
            asked.clone()
        }
    }

    /// Keeps why an attempt stopped, with the place and what is on the screen.
    async fn failed(&mut self, mut failure: Failure) {
        self.dismiss_stray_dialog().await;
        if failure.step.is_none()
            && let Some(span) = failure.span
        {
            failure.step = Some(format!("{}, {}", self.order.work.job.action, self.recipe.source.at(span)));
        }
        let mut failure = self.see(failure).await;
        failure.message = self.recorder.redact(&failure.message).into_owned();
        self.recorder.trace.failure.get_or_insert(failure);
    }

    /// A browser whose state is not known is not used again.
    async fn tidy_slot(&mut self, verdict: &Verdict) {
        let Some(error) = &verdict.error else { return };
        if matches!(error.kind.retry(), Retry::FreshBrowser | Retry::Backoff | Retry::Suspend)
            || error.kind == ErrorKind::Internal
            || verdict.outcome == Outcome::Uncertain
        {
            self.slot.retire().await;
        }
    }
}

/// How an attempt ended, for whoever watches: what kind of failure, not what the app said, which may name somebody.
fn ended(verdict: &Verdict) -> String {
    let kind = verdict.error.as_ref().map(|error| format!(", {}", error.kind.name().replace('_', " ")));
    format!("The attempt ended: {}{}.", verdict.outcome.name(), kind.unwrap_or_default())
}

/// The job's own wish about evidence; where it has none, the recipe's.
fn evidence_wanted(order: &Order<'_>) -> EvidencePolicy {
    match order.work.job.options.evidence {
        EvidencePolicy::OnFailure => order.entry.recipe.settings.evidence,
        wish => wish,
    }
}

/// Values of a job that its recipe calls secret.
fn secret_attributes(job: &Job, entry: &Entry) -> Vec<Secret> {
    let resource = entry.recipe.resources.get(&job.action.subject());
    let is_secret =
        |name: &String| resource.and_then(|resource| resource.fields.get(name)).is_some_and(|field| field.secret);
    let scope = JobScope::new(entry, job.action.subject());
    let given = job.subject().into_iter().flatten().filter(|(name, _)| is_secret(name));
    given
        .flat_map(|(name, value)| {
            // Also as the field's own filters make it, which is what is typed.
            let filters = resource.and_then(|resource| resource.fields.get(name)).map(|field| field.filters.as_slice());
            let typed = scope.filtered(value.clone(), filters.unwrap_or_default(), false).unwrap_or_default();
            let parts = value::items(value).into_iter().chain(value::items(&typed));
            parts.chain([value::text(value), value::text(&typed)]).collect::<Vec<_>>()
        })
        .map(Secret::new)
        .collect()
}
