//! Tells open pages that something changed: they ask for their parts anew then.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;

use super::visitor::Visitor;

/// No page is told more often.
const PACE: Duration = Duration::from_millis(700);
/// How often a page is told where another gateway may have changed something, of which this one hears nothing; and how often
/// is looked whether the session still lives.
const LOOK: Duration = Duration::from_secs(3);

/// A stream of `changed` (server-sent events, HTML Living Standard, section 9.2). The first one comes at once: a page that was
/// cut off may have missed some. It ends with the session, and when the gateway stops.
pub(super) async fn changes(visitor: Visitor) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let office = visitor.console.office.clone();
    let results = office.results();
    let stream = unfold((visitor, results, true), move |(visitor, mut results, first)| {
        let (office, stopping) = (office.clone(), office.stopping.clone());
        async move {
            if !first {
                stopping.run_until_cancelled(tokio::time::sleep(PACE)).await?;
                let shared = office.database.is_shared();
                loop {
                    let changed = tokio::time::timeout(LOOK, results.changed());
                    let changed = stopping.run_until_cancelled(changed).await?;
                    // Nobody tells any more.
                    let told = matches!(changed, Ok(Ok(())));
                    if matches!(changed, Ok(Err(_))) || visitor.get("/session").await.is_err() {
                        return None;
                    }
                    if told || shared {
                        break;
                    }
                }
            }
            let event = Event::default().event("changed").data(results.borrow_and_update().to_string());
            Some((Ok(event), (visitor, results, false)))
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}
