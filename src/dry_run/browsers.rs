//! The browsers of a dry run. A case gets one that served another case of the same recipe, since to open one takes longer
//! than most cases; the instances of the app share nothing, because each has an address of its own.

use std::sync::{Mutex, PoisonError};

use crate::engine::BrowserSlot;

/// How many cases a browser serves before another one takes its place.
const MOST_CASES: u32 = 25;

/// Browsers that wait for their next case.
#[derive(Debug, Default)]
pub(super) struct Browsers {
    waiting: Mutex<Vec<Waiting>>,
}

#[derive(Debug)]
struct Waiting {
    /// Windows differ from app to app.
    app: String,
    cases: u32,
    slot: BrowserSlot,
}

/// A browser that a case has, and how many it had before.
#[derive(Debug, Default)]
pub(super) struct Lent {
    pub(super) slot: BrowserSlot,
    cases: u32,
}

impl Browsers {
    /// One for a case of that app: it may be a new one.
    pub(super) async fn lend(&self, app: &str) -> Lent {
        let (own, other) = {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            match waiting.iter().position(|browser| browser.app == app) {
                Some(at) => (Some(waiting.swap_remove(at)), None),
                None => (None, waiting.pop()),
            }
        };
        if let Some(mut other) = other {
            other.slot.close().await;
        }
        own.map_or_else(Lent::default, |Waiting { slot, cases, .. }| Lent { slot, cases })
    }

    /// Takes a browser back, for the next case.
    pub(super) async fn take_back(&self, app: &str, lent: Lent) {
        let Lent { mut slot, cases } = lent;
        slot.move_on().await;
        if slot.session().is_none() || cases + 1 >= MOST_CASES {
            slot.close().await;
            return;
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(Waiting { app: app.to_owned(), cases: cases + 1, slot });
    }

    /// Closes them all.
    pub(super) async fn close(self) {
        for mut browser in self.waiting.into_inner().unwrap_or_else(PoisonError::into_inner) {
            browser.slot.close().await;
        }
    }
}
