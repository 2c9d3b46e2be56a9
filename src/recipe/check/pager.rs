//! Pagers: how further rows are got.

use super::scope::Scope;
use super::{Checker, given};
use crate::recipe::diagnostic::Diagnostic;
use crate::recipe::source::ViewSource;
use crate::recipe::view::{LoadMore, Pager, Pages, Scroll};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    /// The one pager of a view.
    pub(super) fn pager(&self, source: &ViewSource, page: &Scope) -> Option<Pager> {
        self.one_pager(source);
        if let Some(pages) = &source.pages {
            let pages = pages.get()?;
            let max = self.most(&pages.max, "pages");
            let scope = Scope { next_page: true, ..page.clone() };
            let next = self.locator(&pages.next, &scope);
            return Some(Pager::Pages(Pages {
                next: next?,
                max: max?,
                read_ahead: given(&pages.read_ahead).copied().unwrap_or(true),
            }));
        }
        if let Some(scroll) = &source.scroll {
            let scroll = scroll.get()?;
            let max_rows = self.most(&scroll.max_rows, "rows");
            let container = self.locator(&scroll.container, page);
            return Some(Pager::Scroll(Scroll { container: container?, max_rows: max_rows? }));
        }
        let more = source.load_more.as_ref()?.get()?;
        let max = self.most(&more.max, "clicks");
        let click = self.locator(&more.click, page);
        Some(Pager::LoadMore(LoadMore { click: click?, max: max? }))
    }

    fn one_pager(&self, source: &ViewSource) {
        let pagers = [
            source.pages.as_ref().map(|pager| ("pages", pager.span)),
            source.scroll.as_ref().map(|pager| ("scroll", pager.span)),
            source.load_more.as_ref().map(|pager| ("load_more", pager.span)),
        ];
        let mut given = pagers.into_iter().flatten();
        let Some((first, place)) = given.next() else { return };
        for (name, span) in given {
            let message = format!("a list has one pager; here are `{first}` and `{name}`");
            let problem = Diagnostic::error("several_pagers", span, message);
            self.report(problem.help("keep the one that the app has").note(place, "the other one"));
        }
        if let Some(complete) = &source.complete {
            self.report(
                Diagnostic::error("contradicting_proofs", complete.span, "a list on a single page has no pager")
                    .help(format!("remove `complete` or `{first}`"))
                    .note(place, "the pager"),
            );
        }
    }

    /// How many there may be at most.
    fn most(&self, source: &Recovered<u32>, what: &str) -> Option<usize> {
        let max = *source.get()?;
        if max == 0 {
            self.error("zero", source.span, "this cannot be 0", format!("write the most {what} there may be"));
        }
        usize::try_from(max).ok()
    }
}
