//! The browser of an integration between jobs: warm and logged in while it is good, gone when it is not.

use tokio::time::Instant;

use crate::browser::{LaunchError, LaunchOptions, Session};

/// A place for one browser. Belongs to one integration for good, so that sessions never mix.
#[derive(Debug, Default)]
pub struct Seat {
    warm: Option<Warm>,
}

#[derive(Debug)]
struct Warm {
    session: Session,
    opened: Instant,
    logged_in: bool,
    jobs: u32,
}

impl Seat {
    /// A seat without a browser.
    pub fn new() -> Self {
        Self::default()
    }

    /// The browser, if there is one.
    pub fn session(&mut self) -> Option<&mut Session> {
        self.warm.as_mut().map(|warm| &mut warm.session)
    }

    /// When the browser was opened.
    pub fn opened(&self) -> Option<Instant> {
        self.warm.as_ref().map(|warm| warm.opened)
    }

    /// Whether the service account was logged in when the last job ended.
    pub fn logged_in(&self) -> bool {
        self.warm.as_ref().is_some_and(|warm| warm.logged_in)
    }

    /// How many jobs the browser has served.
    pub fn jobs(&self) -> u32 {
        self.warm.as_ref().map_or(0, |warm| warm.jobs)
    }

    pub(super) fn set_logged_in(&mut self, logged_in: bool) {
        if let Some(warm) = &mut self.warm {
            warm.logged_in = logged_in;
        }
    }

    pub(super) fn served(&mut self) {
        if let Some(warm) = &mut self.warm {
            warm.jobs += 1;
        }
    }

    pub(super) async fn open(&mut self, options: &LaunchOptions) -> Result<(), LaunchError> {
        self.close().await;
        let session = Session::open(options).await?;
        self.warm = Some(Warm { session, opened: Instant::now(), logged_in: false, jobs: 0 });
        Ok(())
    }

    /// Ends the browser, if there is one. Bounded in time: a browser that does not answer is killed.
    pub async fn close(&mut self) {
        if let Some(warm) = self.warm.take() {
            warm.session.close().await;
        }
    }
}
