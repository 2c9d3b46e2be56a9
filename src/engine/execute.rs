//! A job from beginning to end: one attempt, its record, and the result that follows from it.

use std::path::Path;

use jiff::Timestamp;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Entry;
use crate::contract::{
    Action, Effect, ErrorKind, Item, Job, JobResult, ListPart, Mode, Outcome, Proof, RESULT_SCHEMA, ResourceKind,
    Retry, StepStatus, TRACE_SCHEMA, Times, TraceFile, TracedError, TracedRecipe, TracedResult, Verb, WorkerRef,
};
use crate::contract::{EvidencePolicy, Seen};
use crate::recipe::{ActionKind, Diagnostic, View};
use crate::secrets::{Redactor, Secret};

use super::account_secrets::AccountSecrets;
use super::attempt::{Attempt, Context};
use super::browser_slot::BrowserSlot;
use super::desired_state::{DesiredState, wish};
use super::evidence::Evidence;
use super::failure::{Attempted, Failure};
use super::gate::Gate;
use super::judge::{Verdict, judge};
use super::masked::masked;
use super::read::Found;
use super::recorder::millis;
use super::trace::{ListRead, Trace, Verified};

/// What is to be done, and with what.
#[derive(Debug)]
pub struct Order<'a> {
    /// The job.
    pub job: &'a Job,
    /// Its integration and recipe.
    pub entry: &'a Entry,
    /// The service account's secrets.
    pub secrets: &'a AccountSecrets,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Whether the broker delivered the job before.
    pub redelivered: bool,
    /// When the job was put on the queue.
    pub queued: Option<Timestamp>,
    /// Parts that an earlier attempt had begun to commit.
    pub resume_parts: &'a [u32],
    /// Asked before what cannot be taken back.
    pub gate: &'a Gate,
    /// Looked at between steps.
    pub stop: &'a CancellationToken,
    /// How browsers are started; window, language and the time of a page are the recipe's.
    pub launch: &'a LaunchOptions,
    /// Where evidence is kept; `None`: nowhere.
    pub evidence: Option<&'a Path>,
    /// The worker's id, for the result.
    pub worker_id: &'a str,
}

/// How an attempt ended.
#[derive(Debug)]
pub struct Done {
    /// The result, lists not yet cut into chunks.
    pub result: JobResult,
    /// The record of the attempt.
    pub trace: TracedResult,
    /// What may follow: the failure's own class before the commit, never again after it.
    pub retry: Retry,
    /// A commit was sent, and a stop or a lost lease cut off reading what became of it: the result is not final. The
    /// commit's mark stands, so that the next attempt begins by reading.
    pub cut_off: bool,
    /// Why it failed, at the recipe's place that is to blame, for the recipe's author.
    pub problem: Option<Diagnostic>,
}

impl Done {
    /// The messages that are published: a list in chunks.
    pub fn messages(&self) -> Vec<JobResult> {
        self.result.clone().into_chunks()
    }
}

/// Makes one attempt at a job. Always returns a record, whatever happened.
pub async fn execute(order: Order<'_>, slot: &mut BrowserSlot) -> Done {
    let started = Instant::now();
    let clock = Timestamp::now();
    let job = order.job;
    slot.take().await;
    let mut redactor = Redactor::new(std::iter::once(&order.secrets.password).chain(&order.secrets.totp));
    for secret in secret_attributes(job, order.entry) {
        redactor.add(&secret);
    }
    let folder = format!("{}/{}-{}", job.integration, job.job_id, order.attempt);
    let recipe = &*order.entry.recipe;
    let context = Context {
        job,
        entry: order.entry,
        secrets: order.secrets,
        gate: order.gate,
        stop: order.stop,
        resume_parts: order.resume_parts,
    };
    let mut attempt = Attempt::new(context, slot, redactor, recipe.settings.timeouts.action.get());
    attempt.recorder.keep(order.evidence.and_then(|root| Evidence::new(root, folder, evidence_wanted(&order))));
    let mut browser_ms = 0;
    match attempt.prepare() {
        Err(failure) => attempt.recorder.trace.failure = Some(failure),
        Ok(wish) => {
            let in_browser = Instant::now();
            if let Err(failure) = Box::pin(attempt.run(wish.as_ref(), order.launch)).await {
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
    if keep {
        attempt.recorder.keep_page(attempt.slot.session()).await;
    }
    attempt.tidy_slot(&verdict).await;
    attempt.slot.leave();
    let (mut trace, evidence, redactor) = attempt.recorder.finish();
    trace.warnings.clone_from(&verdict.warnings);
    let cut_off = trace.cut_off && verdict.outcome == Outcome::Uncertain;
    let problem = problem(&trace, &verdict, &redactor);
    let mut result = masked(result(&order, &verdict, &mut trace, clock, browser), &redactor);
    let record = record(&order, &result, trace, millis(started.elapsed()), &redactor);
    if let Some(evidence) = evidence.filter(|_| keep) {
        let file = TraceFile {
            schema: TRACE_SCHEMA.to_owned(),
            title: format!("{} on {}", job.action, recipe.app.name),
            started: clock.to_string(),
            results: vec![record.clone()],
        };
        let (reference, problem) = evidence.finish(&file);
        result.evidence.extend(reference);
        if let Some(problem) = problem {
            tracing::warn!(job_id = %job.job_id, %problem, "evidence is incomplete");
        }
    }
    Done { result, trace: record, retry, cut_off, problem }
}

impl<'a> Attempt<'a> {
    /// Everything that can be known without a browser.
    fn prepare(&self) -> Attempted<Option<DesiredState>> {
        let job = self.context.job;
        if self.context.resume_parts.is_empty() && job.not_after.is_some_and(|limit| limit < Timestamp::now()) {
            return Err(Failure::new(ErrorKind::Expired, "`not_after` passed before anything was done"));
        }
        wish(job, self.context.entry, Some(self.context.secrets.username.expose()))
    }

    async fn run(&mut self, wish: Option<&DesiredState>, launch: &LaunchOptions) -> Attempted<()> {
        let recipe = &*self.context.entry.recipe;
        let action = self.context.job.action;
        if let Some(ActionKind::Catalog) = recipe.actions.get(&action).map(|spec| &spec.kind) {
            let list = self.catalogue(action.resource());
            self.recorder.trace.lists.insert(action.resource(), list);
            return Ok(());
        }
        self.ensure_session(launch).await?;
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
                let fields = self.wanted_fields(kind);
                self.scope.subject.clone_from(&wish.given);
                self.scope.given.clone_from(&wish.given);
                match self.find(view, &wish.key, &fields).await.map(Some) {
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
            (_, Some(wish)) => self.converge(wish, launch).await,
            (_, None) => Err(Failure::new(ErrorKind::Internal, "a job without a subject came to the steps")),
        }
    }

    /// Fields of a `get`: what the job asks for, or everything that the app shows on the subject's own pages.
    fn wanted_fields(&self, kind: ResourceKind) -> Vec<String> {
        let asked = &self.context.job.options.fields;
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

    /// A list as the recipe's action reads it: by its view, by the fallback where that cannot be read completely, or
    /// from the catalogue.
    async fn listed(&mut self, kind: ResourceKind) -> Attempted<ListRead> {
        let recipe: &'a crate::recipe::Recipe = &self.context.entry.recipe;
        let (name, fallback, detail) = match recipe.actions.get(&Action::On(kind, Verb::List)).map(|spec| &spec.kind) {
            Some(ActionKind::Catalog) => return Ok(self.catalogue(kind)),
            Some(ActionKind::Read { view, fallback, detail }) => (view.as_str(), fallback.as_deref(), *detail),
            _ => (kind.plural(), None, false),
        };
        let (name, fallback) = (self.view_named(name)?, fallback.map(|name| self.view_named(name)).transpose()?);
        // A sync is about several resources: fields of one are not asked for by name.
        let asked: &[String] =
            if self.context.job.action == Action::Sync { &[] } else { &self.context.job.options.fields };
        if let Some(unknown) = asked.iter().find(|field| !self.reads(name, field)) {
            let message = format!("`options.fields` asks for `{unknown}`, which view `{}` does not read", name.name);
            return Err(Failure::new(ErrorKind::InvalidAttribute, message));
        }
        let first = self.list_of(name, asked, detail).await;
        let Some(fallback) = fallback else { return first };
        let why = match &first {
            Ok(list) if list.proof != Proof::None => return first,
            Ok(_) => "nothing proves that it is complete".to_owned(),
            Err(failure) if cannot_be_read(failure.kind) => failure.message.clone(),
            Err(_) => return first,
        };
        self.dismiss_stray_dialog().await;
        self.page.forget();
        let message = format!("view `{}` was read instead of `{}`: {why}", fallback.name, name.name);
        let second = self.list_of(fallback, asked, detail).await;
        match (first, second) {
            // Both are incomplete: the first is the one that the recipe prefers.
            (Ok(first), Ok(second)) if second.proof == Proof::None => Ok(first),
            (Ok(first), Err(failure)) if cannot_be_read(failure.kind) => Ok(first),
            (_, second) => {
                if second.is_ok() {
                    self.recorder.warn("fallback_used", self.recorder.redact(&message).into_owned());
                }
                second
            }
        }
    }

    async fn list_of(&mut self, view: &'a View, asked: &[String], detail: bool) -> Attempted<ListRead> {
        let mut wanted = asked.to_vec();
        if detail && asked.is_empty() {
            // All that the list shows, and all that its rows' own pages show.
            for (_, table) in self.tables(view) {
                let more = table.detail.iter().flat_map(|detail| detail.fields.keys());
                wanted.extend(table.fields.keys().chain(more).cloned());
            }
        }
        match self.list(view, &wanted).await {
            Ok(list) => Ok(list),
            Err(failure) => Err(self.explain(failure).await),
        }
    }

    fn view_named(&self, name: &str) -> Attempted<&'a View> {
        let recipe: &'a crate::recipe::Recipe = &self.context.entry.recipe;
        recipe
            .views
            .get(name)
            .ok_or_else(|| Failure::new(ErrorKind::Internal, format!("view `{name}` is not in the checked recipe")))
    }

    /// The recipe's own list of known values.
    pub(super) fn catalogue(&self, kind: ResourceKind) -> ListRead {
        let resource = self.recipe.resources.get(&kind);
        let key = resource.map_or("id", |resource| resource.key.as_str());
        let own = resource.and_then(|resource| resource.catalog.as_ref()).into_iter().flatten();
        let own = own.map(|(id, entry)| (id.clone(), entry.label.clone()));
        let added = self.context.entry.integration.user_schema.roles.iter().filter(|_| kind == ResourceKind::Roles);
        let added = added.map(|(id, role)| (id.clone(), role.label.clone()));
        let mut known: Vec<(String, String)> = own.chain(added).collect();
        known.sort();
        let items = known
            .into_iter()
            .map(|(id, label)| Item::from([(key.to_owned(), id.into()), ("label".to_owned(), label.into())]))
            .collect();
        ListRead { items, reported: None, proof: Proof::SinglePage }
    }

    /// Keeps why an attempt stopped, with the place and what is on the screen.
    async fn failed(&mut self, mut failure: Failure) {
        self.dismiss_stray_dialog().await;
        if failure.step.is_none()
            && let Some(span) = failure.span
        {
            failure.step = Some(format!("{}, {}", self.context.job.action, self.recipe.source.at(span)));
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
            self.slot.abandon().await;
        }
    }
}

/// Failures after which a list may still be read in another way.
fn cannot_be_read(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ElementMissing
            | ErrorKind::ElementAmbiguous
            | ErrorKind::UnexpectedPage
            | ErrorKind::UnexpectedDialog
            | ErrorKind::StepTimeout
            | ErrorKind::ListIncomplete
    )
}

/// The job's own wish about evidence; where it has none, the recipe's.
fn evidence_wanted(order: &Order<'_>) -> EvidencePolicy {
    match order.job.options.evidence {
        EvidencePolicy::OnFailure => order.entry.recipe.settings.evidence,
        wish => wish,
    }
}

/// Values of a job that its recipe calls secret.
fn secret_attributes(job: &Job, entry: &Entry) -> Vec<Secret> {
    let resource = entry.recipe.resources.get(&job.action.subject());
    let is_secret =
        |name: &String| resource.and_then(|resource| resource.fields.get(name)).is_some_and(|field| field.secret);
    let scope = super::job_scope::JobScope::new(entry, job.action.subject());
    let given = job.subject().into_iter().flatten().filter(|(name, _)| is_secret(name));
    given
        .flat_map(|(name, value)| {
            // Also as the field's own filters make it, which is what is typed.
            let filters = resource.and_then(|resource| resource.fields.get(name)).map(|field| field.filters.as_slice());
            let typed = scope.filtered(value.clone(), filters.unwrap_or_default(), false).unwrap_or_default();
            let parts = super::value::items(value).into_iter().chain(super::value::items(&typed));
            parts.chain([super::value::text(value), super::value::text(&typed)]).collect::<Vec<_>>()
        })
        .map(Secret::new)
        .collect()
}

/// After the commit nothing is done again; before it the kind of the failure decides.
fn retry(trace: &Trace, verdict: &Verdict) -> Retry {
    match (&verdict.error, verdict.outcome) {
        (Some(error), Outcome::Failed) if !trace.is_out() => error.kind.retry(),
        (Some(error), _) if error.kind.suspends() => Retry::Suspend,
        // All that was sent was read back, and what followed failed before its own commit: the next attempt finds what
        // is done and goes on from there.
        (Some(error), Outcome::Failed)
            if trace.failure.is_some()
                && trace.runs.iter().all(|run| !run.is_out() || run.verified == Some(Verified::Met)) =>
        {
            error.kind.retry()
        }
        _ => Retry::Never,
    }
}

fn result(order: &Order<'_>, verdict: &Verdict, trace: &mut Trace, clock: Timestamp, browser: String) -> JobResult {
    let job = order.job;
    let mut result = JobResult {
        schema: RESULT_SCHEMA.to_owned(),
        job_id: job.job_id,
        integration: job.integration.clone(),
        action: Some(job.action),
        mode: job.mode,
        attempt: order.attempt,
        redelivered: order.redelivered,
        worker: WorkerRef { id: order.worker_id.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), browser },
        recipe: Some(order.entry.recipe.reference()),
        times: Times {
            queued: order.queued,
            started: Some(clock),
            finished: Some(Timestamp::now()),
            login_ms: trace.cost.login_ms,
            browser_ms: trace.cost.browser_ms,
            commands: trace.cost.commands,
        },
        outcome: verdict.outcome,
        effect: verdict.effect,
        subject: trace.last_seen.subject.clone(),
        applied_parts: verdict.applied_parts.clone(),
        unverified: verdict.unverified.clone(),
        items: None,
        resource: None,
        chunk: None,
        last: true,
        total_seen: None,
        total_reported: None,
        complete: None,
        proof: None,
        error: verdict.error.clone(),
        plan: trace.planned.clone().filter(|_| job.mode == Mode::Plan),
        evidence: Vec::new(),
        warnings: verdict.warnings.clone(),
        origin: job.origin.clone(),
        lists: Vec::new(),
    };
    if verdict.error.is_none() {
        let part = |(kind, list): (&ResourceKind, &ListRead)| ListPart {
            resource: *kind,
            items: list.items.clone(),
            total_reported: list.reported,
            proof: list.proof,
        };
        match job.action {
            Action::On(kind, Verb::List) => {
                if let Some(list) = trace.lists.get_key_value(&kind) {
                    result = result.with_list(part(list));
                }
            }
            Action::Sync => result.lists = trace.lists.iter().map(part).collect(),
            _ => {}
        }
    }
    result
}

fn record(order: &Order<'_>, result: &JobResult, trace: Trace, wall_ms: u64, redactor: &Redactor) -> TracedResult {
    let recipe = &order.entry.recipe;
    let subject = order.job.subject().and_then(|subject| {
        let key = &recipe.resources.get(&order.job.action.subject())?.key;
        subject.get(key).map(|key| redactor.redact(&super::value::text(key)).into_owned())
    });
    let mut steps = trace.steps;
    if steps.is_empty() && result.error.is_some() {
        steps.push(crate::contract::TracedStep {
            phase: crate::contract::Phase::Session,
            does: "check the job before a browser is started".to_owned(),
            at: None,
            line: None,
            ms: 0,
            commands: 0,
            status: StepStatus::Failed,
            detail: result.error.as_ref().map(|error| redactor.redact(&error.message).into_owned()),
            calls: Vec::new(),
            picture: None,
            outline: None,
        });
    }
    TracedResult {
        job_id: order.job.job_id.to_string(),
        integration: order.job.integration.to_string(),
        action: order.job.action.to_string(),
        subject,
        outcome: result.outcome,
        effect: result.effect,
        error: result.error.as_ref().map(|error| TracedError {
            kind: error.kind.name().to_owned(),
            message: redactor.redact(&error.message).into_owned(),
            step: error.step.clone(),
            seen: error.seen.as_ref().map(seen_words).filter(|seen| !seen.is_empty()),
        }),
        warnings: result.warnings.iter().map(|warning| redactor.redact(&warning.message).into_owned()).collect(),
        recipe: TracedRecipe {
            id: recipe.app.id.clone(),
            version: recipe.app.version,
            path: recipe.source.path.display().to_string(),
        },
        commands: result.times.commands,
        login_ms: result.times.login_ms,
        browser_ms: result.times.browser_ms,
        wall_ms,
        steps,
    }
}

/// Why an attempt failed, as it is drawn into the recipe's text: what came near, and whether the app was changed.
fn problem(trace: &Trace, verdict: &Verdict, redactor: &Redactor) -> Option<Diagnostic> {
    let error = verdict.error.as_ref()?;
    let span = trace.failure.as_ref()?.span?;
    let candidates = error.seen.iter().flat_map(|seen| &seen.candidates);
    // What tells several matches apart is a part of a locator, what comes near a whole one.
    let advice = if error.kind == ErrorKind::ElementAmbiguous { "add" } else { "write" };
    let near = candidates.clone().enumerate().map(|(index, candidate)| match candidate.locator.as_str() {
        "" => format!("{}: {}", index + 1, candidate.element),
        locator => format!("{}: {}    {advice}  {locator}", index + 1, candidate.element),
    });
    let place = error.seen.iter().filter_map(|seen| {
        let path = seen.url_path.as_ref()?;
        Some(match &seen.title {
            Some(title) => format!("the page was {path} \"{title}\""),
            None => format!("the page was {path}"),
        })
    });
    let changed = match verdict.effect {
        Effect::None if trace.is_out() => {
            "the commit was sent, and reading back shows that it changed nothing in the app"
        }
        Effect::None if trace.reads => "nothing was changed in the app: the job only reads",
        Effect::None => "nothing was changed in the app: the commit step was not reached",
        Effect::Applied if verdict.applied_parts.is_empty() => {
            "the commit changed something in the app, and not as wished"
        }
        Effect::Applied => "the app was changed by an earlier part of the job; see `applied_parts`",
        Effect::Uncertain if verdict.outcome == Outcome::Failed => {
            "the commit was sent, and reading back shows nothing of it so far: look into the app"
        }
        Effect::Uncertain => "the commit was sent and its effect could not be read back: look into the app",
    };
    let step = error.step.as_deref().map(|step| format!("in {step}"));
    let lines = near.chain(place).chain(step).chain([changed.to_owned()]).collect::<Vec<_>>().join("\n");
    // The message lists the candidates, too; here each has a line of its own.
    let first = error.message.lines().next().unwrap_or_default();
    let message =
        if candidates.count() == 0 { &error.message } else { first.rsplit_once("; ").map_or(first, |(m, _)| m) };
    let message = redactor.redact(message).into_owned();
    Some(Diagnostic::error(error.kind.name(), span, message).help(redactor.redact(&lines).into_owned()))
}

/// What was seen, in a sentence.
fn seen_words(seen: &Seen) -> String {
    let path = seen.url_path.iter().map(|path| format!("page {path}"));
    let title = seen.title.iter().map(|title| format!("title \"{title}\""));
    let dialog = seen.dialog.iter().map(|text| format!("dialog \"{text}\""));
    let near = seen.candidates.iter().map(|candidate| {
        if candidate.locator.is_empty() {
            candidate.element.clone()
        } else {
            format!("{}: {}", candidate.element, candidate.locator)
        }
    });
    path.chain(title).chain(dialog).chain(near).collect::<Vec<_>>().join("; ")
}
