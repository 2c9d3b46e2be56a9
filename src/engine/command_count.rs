//! How many commands an attempt has cost, over all its browsers.

use crate::browser::Session;

/// Commands of an attempt. A browser counts its own, from when it was opened.
#[derive(Debug)]
pub(super) struct CommandCount {
    /// Of browsers that this attempt has closed.
    spent: u64,
    /// Those that only took pictures: evidence is not part of what a job costs.
    pictures: u64,
    /// What the warm browser had sent before.
    before: u64,
}

impl CommandCount {
    /// Nothing yet, in a browser that has sent that much for others.
    pub(super) fn new(warm: Option<&mut Session>) -> Self {
        Self { spent: 0, pictures: 0, before: sent(warm) }
    }

    /// What the attempt has cost so far.
    pub(super) fn total(&self, browser: Option<&mut Session>) -> u64 {
        (self.spent + sent(browser).saturating_sub(self.before)).saturating_sub(self.pictures)
    }

    /// Another browser takes its place: a new one counts from 0.
    pub(super) fn replaced(&mut self, browser: Option<&mut Session>) {
        self.spent += sent(browser).saturating_sub(self.before);
        self.before = 0;
    }

    /// So many commands were for a picture.
    pub(super) fn pictured(&mut self, commands: u64) {
        self.pictures += commands;
    }
}

fn sent(browser: Option<&mut Session>) -> u64 {
    browser.map_or(0, |session| session.commands())
}
