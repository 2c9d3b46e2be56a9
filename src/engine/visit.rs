//! Visits: logged in like a job, on a page of the app, somebody who writes its recipe looks at what is there. Changes
//! nothing.

use crate::browser::Shown;
use crate::contract::ErrorKind;
use crate::recipe::{Diagnostic, Segment, Span, Template};
use crate::secrets::Redactor;

use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::compile::Compiler;
use super::failure::{Attempted, Failure, command_failure};
use super::order::Order;

/// Where a visit goes, and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// A path of the app; `None`: the page by which the recipe sees whether it is logged in.
    pub path: Option<&'a str>,
    /// The screen that is waited for.
    pub screen: Option<&'a str>,
    /// Whether everything with a text is told, not only what can be used.
    pub all: bool,
}

/// What was seen.
#[derive(Debug)]
pub struct Visited {
    /// The path and the query of the page.
    pub page: String,
    /// Its title.
    pub title: String,
    /// The recipe's screens that it is.
    pub screens: Vec<String>,
    /// What it shows.
    pub shown: Shown,
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

/// Logs in if needed, opens a page and tells what it shows. Secrets of the service account are masked.
///
/// # Errors
/// As a job fails: no browser, a refused login, a page that is not there.
pub async fn visit(order: Order<'_>, slot: &mut BrowserSlot, visit: Visit<'_>) -> Result<Visited, NotVisited> {
    slot.take().await;
    let secrets = std::iter::once(&order.secrets.password).chain(&order.secrets.totp);
    let redactor = Redactor::new(secrets);
    let mut attempt = Attempt::new(&order, slot, redactor, order.entry.recipe.settings.timeouts.action.get());
    let visited = match Box::pin(attempt.visit(visit)).await {
        Ok(visited) => Ok(visited),
        Err(failure) => Err(attempt.not_visited(failure).await),
    };
    attempt.slot.served();
    attempt.slot.leave();
    visited
}

impl Attempt<'_> {
    async fn visit(&mut self, visit: Visit<'_>) -> Attempted<Visited> {
        self.arrive(visit.path, visit.screen).await?;
        let mut shown = self.shown(visit.all).await?;
        // What was in the way, such as a question about cookies, is gone now.
        if self.cleared_the_way().await? {
            shown = self.shown(visit.all).await?;
        }
        for text in shown.elements.iter_mut().flat_map(crate::browser::ShownElement::texts) {
            *text = self.recorder.redact(text).into_owned();
        }
        let (page, title) = self.where_it_is().await?;
        Ok(Visited { page, title, screens: self.screens_shown().await?, shown })
    }

    /// Logged in, on that page, which is that screen if one is given.
    async fn arrive(&mut self, path: Option<&str>, screen: Option<&str>) -> Attempted<()> {
        self.ensure_session().await?;
        let recipe = self.recipe;
        match path {
            None => self.goto(&recipe.session.check_goto, Some(recipe.session.span)).await?,
            Some(path) => {
                let segments = vec![Segment::Literal(path.to_owned())];
                let gone = self.goto(&Template { segments, span: Span::default() }, None).await;
                // No place of the recipe is to blame.
                gone.map_err(|failure| Failure { span: None, ..failure })?;
            }
        }
        match screen {
            Some(screen) => self.on_screen(screen, self.page_deadline()).await,
            None => Ok(()),
        }
    }

    async fn shown(&mut self, all: bool) -> Attempted<Shown> {
        let deadline = self.page_deadline();
        self.session()?.inspect(all, deadline).await.map_err(|error| command_failure(&error))
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
    async fn screens_shown(&mut self) -> Attempted<Vec<String>> {
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
    async fn not_visited(&mut self, failure: Failure) -> NotVisited {
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
