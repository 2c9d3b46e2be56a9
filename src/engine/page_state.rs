//! What an attempt knows about the page that the browser shows.

use url::Url;

use crate::browser::RowQuery;

/// The state of the page, as far as it is known.
#[derive(Debug)]
pub(super) struct PageState {
    /// The screen that is known to be shown; forgotten with every act.
    screen: Option<String>,
    /// The URL that was loaded by the last act, if nothing was done on the page since.
    fresh_url: Option<String>,
    /// Whether the next page that is loaded has to come from the server, whatever is shown now.
    from_server: bool,
    /// The row that steps are in.
    row: Option<RowQuery>,
    /// How often each interrupt was handled.
    interrupts: Vec<u32>,
}

impl PageState {
    /// Of a browser that nothing is known of, in an app with so many interrupts.
    pub(super) fn new(interrupts: usize) -> Self {
        Self { screen: None, fresh_url: None, from_server: false, row: None, interrupts: vec![0; interrupts] }
    }

    /// Anything may be shown.
    pub(super) fn forget(&mut self) {
        self.screen = None;
        self.fresh_url = None;
    }

    /// A screen was recognised.
    pub(super) fn recognised(&mut self, screen: impl Into<String>) {
        self.screen = Some(screen.into());
    }

    /// Another screen may be shown.
    pub(super) fn unrecognised(&mut self) {
        self.screen = None;
    }

    /// Whether that screen is known to be shown.
    pub(super) fn shows(&self, screen: &str) -> bool {
        self.screen.as_deref() == Some(screen)
    }

    /// The screen that is known to be shown.
    pub(super) fn screen(&self) -> Option<String> {
        self.screen.clone()
    }

    /// What was known before an act that left the page as it is.
    pub(super) fn restore(&mut self, screen: Option<String>) {
        self.screen = screen;
    }

    /// A URL was loaded.
    pub(super) fn loaded(&mut self, url: Url) {
        self.fresh_url = Some(url.into());
    }

    /// Whether that URL was just loaded, and nothing was done since.
    pub(super) fn is_fresh(&self, url: &Url) -> bool {
        self.fresh_url.as_deref() == Some(url.as_str())
    }

    /// Something was done on the page, or it is to be loaded anew for another reason.
    pub(super) fn touched(&mut self) {
        self.fresh_url = None;
    }

    /// The next page has to come from the server.
    pub(super) fn ask_server(&mut self) {
        self.from_server = true;
    }

    /// Whether the page that is about to be loaded has to come from the server.
    pub(super) fn take_from_server(&mut self) -> bool {
        std::mem::take(&mut self.from_server)
    }

    /// The row that steps are in.
    pub(super) fn row(&self) -> Option<&RowQuery> {
        self.row.as_ref()
    }

    /// The steps that follow are in that row, if in any.
    pub(super) fn enter_row(&mut self, row: impl Into<Option<RowQuery>>) {
        self.row = row.into();
    }

    /// What commits in a row hits that row or nothing, wherever the page is.
    pub(super) fn stay_in_row(&mut self) {
        if let Some(row) = &mut self.row {
            row.page = None;
        }
    }

    /// The steps that follow are in no row.
    pub(super) fn leave_row(&mut self) {
        self.row = None;
    }

    /// Whether an interrupt may be handled once more.
    pub(super) fn may_interrupt(&self, index: usize, max: u32) -> bool {
        self.interrupts[index] < max
    }

    /// An interrupt is handled.
    pub(super) fn interrupted(&mut self, index: usize) {
        self.interrupts[index] += 1;
    }
}
