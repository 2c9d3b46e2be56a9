//! A page that was captured of a live app: which screen it is, and what the lists on it show. Nobody logs in.

use crate::recipe::{Segment, Span, Template, ViewKind};
use crate::secrets::Redactor;

use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::failure::{Attempted, Failure};
use super::order::Order;
use super::visit::NotVisited;

/// What a captured page is to a recipe.
#[derive(Debug)]
pub struct Shot {
    /// The recipe's screens that it is.
    pub screens: Vec<String>,
    /// The views that are read on one of these screens, each with the keys of the rows that the page shows.
    pub views: Vec<(String, Vec<String>)>,
}

/// Opens a page without logging in; tells which screens it is and reads the views on them. With `screen`, that is the one
/// that it has to be.
///
/// # Errors
/// When there is no browser, the page is not that screen, or a view cannot be read on it; with the recipe's place that is
/// to blame.
pub async fn captured(
    order: Order<'_>,
    slot: &mut BrowserSlot,
    path: &str,
    screen: Option<&str>,
) -> Result<Shot, NotVisited> {
    slot.take().await;
    let redactor = Redactor::new(std::iter::empty());
    let mut attempt = Attempt::new(&order, slot, redactor, order.entry.recipe.settings.timeouts.action.get());
    let seen = match Box::pin(attempt.shot(path, screen)).await {
        Ok(seen) => Ok(seen),
        Err(failure) => Err(attempt.not_visited(failure).await),
    };
    attempt.slot.served();
    attempt.slot.leave();
    seen
}

impl Attempt<'_> {
    async fn shot(&mut self, path: &str, screen: Option<&str>) -> Attempted<Shot> {
        if self.slot.session().is_none() {
            self.reopen().await?;
        }
        let segments = vec![Segment::Literal(path.to_owned())];
        self.goto(&Template { segments, span: Span::default() }, None).await.map_err(Failure::nowhere)?;
        if let Some(screen) = screen {
            self.on_screen(screen, self.page_deadline()).await?;
        }
        let screens = self.screens_shown().await?;
        let recipe = self.recipe;
        let mut views = Vec::new();
        for view in recipe.views.values() {
            let ViewKind::Table(table) = &view.kind else { continue };
            // One of a group's page depends on which group that is.
            if table.of.is_none() && screens.contains(&table.screen) {
                views.push((view.name.clone(), self.rows_here(view, table).await?));
            }
        }
        Ok(Shot { screens, views })
    }
}
