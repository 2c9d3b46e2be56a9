//! Steps: one verb is the key, modifiers stand beside it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ConditionSource, LocatorSource, Many, Maybe, OneOrMany, ReadSource, TextSource};
use crate::contract::Duration;
use crate::recipe::yaml::Recovered;

/// One step: exactly one verb (`goto`, `click`, `fill` …) and, beside it, modifiers (`when`, `commit`, `timeout`,
/// `dialog`, `opens`, `note`).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a step such as `{click: users.add}`")]
#[schemars(
    rename = "Step",
    extend("oneOf" = one_verb()),
    extend("examples" = [
        {"goto": "/admin/users"},
        {"fill": {"into": "user_form.email", "value": "{{ user.email }}"}},
        {"click": "user_form.save", "commit": true},
        {"row": {"view": "users", "by": "email", "do": [{"click": {"role": "link", "name": "Edit"}}]}}
    ])
)]
// Fields: a key for each verb, and the modifiers.
pub(crate) struct StepSource {
    /// Loads a path of the app, such as `/admin/users`.
    pub(crate) goto: Maybe<String>,
    /// Clicks, once the element is visible, enabled, stable and receives the event.
    pub(crate) click: Maybe<LocatorSource>,
    /// Moves the pointer there.
    pub(crate) hover: Maybe<LocatorSource>,
    /// Presses keys.
    pub(crate) press: Maybe<PressSource>,
    /// Replaces the content of a control and reads it back.
    pub(crate) fill: Maybe<FillSource>,
    /// Chooses an option of a select, radio group, listbox, combobox or menu, and reads it back.
    pub(crate) choose: Maybe<ChooseSource>,
    /// Sets a date and reads it back.
    pub(crate) set_date: Maybe<SetDateSource>,
    /// Types a one-time password (RFC 6238) of the service account. Only in `session.login`. Waits for the next password
    /// when the current one holds for less than 5 s; never uses one twice. Where the last digit submits the password, as in
    /// six boxes without a button, this step is the commit: `{totp: {into: otp.first}, commit: true}`.
    pub(crate) totp: Maybe<TotpSource>,
    /// Gives a file control a file from the recipe's own folder.
    pub(crate) upload: Maybe<UploadSource>,
    /// Checks a box or turns a switch on; nothing if it is so already.
    pub(crate) check: Maybe<LocatorSource>,
    /// Unchecks a box or turns a switch off; nothing if it is so already.
    pub(crate) uncheck: Maybe<LocatorSource>,
    /// Checks or unchecks a box, as a value says; nothing if it is so already.
    pub(crate) set_checked: Maybe<SetCheckedSource>,
    /// Finds exactly one row of a view and does steps inside it.
    pub(crate) row: Maybe<RowSource>,
    /// Waits until a condition holds.
    pub(crate) wait_for: Maybe<ConditionSource>,
    /// A condition must hold within the step's time; if not, the app has drifted from the recipe.
    pub(crate) expect: Maybe<ConditionSource>,
    /// Waits until one branch holds and goes on there.
    pub(crate) first_of: Maybe<Many<BranchSource>>,
    /// Once for each item of a list.
    pub(crate) for_each: Maybe<ForEachSource>,
    /// Reads something for later templates.
    pub(crate) capture: Maybe<CaptureSource>,
    /// The steps of a routine.
    pub(crate) run: Maybe<String>,
    /// Ends here with this outcome.
    pub(crate) is: Maybe<String>,
    /// Only if this holds when the step's turn comes.
    pub(crate) when: Maybe<ConditionSource>,
    /// The act after which the app has changed. Exactly one on each path of a writing action. Default: no.
    pub(crate) commit: Maybe<bool>,
    /// How long the step may take. Default: `settings.timeouts.step`.
    pub(crate) timeout: Maybe<Duration>,
    /// A native dialog that this step expects.
    pub(crate) dialog: Maybe<DialogSource>,
    /// A tab (or window) that this click opens: the steps that follow, and the outcomes, are about it, until the app closes
    /// it or the action ends. Then the first window is worked in again, where the result is read, and the tab is closed.
    /// Beside `click` in writing actions and in the login. A tab that no step says anything of is left alone, closed when the
    /// job ends, and told as the warning `tab_closed`.
    pub(crate) opens: Maybe<OpensSource>,
    /// A remark for the reader of a report.
    pub(crate) note: Maybe<String>,
}

/// What a click opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Opens")]
pub(crate) enum OpensSource {
    /// A tab, or a window of its own.
    Tab,
}

/// Whether a step has a verb.
pub(crate) type Stands = fn(&StepSource) -> bool;

/// The verbs, and whether a step has each. The one list of them.
pub(crate) const VERBS: [(&str, Stands); 20] = [
    ("goto", |step| step.goto.is_some()),
    ("click", |step| step.click.is_some()),
    ("hover", |step| step.hover.is_some()),
    ("press", |step| step.press.is_some()),
    ("fill", |step| step.fill.is_some()),
    ("choose", |step| step.choose.is_some()),
    ("set_date", |step| step.set_date.is_some()),
    ("totp", |step| step.totp.is_some()),
    ("upload", |step| step.upload.is_some()),
    ("check", |step| step.check.is_some()),
    ("uncheck", |step| step.uncheck.is_some()),
    ("set_checked", |step| step.set_checked.is_some()),
    ("row", |step| step.row.is_some()),
    ("wait_for", |step| step.wait_for.is_some()),
    ("expect", |step| step.expect.is_some()),
    ("first_of", |step| step.first_of.is_some()),
    ("for_each", |step| step.for_each.is_some()),
    ("capture", |step| step.capture.is_some()),
    ("run", |step| step.run.is_some()),
    ("is", |step| step.is.is_some()),
];

fn one_verb() -> serde_json::Value {
    VERBS.iter().map(|(verb, _)| serde_json::json!({"required": [verb]})).collect()
}

/// Keys to press.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{keys: [Enter]}`")]
#[schemars(rename = "Press")]
pub(crate) struct PressSource {
    /// The keys in order: single characters, `Enter`, `Escape`, `Tab`, `ArrowDown` and the like, or keys that are held
    /// down together: `Control+a`.
    pub(crate) keys: Recovered<OneOrMany<String>>,
    /// The element that has the focus. Default: the page.
    #[serde(rename = "in")]
    pub(crate) target: Maybe<LocatorSource>,
}

/// A control and its new content.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{into: login.email, value: \"{{ user.email }}\"}`")]
#[schemars(rename = "Fill")]
pub(crate) struct FillSource {
    /// The control.
    pub(crate) into: Recovered<LocatorSource>,
    /// The new content.
    pub(crate) value: Recovered<String>,
    /// Type it key by key, for controls that take nothing else: masks that are written from keys, dates in sections that
    /// move on by themselves. What stands there is deleted with keys, too. The control must then show every character in
    /// order, and may add the signs of a mask, but no letter or digit. Default: no; the text is put in as a whole, with
    /// keys as the second try.
    pub(crate) keys: Maybe<bool>,
    /// What a control shows once it was typed into, where that differs: `value: "05072026"` may read `May 7, 2026`. Only
    /// with `keys: true`.
    pub(crate) reads: Maybe<String>,
}

/// A list and the option to choose.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "an object such as `{in: user_form.role, option: \"{{ user.role | label }}\"}`"
)]
#[schemars(rename = "Choose")]
pub(crate) struct ChooseSource {
    /// The select, radio group, listbox, combobox or menu.
    #[serde(rename = "in")]
    pub(crate) from: Recovered<LocatorSource>,
    /// The option's text.
    pub(crate) option: Recovered<TextSource>,
    /// Type the option's text to narrow the list first. Default: no.
    pub(crate) filter: Maybe<bool>,
}

/// A control and the date that it is to have.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{into: form.expires, value: \"{{ user.expires_on }}\"}`")]
#[schemars(rename = "SetDate")]
pub(crate) struct SetDateSource {
    /// A native date control, or a text control.
    pub(crate) into: Recovered<LocatorSource>,
    /// The date, `YYYY-MM-DD`: mostly a field of type `date`.
    pub(crate) value: Recovered<String>,
    /// How a text control wants it written, as `strftime` has it: `%d/%m/%Y`. Default: `%Y-%m-%d`. A native date control
    /// needs none.
    pub(crate) format: Maybe<String>,
}

/// A box and whether it is to be checked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{into: form.admin, to: \"{{ user.admin }}\"}`")]
#[schemars(rename = "SetChecked")]
pub(crate) struct SetCheckedSource {
    /// The box or switch.
    pub(crate) into: Recovered<LocatorSource>,
    /// `true` or `false`: mostly a field of type `bool`.
    pub(crate) to: Recovered<String>,
}

/// The control that takes a one-time password.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{into: otp.code}`")]
#[schemars(rename = "Totp")]
pub(crate) struct TotpSource {
    /// The control; of several boxes for one digit each, the first, or what holds them all.
    pub(crate) into: Recovered<LocatorSource>,
}

/// A file control and its file.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{into: form.photo, file: files/photo.png}`")]
#[schemars(rename = "Upload")]
pub(crate) struct UploadSource {
    /// The file control; `hidden: true` finds one that the app hides.
    pub(crate) into: Recovered<LocatorSource>,
    /// The path of a file in the recipe's own folder, relative to it.
    pub(crate) file: Recovered<String>,
}

/// A row and what is done in it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{view: users, by: email, do: […]}`")]
#[schemars(rename = "Row")]
pub(crate) struct RowSource {
    /// The view.
    pub(crate) view: Recovered<String>,
    /// The field whose value is looked for.
    pub(crate) by: Recovered<String>,
    /// The value. Default: the subject's own key.
    pub(crate) value: Maybe<String>,
    /// Done inside the row, whose view is opened for it. Locators that are written here are looked for in the row; elements of a
    /// screen (`users.menu`) are the page's. A step that leads to another page leaves the row, unless it is marked `commit`,
    /// which hits the row or nothing.
    #[serde(rename = "do")]
    pub(crate) steps: Recovered<Many<StepSource>>,
}

/// A branch of `first_of`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a branch such as `{when: {screen: users}, do: […]}`")]
#[schemars(rename = "Branch")]
pub(crate) struct BranchSource {
    /// Taken when this holds.
    pub(crate) when: Recovered<ConditionSource>,
    /// Done then. Default: nothing.
    #[serde(rename = "do")]
    pub(crate) steps: Maybe<Many<StepSource>>,
    /// Ends here with this outcome.
    pub(crate) is: Maybe<String>,
}

/// A list and what is done for each of its items.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{items: user.roles, as: role, max: 10, do: […]}`")]
#[schemars(rename = "ForEach")]
pub(crate) struct ForEachSource {
    /// The list: `user.roles`, `change.roles.add`, `change.roles.remove`.
    pub(crate) items: Recovered<String>,
    /// The name of the current item in templates.
    #[serde(rename = "as")]
    pub(crate) name: Recovered<String>,
    /// The most items; more is an error before anything is done.
    pub(crate) max: Recovered<u32>,
    /// The steps.
    #[serde(rename = "do")]
    pub(crate) steps: Recovered<Many<StepSource>>,
}

/// Something to read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{from: invite.link, read: value, as: link}`")]
#[schemars(rename = "Capture")]
pub(crate) struct CaptureSource {
    /// From which element. May be left out when the URL is read.
    #[serde(rename = "from")]
    pub(crate) element: Maybe<LocatorSource>,
    /// What of it. Default: `text`.
    pub(crate) read: Maybe<ReadSource>,
    /// An attribute to read instead.
    pub(crate) attr: Maybe<String>,
    /// Later: `captured.<name>`.
    #[serde(rename = "as")]
    pub(crate) name: Recovered<String>,
}

/// A native dialog that a step expects: `{accept: …}` or `{dismiss: …}` with its text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{accept: {prefix: Delete}}`")]
#[schemars(rename = "Dialog", extend("minProperties" = 1, "maxProperties" = 1))]
pub(crate) struct DialogSource {
    /// Accepted if its text matches.
    pub(crate) accept: Maybe<TextSource>,
    /// Dismissed if its text matches.
    pub(crate) dismiss: Maybe<TextSource>,
}
