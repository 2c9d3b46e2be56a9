//! The WebDriver commands that are sent (W3C WebDriver, section 6.3), each one round trip.

use std::fmt;

use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

use super::error::Sent;

/// The key under which an element reference stands (W3C WebDriver, section 12.1).
pub(super) const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A command. `Debug` shows its name only: arguments may hold secrets.
pub(super) enum Command {
    Goto { url: String },
    Script { source: &'static str, arguments: Vec<Value>, waits: bool, acts: bool },
    Click { element: String },
    Type { element: String, text: String },
    Actions { actions: Value },
    AlertText,
    TypeAlert { text: String },
    AcceptAlert,
    DismissAlert,
    Screenshot,
    Window,
    Windows,
    SwitchWindow { handle: String },
    CloseWindow,
    EnterFrame { element: String },
    LeaveFrames,
    ComputedRole { element: String },
    ComputedLabel { element: String },
    DevTools { method: &'static str, parameters: Value },
}

impl Command {
    /// What errors call it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Goto { .. } => "loading a page",
            Self::Script { waits: true, .. } => "looking at the page",
            Self::Script { waits: false, .. } => "a script",
            Self::Click { .. } => "a click",
            Self::Type { .. } => "typing",
            Self::Actions { .. } => "moving the pointer or pressing keys",
            Self::AlertText => "reading a dialog",
            Self::TypeAlert { .. } => "typing into a dialog",
            Self::AcceptAlert => "accepting a dialog",
            Self::DismissAlert => "dismissing a dialog",
            Self::Screenshot => "taking a picture",
            Self::Window | Self::Windows | Self::SwitchWindow { .. } => "switching windows",
            Self::CloseWindow => "closing a window",
            Self::EnterFrame { .. } | Self::LeaveFrames => "switching frames",
            Self::ComputedRole { .. } => "asking for a role",
            Self::ComputedLabel { .. } => "asking for a name",
            Self::DevTools { method, .. } => method,
        }
    }

    /// What the app may notice of it.
    pub(super) fn effect(&self) -> Effect {
        match self {
            Self::Click { .. } | Self::Type { .. } => Effect::Dispatches,
            Self::Goto { .. }
            | Self::Actions { .. }
            | Self::AcceptAlert
            | Self::DismissAlert
            | Self::Script { acts: true, .. } => Effect::Acts,
            _ => Effect::Looks,
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Goto { .. } => "url".into(),
            Self::Script { waits: true, .. } => "execute/async".into(),
            Self::Script { waits: false, .. } => "execute/sync".into(),
            Self::Click { element } => format!("element/{element}/click"),
            Self::Type { element, .. } => format!("element/{element}/value"),
            Self::Actions { .. } => "actions".into(),
            Self::AlertText | Self::TypeAlert { .. } => "alert/text".into(),
            Self::AcceptAlert => "alert/accept".into(),
            Self::DismissAlert => "alert/dismiss".into(),
            Self::Screenshot => "screenshot".into(),
            Self::Window | Self::SwitchWindow { .. } | Self::CloseWindow => "window".into(),
            Self::Windows => "window/handles".into(),
            Self::EnterFrame { .. } | Self::LeaveFrames => "frame".into(),
            Self::ComputedRole { element } => format!("element/{element}/computedrole"),
            Self::ComputedLabel { element } => format!("element/{element}/computedlabel"),
            Self::DevTools { .. } => "goog/cdp/execute".into(),
        }
    }

    fn body(&self) -> Option<Value> {
        Some(match self {
            Self::Goto { url } => json!({ "url": url }),
            Self::Script { source, arguments, .. } => json!({ "script": source, "args": arguments }),
            Self::Click { .. } | Self::AcceptAlert | Self::DismissAlert => json!({}),
            Self::Type { text, .. } | Self::TypeAlert { text } => json!({ "text": text }),
            Self::Actions { actions } => json!({ "actions": actions }),
            Self::SwitchWindow { handle } => json!({ "handle": handle }),
            Self::EnterFrame { element } => json!({ "id": { ELEMENT_KEY: element } }),
            Self::LeaveFrames => json!({ "id": null }),
            Self::DevTools { method, parameters } => json!({ "cmd": method, "params": parameters }),
            Self::AlertText
            | Self::Screenshot
            | Self::Window
            | Self::Windows
            | Self::CloseWindow
            | Self::ComputedRole { .. }
            | Self::ComputedLabel { .. } => return None,
        })
    }
}

/// What the app may notice of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    Looks,
    /// An event, after checks of the driver that can refuse it.
    Dispatches,
    /// Something.
    Acts,
}

impl Effect {
    /// Whether the app may have noticed a command that ended with this error code of the driver. Measured: what the
    /// driver's own checks refuse was not dispatched; anything else may have been.
    pub(super) fn sent(self, code: &str) -> Sent {
        let refused =
            ["element click intercepted", "element not interactable", "no such element", "stale element reference"];
        match self {
            Self::Looks => Sent::No,
            Self::Dispatches if refused.contains(&code) => Sent::No,
            Self::Dispatches | Self::Acts => Sent::Maybe,
        }
    }
}

impl fmt::Debug for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, url::ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path()))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        match (self, self.body()) {
            (_, Some(body)) => (Method::POST, Some(body.to_string())),
            (Self::CloseWindow, None) => (Method::DELETE, None),
            (_, None) => (Method::GET, None),
        }
    }
}
