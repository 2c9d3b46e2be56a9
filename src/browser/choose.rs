//! Choosing an option: of a native select in one script, of anything else by clicks, as a user would.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::CommandError;
use super::query::{Matcher, Query};
use super::script::{DRIFT_AFTER_MS, is_stale};
use super::session::Session;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    /// It was set, or was so already.
    Set,
    /// This option is to be clicked.
    Click,
    /// A list has to be opened first.
    Open,
}

#[derive(Debug, Deserialize)]
struct Choice {
    kind: Way,
    description: String,
    drift: Option<usize>,
    #[serde(default)]
    ok: bool,
    found: Option<String>,
    #[serde(default)]
    open: bool,
}

/// The option of an open list.
#[derive(Debug, Deserialize)]
struct Listed {
    /// The list was closed in the meantime, and this opens it.
    #[serde(default)]
    reopen: bool,
    /// It is chosen already; clicking it could take it back.
    #[serde(default)]
    already: bool,
}

/// What the control shows after the click.
#[derive(Debug, Deserialize)]
struct Shown {
    /// The click took back what was chosen before; the next one chooses it again, and is looked at, too.
    #[serde(default)]
    again: bool,
}

impl Session {
    /// Chooses an option by its text and reads the choice back. Of a control that takes several, the option is added.
    ///
    /// - A native select: one command. One that a script hid behind a control of its own is chosen in that control.
    /// - A radio group or a list box: three commands.
    /// - A combo box, a menu, a button or field that opens a list anywhere on the page: opened, then as above; five
    ///   commands, two more with `filter`. Options that load late, or at the end of the list, are waited for; of a list
    ///   that draws only the options in sight, with or without roles, all are looked at by scrolling.
    ///
    /// `filter` is typed into the control (or into the search field of its list) to narrow the list first.
    ///
    /// # Errors
    /// [`CommandError::NoOption`] with the nearest options if no option or more than one has that text;
    /// [`CommandError::ReadBack`] if the control does not show the choice; else as [`Session::fill`].
    pub async fn choose(
        &mut self,
        query: &Query,
        option: &Matcher,
        filter: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        self.enter(&query.frames, deadline).await?;
        let chosen = self.choose_here(query, option, filter, deadline).await.map_err(|error| named(error, option));
        self.leave(&query.frames, chosen, deadline).await
    }

    async fn choose_here(
        &mut self,
        query: &Query,
        option: &Matcher,
        filter: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let mut request = json!({ "op": "choose", "query": query, "option": option, "drift_after": DRIFT_AFTER_MS });
        self.write_guard(&mut request, "click", &query.frames);
        let guard = request["guard"].clone();
        let answer: Answer<Choice> = self.act_when_there(query, request, deadline).await?;
        self.note_drift(query, answer.value.drift);
        let mut elements = answer.elements.into_iter();
        match answer.value.kind {
            Way::Set if answer.value.ok => Ok(()),
            Way::Set => {
                let Choice { description: element, found, .. } = answer.value;
                Err(CommandError::ReadBack { element, expected: Some(String::new()), found, limit: None })
            }
            Way::Click => {
                let (clicked, marked) = (elements.next(), elements.next());
                if let Some(element) = clicked {
                    self.click_on(element, deadline).await?;
                    self.arrived(deadline).await?;
                }
                self.chosen(query, option, marked.as_deref(), deadline).await
            }
            Way::Open => {
                if let (false, Some(element)) = (answer.value.open, elements.next()) {
                    self.click_on(element, deadline).await?;
                }
                self.choose_listed(query, option, filter, guard, deadline).await
            }
        }
    }

    /// Chooses in a list that was opened.
    async fn choose_listed(
        &mut self,
        query: &Query,
        option: &Matcher,
        filter: Option<&str>,
        guard: Value,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let about = About::query(query);
        if let Some(text) = filter {
            let request = json!({ "op": "filter", "query": query, "option": option });
            loop {
                let found: Answer<Listed> = self.wait_for(request.clone(), about, deadline).await?;
                let Some(element) = found.elements.into_iter().next() else { break };
                if found.value.reopen {
                    self.click_on(element, deadline).await?;
                    continue;
                }
                match self.send(Command::Type { element, text: text.to_owned() }, deadline).await {
                    Ok(_) => break,
                    // It went with its list before a key was pressed: look again.
                    Err(error) if error.was_overtaken() && Instant::now() < deadline => {}
                    Err(error) => return Err(error),
                }
            }
        }
        let request =
            json!({ "op": "option", "query": query, "option": option, "filtered": filter.is_some(), "guard": guard });
        loop {
            let listed: Answer<Listed> = self.wait_for(request.clone(), about, deadline).await?;
            let mut elements = listed.elements.into_iter();
            let (clicked, marked) = (elements.next(), elements.next());
            let Some(element) = clicked else { break };
            if listed.value.reopen {
                self.click_on(element, deadline).await?;
                continue;
            }
            if listed.value.already {
                // The list is closed again.
                self.click_on(element, deadline).await?;
                break;
            }
            match self.click_on(element, deadline).await {
                Ok(()) => {
                    self.arrived(deadline).await?;
                    self.chosen(query, option, marked.as_deref(), deadline).await?;
                    break;
                }
                // The list was drawn anew between the look and the click, and the click did not leave: look again.
                Err(error) if error.was_overtaken() && Instant::now() < deadline => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Waits until the control shows the choice.
    async fn chosen(
        &mut self,
        query: &Query,
        option: &Matcher,
        marked: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let about = About::query(query);
        let request = json!({ "op": "choice", "query": query, "option": option });
        loop {
            let shown = match self.wait::<Shown>(request.clone(), marked, about, deadline).await {
                // The list was taken away with its options: ask the control alone.
                Err(error) if is_stale(&error) => self.wait_for::<Shown>(request.clone(), about, deadline).await?,
                Err(error) => return Err(error),
                Ok(outcome) => outcome.map_err(|not| about.error(not))?,
            };
            // A list that takes several stays open; it would cover what comes next.
            if let Some(element) = shown.elements.into_iter().next() {
                self.click_on(element, deadline).await?;
            }
            if !shown.value.again {
                return Ok(());
            }
        }
    }
}

/// Puts the option's text into an error of the page, which does not repeat it.
fn named(error: CommandError, wanted: &Matcher) -> CommandError {
    match error {
        CommandError::NoOption { element, count, options, waited, .. } => {
            CommandError::NoOption { element, option: wanted.to_string(), count, options, waited }
        }
        CommandError::ReadBack { element, found, limit, .. } => {
            CommandError::ReadBack { element, expected: Some(wanted.to_string()), found, limit }
        }
        other => other,
    }
}
