//! How the service account logs in.

use crate::contract::Duration;

use super::outcome::OutcomeRule;
use super::position::Span;
use super::step::Step;
use super::template::Template;

/// How the service account logs in.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSpec {
    /// The page that only a logged-in user sees.
    pub check_goto: Template,
    /// The screen it shows then.
    pub check_screen: String,
    /// Logs in; each step that submits a secret is marked `commit`.
    pub login: Vec<Step>,
    /// What the page after logging in means.
    pub outcomes: Vec<OutcomeRule>,
    /// Logs out; done before a browser that is logged in is closed in good order. Default: nothing.
    pub logout: Vec<Step>,
    /// How long a session is used before it is opened afresh. Default: 8 h.
    pub max_age: Duration,
    /// The app ends other sessions of the same account. Default: no.
    pub exclusive: bool,
    /// Where it stands.
    pub span: Span,
}
