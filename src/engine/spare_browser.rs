//! A browser that is open before a job needs one.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{LaunchError, LaunchOptions, Session};
use crate::recipe::Recipe;

/// How long a browser that waited may take to say that it is there.
const SAYS_WITHIN: Duration = Duration::from_secs(2);

/// How a recipe wants its browser.
pub(super) fn launch_for(recipe: &Recipe, options: &LaunchOptions) -> LaunchOptions {
    LaunchOptions {
        viewport: recipe.settings.viewport,
        locale: Some(recipe.app.locale.clone()),
        page_timeout: recipe.settings.timeouts.page.get(),
        ..options.clone()
    }
}

/// A browser that nobody has used: no cookie, no page. Whoever takes it is the only one that ever does.
#[derive(Debug)]
pub struct SpareBrowser {
    session: Session,
    launch: LaunchOptions,
}

impl SpareBrowser {
    /// Opens one as that recipe wants it.
    ///
    /// # Errors
    /// [`LaunchError`]: what is missing and how to get it.
    pub async fn open(recipe: &Recipe, options: &LaunchOptions) -> Result<Self, LaunchError> {
        let launch = launch_for(recipe, options);
        Ok(Self { session: Session::open(&launch).await?, launch })
    }

    /// Whether that recipe would have it opened just so.
    pub fn fits(&self, recipe: &Recipe, options: &LaunchOptions) -> bool {
        self.launch == launch_for(recipe, options)
    }

    /// The browser, if it is as wanted and still there; else it ends.
    pub(super) async fn taken(mut self, options: &LaunchOptions) -> Option<Session> {
        if self.launch == *options && self.session.location(Instant::now() + SAYS_WITHIN).await.is_ok() {
            return Some(self.session);
        }
        self.close().await;
        None
    }

    /// Ends it.
    pub async fn close(self) {
        self.session.close().await;
    }
}
