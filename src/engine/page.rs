//! Moving about in the app: loading pages, recognising screens, getting rid of what is in the way.

use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use crate::browser::{CommandError, Probe};
use crate::contract::{ErrorKind, Phase, StepStatus};
use crate::recipe::{Locator, RuleOutcome, Span, Template};

use super::attempt::Attempt;
use super::compile::Compiler;
use super::failure::{Attempted, Failure, command_failure};

impl Attempt<'_> {
    /// Loads a path of the app, unless the last act loaded just that and nothing was done since.
    pub(super) async fn goto(&mut self, path: &Template, span: Option<Span>) -> Attempted<()> {
        let rendered = self.scope.render_path(path)?;
        let url = self.resolve_url(&rendered).map_err(|failure| failure.at(path.span))?;
        self.load(url, rendered, span).await.map_err(|failure| failure.at(path.span))
    }

    /// Loads a page that the app itself leads to.
    pub(super) async fn follow(&mut self, link: &str, span: Span) -> Attempted<()> {
        let url = self.resolve_url(link)?;
        self.load(url.clone(), url[url::Position::BeforePath..].to_owned(), Some(span)).await
    }

    async fn load(&mut self, url: Url, rendered: String, span: Option<Span>) -> Attempted<()> {
        let begun = self.begin();
        if self.page.is_fresh(&url) {
            self.end(begun, format!("goto {rendered}"), span, StepStatus::Skipped, Some("just loaded".to_owned()))
                .await;
            return Ok(());
        }
        self.acted();
        let deadline = self.page_deadline();
        // Where only the fragment differs, a browser stays in the document that it has (HTML, section 7.4.2.2), and a
        // single-page app shows what it believes to know.
        let leaves = self.page.take_from_server() && url.fragment().is_some();
        let session = self.session()?;
        let result = if leaves { session.leave_page(deadline).await } else { Ok(()) };
        let result = match result {
            Ok(()) => session.goto(&url, deadline).await,
            Err(error) => Err(error),
        };
        match result {
            Ok(()) => {
                self.page.loaded(url);
                self.end(begun, format!("goto {rendered}"), span, StepStatus::Ok, None).await;
                Ok(())
            }
            Err(error) => {
                let mut failure = command_failure(&error);
                if let CommandError::Rejected { reason, .. } | CommandError::Driver { reason, .. } = &error
                    && reason.contains("net::ERR_")
                {
                    failure = Failure::new(
                        ErrorKind::AppUnavailable,
                        format!("{url} does not answer: {}", net_error(reason)),
                    );
                }
                self.end(begun, format!("goto {rendered}"), span, StepStatus::Failed, Some(failure.message.clone()))
                    .await;
                Err(failure)
            }
        }
    }

    fn resolve_url(&self, path: &str) -> Attempted<Url> {
        let entry = self.order.entry;
        entry.url(path).ok_or_else(|| {
            let message =
                format!("`{path}` is not a page of {} or leads outside the recipe's `origins`", entry.base_url);
            Failure::new(ErrorKind::OriginBlocked, message)
        })
    }

    /// Refuses a URL outside the recipe's origins.
    pub(super) fn allowed(&self, url: &Url) -> Attempted<()> {
        if self.order.entry.allows(url) {
            return Ok(());
        }
        let origin = url.origin().ascii_serialization();
        Err(Failure::new(
            ErrorKind::OriginBlocked,
            format!("the app led to {origin}, which is not among the recipe's `origins`"),
        ))
    }

    /// Makes sure that the screen an element belongs to is shown.
    pub(super) async fn on_screen_of(&mut self, locator: &Locator, deadline: Instant) -> Attempted<()> {
        let recipe = self.recipe;
        match locator.name.as_deref().and_then(|name| name.split_once('.')) {
            Some((screen, _)) if recipe.screens.contains_key(screen) => self.on_screen(screen, deadline).await,
            _ => Ok(()),
        }
    }

    /// Waits until a screen is recognised.
    pub(super) async fn on_screen(&mut self, name: &str, deadline: Instant) -> Attempted<()> {
        if self.page.shows(name) {
            return Ok(());
        }
        let recipe = self.recipe;
        let Some(screen) = recipe.screens.get(name) else { return Ok(()) };
        let probe = Compiler::new(&self.scope).screen(screen)?;
        if self.wait(&probe, deadline).await? {
            self.page.recognised(name);
            return Ok(());
        }
        let what = format!("the page is not screen `{name}`");
        Err(self.unmet(ErrorKind::UnexpectedPage, &what, &probe).await.at(screen.span))
    }

    /// Waits until a condition holds; handles interrupts while it does not.
    pub(super) async fn wait(&mut self, probe: &Probe, deadline: Instant) -> Attempted<bool> {
        Ok(self.wait_first(std::slice::from_ref(probe), deadline).await?.is_some())
    }

    /// Waits until one of several conditions holds and says which; handles interrupts meanwhile.
    pub(super) async fn wait_first(&mut self, probes: &[Probe], deadline: Instant) -> Attempted<Option<usize>> {
        let recipe = self.recipe;
        if recipe.interrupts.is_empty() {
            return self.race(probes, deadline).await;
        }
        loop {
            let all = self.or_interrupts(probes)?;
            let Some(first) = self.race(&all, deadline).await? else { return Ok(None) };
            if first < probes.len() {
                return Ok(Some(first));
            }
            self.handle_interrupt(first - probes.len()).await?;
        }
    }

    async fn race(&mut self, probes: &[Probe], deadline: Instant) -> Attempted<Option<usize>> {
        let outcome = self.session()?.wait_any(probes, deadline).await;
        outcome.map(|outcome| outcome.first).map_err(|error| command_failure(&error))
    }

    /// Whether the app itself says why a step failed: a rule of the recipe that holds now is a better reason than a
    /// missing element.
    pub(super) async fn explain(&mut self, failure: Failure) -> Failure {
        // Whoever is signed out meets the sign-in page in anybody's place. Nothing else speaks for the subject.
        let of_another = failure.kind == ErrorKind::SubjectMismatch;
        if !failure.may_be_explained() && !of_another {
            return failure;
        }
        let Some(mut known) = self.known_page().await else { return failure };
        if of_another && known.kind != ErrorKind::SessionExpired {
            return failure;
        }
        known.message = format!("{}; {}", known.message, failure.message);
        known.span = failure.span;
        known.step = failure.step;
        known.seen = failure.seen;
        known
    }

    /// What the page means by the recipe's own rules, if one of them holds now and names a failure.
    pub(super) async fn known_page(&mut self) -> Option<Failure> {
        let recipe = self.recipe;
        let action = self.order.work.job.action;
        // Who is logging in is on the login page: that says nothing.
        let logging_in = self.recorder.phase() == Phase::Login;
        let tells = |is: RuleOutcome| !(logging_in && is == RuleOutcome::Error(ErrorKind::SessionExpired));
        let rules = recipe.outcomes.iter().filter(|rule| rule.applies_to(action) && tells(rule.is));
        let rules: Vec<_> = rules.collect();
        let compiler = Compiler::new(&self.scope);
        let probes = rules.iter().map(|rule| compiler.probe(&rule.when)).collect::<Attempted<Vec<_>>>().ok()?;
        if probes.is_empty() {
            return None;
        }
        let now = self.step_deadline(None);
        let held = self.slot.session()?.probe(&probes, now).await.ok()?;
        rules.iter().zip(held).find_map(|(rule, held)| match rule.is {
            RuleOutcome::Error(kind) if held => {
                let message = format!("the app shows {} (rule at {})", kind_words(kind), recipe.source.at(rule.span));
                Some(Failure::new(kind, message))
            }
            _ => None,
        })
    }

    /// Where the browser is, for a failure's reader; where it was, if that was noted before another page was loaded.
    pub(super) async fn see(&mut self, mut failure: Failure) -> Failure {
        if failure.seen.as_ref().is_some_and(|seen| seen.title.is_some()) {
            return failure;
        }
        let deadline = Instant::now() + Duration::from_secs(3);
        let Some(session) = self.slot.session() else { return failure };
        if let Ok(location) = session.location(deadline).await {
            // Nothing that was looked for is on a page that the app could not make (RFC 9110, section 15.6).
            if let Some(status) = location.status.filter(|status| *status >= 500 && failure.may_be_explained()) {
                failure.kind = ErrorKind::AppUnavailable;
                failure.message = format!("the app answered with {status}; {}", failure.message);
            }
            let seen = failure.seen.get_or_insert_default();
            // Only a page of an app has a path (RFC 3986, section 3.3, says more); `about:blank` and `data:,` are none.
            let page = Url::parse(&location.url).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
            seen.url_path = page.map(|url| self.recorder.redact(url.path()).into_owned());
            seen.title = Some(self.recorder.redact(&location.title).into_owned());
        }
        failure
    }
}

fn kind_words(kind: ErrorKind) -> String {
    kind.name().replace('_', " ")
}

/// `net::ERR_CONNECTION_REFUSED` out of the driver's words.
fn net_error(message: &str) -> &str {
    message.find("net::ERR_").map_or(message, |start| {
        let rest = &message[start..];
        rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ':')).next().unwrap_or(rest)
    })
}
