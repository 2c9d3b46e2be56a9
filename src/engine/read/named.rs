//! The groups (roles, assets) that a job names, found without reading what else there is where the app can search them.

use crate::contract::ResourceKind;
use crate::recipe::View;

use super::super::attempt::Attempt;
use super::super::failure::Attempted;
use super::super::needed::Needed;
use super::super::row::Row;
use super::{Found, Source};

/// How many are searched one by one, rather than looked for in the list.
const FEW: usize = 3;

impl<'a> Attempt<'a> {
    /// Each of these by a search of its own, without those that are provably not there. `None`: that is not shorter than
    /// to read the list, their view has no search, or it proves nothing for one of them.
    pub(in crate::engine) async fn searched(
        &mut self,
        of: ResourceKind,
        values: &[String],
    ) -> Attempted<Option<Vec<Row>>> {
        let Some(view) = self.recipe.view_of(of).filter(|view| values.len() <= FEW && self.has_search(view)) else {
            return Ok(None);
        };
        let nearly = self.recorder.trace.nearly.clone();
        let mut rows = Some(Vec::new());
        for value in values {
            match Box::pin(self.find(view, value, &Needed::default())).await? {
                Found::Present(row) => rows.get_or_insert_default().push(row),
                Found::Absent => {}
                Found::Unproven(_) => {
                    rows = None;
                    break;
                }
            }
        }
        // A group that reads nearly as another one says nothing about the subject.
        self.recorder.trace.nearly = nearly;
        Ok(rows)
    }

    /// Whether all lists of a view can be searched, and come in portions.
    fn has_search(&self, view: &'a View) -> bool {
        let searched = |source: &Source<'_>| match source {
            Source::Table(table) => table.search.is_some() && table.pager.is_some() && table.of.is_none(),
            Source::Csv(_) => false,
        };
        self.sources(view).iter().all(|(_, source)| searched(source))
    }
}
