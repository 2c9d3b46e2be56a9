//! A page that was captured of a live app: which screen it is, and what the lists on it show. Nobody logs in.

use crate::recipe::ViewKind;
use crate::secrets::Redactor;

use super::attempt::Attempt;
use super::browser_slot::BrowserSlot;
use super::failure::Attempted;
use super::order::Order;
use super::visit::{NotVisited, attended};

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
    let none = Redactor::new(std::iter::empty());
    attended(&order, slot, none, async |attempt: &mut Attempt<'_>| attempt.shot(path, screen).await).await
}

impl Attempt<'_> {
    async fn shot(&mut self, path: &str, screen: Option<&str>) -> Attempted<Shot> {
        if self.slot.session().is_none() {
            self.reopen().await?;
        }
        self.goto_path(path).await?;
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
