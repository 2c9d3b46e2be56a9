//! Visits: logged in like a job, on a page of the app, somebody who writes its recipe looks at what is there. Changes
//! nothing.

use crate::browser::{Matches, Shown, ShownElement};
use crate::contract::ErrorKind;
use crate::recipe::{Diagnostic, Locator, Segment, Span, Template};
use crate::secrets::Redactor;

use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::compile::Compiler;
use super::failure::{Attempted, Failure, command_failure};
use super::order::Order;

/// Where a visit goes.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// A path of the app; `None`: the page by which the recipe sees whether it is logged in.
    pub path: Option<&'a str>,
    /// The screen that is waited for.
    pub screen: Option<&'a str>,
}

/// What was seen.
#[derive(Debug)]
pub struct Visited<T> {
    /// The path and the query of the page.
    pub page: String,
    /// Its title.
    pub title: String,
    /// The recipe's screens that it is.
    pub screens: Vec<String>,
    /// What was looked for.
    pub seen: T,
}

/// Why nothing was seen.
#[derive(Debug)]
pub struct NotVisited {
    /// What kind of failure.
    pub kind: ErrorKind,
    /// What happened.
    pub message: String,
    /// The same at the recipe's place that is to blame, if one is.
    pub problem: Option<Diagnostic>,
    /// Whether there was a browser at all.
    pub browser: bool,
}

/// Logs in if needed, opens a page and tells what it shows, with `all` every text of it. Secrets of the service account
/// are masked.
///
/// # Errors
/// As a job fails: no browser, a refused login, a page that is not there.
pub async fn inspect(
    order: Order<'_>,
    slot: &mut BrowserSlot,
    visit: Visit<'_>,
    all: bool,
) -> Result<Visited<Shown>, NotVisited> {
    visited(&order, slot, visit, async |attempt: &mut Attempt<'_>| {
        let deadline = attempt.page_deadline();
        let shown = attempt.session()?.inspect(all, deadline).await;
        let mut shown = shown.map_err(|error| command_failure(&error))?;
        attempt.mask(shown.elements.iter_mut().flat_map(ShownElement::texts));
        Ok(shown)
    })
    .await
}

/// As [`inspect`], and tells what a locator matches there.
///
/// # Errors
/// As [`inspect`], and when the locator cannot be answered on the page.
pub async fn matches(
    order: Order<'_>,
    slot: &mut BrowserSlot,
    visit: Visit<'_>,
    locator: &Locator,
) -> Result<Visited<Matches>, NotVisited> {
    visited(&order, slot, visit, async |attempt: &mut Attempt<'_>| {
        // Its place is that in its own text, not in the recipe's.
        let query = Compiler::new(&attempt.scope).query(locator).map_err(Failure::nowhere)?;
        let deadline = attempt.page_deadline();
        let matches = attempt.session()?.matches(&query, deadline).await;
        let mut matches = matches.map_err(|error| command_failure(&error))?;
        attempt.mask(matches.texts());
        Ok(matches)
    })
    .await
}

async fn visited<T>(
    order: &Order<'_>,
    slot: &mut BrowserSlot,
    visit: Visit<'_>,
    look: impl AsyncFn(&mut Attempt<'_>) -> Attempted<T>,
) -> Result<Visited<T>, NotVisited> {
    let redactor = Redactor::new(std::iter::once(&order.secrets.password).chain(&order.secrets.totp));
    attended(order, slot, redactor, async |attempt: &mut Attempt<'_>| attempt.look_around(visit, &look).await).await
}

/// What somebody does in the slot's browser that is no job.
pub(super) async fn attended<T>(
    order: &Order<'_>,
    slot: &mut BrowserSlot,
    redactor: Redactor,
    act: impl AsyncFnOnce(&mut Attempt<'_>) -> Attempted<T>,
) -> Result<T, NotVisited> {
    slot.take().await;
    let mut attempt = Attempt::new(order, slot, redactor, order.entry.recipe.settings.timeouts.action.get());
    let seen = match Box::pin(act(&mut attempt)).await {
        Ok(seen) => Ok(seen),
        Err(failure) => Err(attempt.not_visited(failure).await),
    };
    attempt.slot.served();
    attempt.slot.leave();
    seen
}

impl Attempt<'_> {
    async fn look_around<T>(
        &mut self,
        visit: Visit<'_>,
        look: impl AsyncFn(&mut Attempt<'_>) -> Attempted<T>,
    ) -> Attempted<Visited<T>> {
        self.arrive(visit.path, visit.screen).await?;
        let mut seen = look(self).await?;
        // What was in the way, such as a question about cookies, is gone now.
        if self.cleared_the_way().await? {
            seen = look(self).await?;
        }
        let (page, title) = self.where_it_is().await?;
        Ok(Visited { page, title, screens: self.screens_shown().await?, seen })
    }

    fn mask<'t>(&self, texts: impl Iterator<Item = &'t mut String>) {
        for text in texts {
            *text = self.recorder.redact(text).into_owned();
        }
    }

    /// Logged in, on that page, which is that screen if one is given.
    async fn arrive(&mut self, path: Option<&str>, screen: Option<&str>) -> Attempted<()> {
        self.ensure_session().await?;
        let recipe = self.recipe;
        match path {
            None => self.goto(&recipe.session.check_goto, Some(recipe.session.span)).await?,
            Some(path) => self.goto_path(path).await?,
        }
        match screen {
            Some(screen) => self.on_screen(screen, self.page_deadline()).await,
            None => Ok(()),
        }
    }

    /// Loads a page that no place of the recipe names, and none is to blame for.
    pub(super) async fn goto_path(&mut self, path: &str) -> Attempted<()> {
        let segments = vec![Segment::Literal(path.to_owned())];
        self.goto(&Template { segments, span: Span::default() }, None).await.map_err(Failure::nowhere)
    }

    /// Path and title of the page.
    async fn where_it_is(&mut self) -> Attempted<(String, String)> {
        let deadline = self.step_deadline(None);
        let location = self.session()?.location(deadline).await.map_err(|error| command_failure(&error))?;
        let page = match url::Url::parse(&location.url) {
            Ok(url) => url[url::Position::BeforePath..].to_owned(),
            Err(_) => location.url,
        };
        Ok((self.recorder.redact(&page).into_owned(), self.recorder.redact(&location.title).into_owned()))
    }

    /// The recipe's screens that the page is.
    pub(super) async fn screens_shown(&mut self) -> Attempted<Vec<String>> {
        let compiler = Compiler::new(&self.scope);
        let mut names = Vec::new();
        let mut probes = Vec::new();
        for (name, screen) in &self.recipe.screens {
            names.push(name);
            probes.push(compiler.screen(screen)?);
        }
        let deadline = self.step_deadline(None);
        let held = self.session()?.probe(&probes, deadline).await.map_err(|error| command_failure(&error))?;
        Ok(names.into_iter().zip(held).filter(|(_, held)| *held).map(|(name, _)| name.clone()).collect())
    }

    /// A failure in words for the terminal.
    pub(super) async fn not_visited(&mut self, failure: Failure) -> NotVisited {
        let browser = self.slot.session().is_some();
        let Failure { kind, message, span, step, seen } = self.see(failure).await;
        let seen = seen.unwrap_or_default();
        let near = seen.candidates.iter().map(|near| format!("{}    write  {}", near.element, near.locator));
        let place = seen.url_path.iter().map(|path| {
            let title = seen.title.as_ref().map(|title| format!(" \"{title}\"")).unwrap_or_default();
            format!("the page was {path}{title}")
        });
        let step = step.map(|step| format!("in {step}"));
        let lines: Vec<String> = near.chain(place).chain(step).collect();
        let redact = |text: &str| self.recorder.redact(text).into_owned();
        let message = redact(&message);
        let problem = span.map(|span| {
            // The candidates have lines of their own.
            let first = message.lines().next().unwrap_or_default();
            let first = if seen.candidates.is_empty() { &message } else { first };
            Diagnostic::error(kind.name(), span, first).help(redact(&lines.join("\n")))
        });
        NotVisited { kind, message, problem, browser }
    }
}
