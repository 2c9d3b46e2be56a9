//! Narrowing a list to one key.

use serde_json::Value;

use crate::contract::Item;
use crate::recipe::{Chord, Search, SearchBy, Span, Step, StepVerb, Submit, TableView, View};

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::find::{ambiguous, as_read, matching_rows};
use super::order::is_past;
use super::prove::distinct;
use super::table_read::TableRead;
use super::{Found, Target};

impl<'a> Attempt<'a> {
    /// The subject that a search's templates see: what is known, with the value that is looked for.
    pub(super) fn subject_of(&self, table: &TableView, target: &Target) -> Item {
        let mut subject = self.scope.subject.clone();
        if target.by == table.key {
            subject.insert(target.by.clone(), Value::String(target.value.clone()));
        }
        subject
    }

    /// Narrows the list to one key. `None`: nothing found, and the search itself does not prove absence.
    pub(super) async fn search(
        &mut self,
        view: &'a View,
        table: &'a TableView,
        search: &'a Search,
        target: &Target,
    ) -> Attempted<Option<Found>> {
        match &search.by {
            SearchBy::Goto(path) => self.goto(path, Some(view.span)).await?,
            SearchBy::Box { into, value, submit } => {
                self.open(&table.open).await?;
                let fill = StepVerb::Fill { into: into.clone(), value: value.clone(), typing: None };
                // Nothing of a commit: the box may be emptied again.
                let committing = self.commit.set_aside();
                let filled = Box::pin(self.step(&synthetic(fill, into.span))).await;
                self.commit.take_up(committing);
                filled?;
                match submit {
                    Submit::Typing => {}
                    Submit::Enter => {
                        let press = StepVerb::Press { keys: vec![Chord::enter()], target: Some(into.clone()) };
                        Box::pin(self.step(&synthetic(press, into.span))).await?;
                    }
                    Submit::Click(locator) => {
                        Box::pin(self.step(&synthetic(StepVerb::Click(locator.clone()), locator.span))).await?;
                    }
                }
            }
        }
        let mut previous_look = false;
        loop {
            let pages = self.pages(view, table, Some(search), Some(target)).await?;
            let mut matching = matching_rows(&pages.rows, table, target);
            match matching.len() {
                0 => {}
                1 => return Ok(Some(Found::Present(matching.remove(0)))),
                count => return Err(ambiguous(target, count, view)),
            }
            self.note_nearly(&pages.rows, &target.by, &target.value);
            let distinct = distinct(&pages.rows, &table.key, target.ignore_case);
            if pages.unrest.is_some() {
                return Ok(None);
            }
            // Either sign is enough, if the other one does not speak against it.
            let counted = search.total.is_some() && pages.entries() == Some(distinct);
            let said_empty = pages.empty && distinct == 0 && pages.total.is_none_or(|_| pages.entries() == Some(0));
            let proven = counted || said_empty || (search.sorted && is_past_of(table, target, &pages));
            if !proven || pages.unfit(0).is_some() {
                return Ok(None);
            }
            // A list that is still being narrowed looks empty for a moment: absence has to be seen twice.
            if previous_look || pages.firm {
                return Ok(Some(Found::Absent));
            }
            previous_look = true;
        }
    }
}

/// Whether a list that begins at the target shows that it is not there.
fn is_past_of(table: &TableView, target: &Target, pages: &TableRead) -> bool {
    let filters = table.fields.get(&table.key).map(|field| field.filters.as_slice()).unwrap_or_default();
    is_past(&pages.keys(&table.key), &as_read(filters, target), target.ignore_case)
}

/// A step that no recipe wrote: part of a search.
fn synthetic(verb: StepVerb, span: Span) -> Step {
    Step { verb, when: None, commit: false, timeout: None, dialog: None, opens_tab: false, note: None, span }
}
