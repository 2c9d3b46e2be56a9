//! Steps of actions, logins and views: one verb each, with modifiers.

use crate::contract::Duration;

use super::condition::Condition;
use super::key::Chord;
use super::locator::Locator;
use super::matcher::TextMatcher;
use super::outcome::RuleOutcome;
use super::position::Span;
use super::template::{Template, ValuePath};

/// One step. `run: routine` is already replaced by the routine's steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is done.
    pub verb: StepVerb,
    /// Only if this holds when the step's turn comes.
    pub when: Option<Condition>,
    /// The act after which the app has changed.
    pub commit: bool,
    /// How long the step may take. Default: `settings.timeouts.step`.
    pub timeout: Option<Duration>,
    /// Whether it opens a tab, in which the steps go on.
    pub opens_tab: bool,
    /// A native dialog that this step expects.
    pub dialog: Option<DialogRule>,
    /// A remark for the reader of a report.
    pub note: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq)]
pub enum StepVerb {
    /// Loads a path of the app.
    Goto(Template),
    /// Clicks.
    Click(Locator),
    /// Moves the pointer there.
    Hover(Locator),
    /// Presses keys in an element or in the page.
    Press {
        /// The keys, in order.
        keys: Vec<Chord>,
        /// The element that has the focus.
        target: Option<Locator>,
    },
    /// Replaces the content of a control and reads it back.
    Fill {
        /// The control.
        into: Locator,
        /// The new content.
        value: Template,
        /// Typed key by key; `None`: put in as a whole.
        typing: Option<Typing>,
    },
    /// Chooses an option of a select, radio group or list, and reads it back.
    Choose {
        /// The select.
        from: Locator,
        /// The option's text.
        option: TextMatcher,
        /// Type the option's text to narrow the list first.
        filter: bool,
    },
    /// Sets a date and reads it back.
    SetDate {
        /// A native date control, or a text control.
        into: Locator,
        /// The date, `YYYY-MM-DD`.
        value: Template,
        /// How a text control wants it written (`strftime`). Default: `%Y-%m-%d`. A native control needs none.
        format: Option<String>,
    },
    /// Types a one-time password (RFC 6238) of the service account; its last digit may submit it. Only in `session.login`.
    Totp(Locator),
    /// Gives a file control a file.
    Upload {
        /// The file control.
        into: Locator,
        /// The file, absolute; it lies in the recipe's own folder.
        file: std::path::PathBuf,
    },
    /// Checks a box or turns a switch on; nothing if it is so already.
    Check(Locator),
    /// Unchecks a box or turns a switch off; nothing if it is so already.
    Uncheck(Locator),
    /// Checks or unchecks a box, as a value says; nothing if it is so already.
    SetChecked {
        /// The box or switch.
        into: Locator,
        /// `true` or `false`.
        to: Template,
    },
    /// Finds exactly one row of a view by the key and does steps inside it.
    Row {
        /// The view.
        view: String,
        /// The field whose value is looked for.
        by: String,
        /// The value; default: the subject's own key.
        value: Option<Template>,
        /// Done with locators inside the row.
        steps: Vec<Step>,
    },
    /// Waits until it holds.
    WaitFor(Condition),
    /// Must hold within the step's time; if not, the app has drifted from the recipe.
    Expect(Condition),
    /// Waits until one branch holds and goes on there.
    FirstOf(Vec<Branch>),
    /// Once for each item of a list.
    ForEach {
        /// The list.
        items: ValuePath,
        /// The name of the current item in templates.
        name: String,
        /// The most items that are taken; more is an error before anything is done.
        max: usize,
        /// The steps.
        steps: Vec<Step>,
    },
    /// Reads something for later templates.
    Capture {
        /// From which element.
        from: Locator,
        /// What of it.
        read: ReadMode,
        /// `captured.<name>`.
        name: String,
    },
    /// Ends here with this outcome.
    Is(RuleOutcome),
}

impl StepVerb {
    /// The element that the verb acts on.
    pub fn target(&self) -> Option<&Locator> {
        match self {
            Self::Click(locator)
            | Self::Hover(locator)
            | Self::Totp(locator)
            | Self::Check(locator)
            | Self::Uncheck(locator)
            | Self::Fill { into: locator, .. }
            | Self::SetDate { into: locator, .. }
            | Self::SetChecked { into: locator, .. }
            | Self::Upload { into: locator, .. }
            | Self::Choose { from: locator, .. }
            | Self::Capture { from: locator, .. } => Some(locator),
            Self::Press { target, .. } => target.as_ref(),
            _ => None,
        }
    }

    /// The verb's name in recipes.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Goto(_) => "goto",
            Self::Click(_) => "click",
            Self::Hover(_) => "hover",
            Self::Press { .. } => "press",
            Self::Fill { .. } => "fill",
            Self::Choose { .. } => "choose",
            Self::SetDate { .. } => "set_date",
            Self::Totp(_) => "totp",
            Self::Upload { .. } => "upload",
            Self::Check(_) => "check",
            Self::Uncheck(_) => "uncheck",
            Self::SetChecked { .. } => "set_checked",
            Self::Row { .. } => "row",
            Self::WaitFor(_) => "wait_for",
            Self::Expect(_) => "expect",
            Self::FirstOf(_) => "first_of",
            Self::ForEach { .. } => "for_each",
            Self::Capture { .. } => "capture",
            Self::Is(_) => "is",
        }
    }
}

/// How a text that was typed key by key is read back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Typing {
    /// What the control shows then. Default: what was typed, with the signs of a mask.
    pub reads: Option<Template>,
}

/// A native dialog that a step expects.
#[derive(Debug, Clone, PartialEq)]
pub struct DialogRule {
    /// Whether it is accepted or dismissed.
    pub accept: bool,
    /// What its text must be.
    pub text: TextMatcher,
}

/// A branch of `first_of`.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Taken when this holds.
    pub when: Condition,
    /// What is done then.
    pub steps: Vec<Step>,
    /// Ends here with this outcome.
    pub is: Option<RuleOutcome>,
    /// Where it stands.
    pub span: Span,
}

/// What is read of an element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ReadMode {
    /// Its text, white space collapsed.
    #[default]
    Text,
    /// The value of a control.
    Value,
    /// Whether it is checked (`true`/`false`).
    Checked,
    /// Its accessible name.
    Name,
    /// An attribute.
    Attribute(String),
    /// The URL of the page.
    Url,
}
