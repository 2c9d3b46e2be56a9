//! Steps.

use super::scope::{Scope, Use};
use super::{Checker, given};
use crate::recipe::locator::{ElementState, Finder, Locator};
use crate::recipe::position::Span;
use crate::recipe::source::{Many, Maybe, OneOrMany, ReadSource, StepSource, VERBS};
use crate::recipe::step::{Branch, DialogRule, ReadMode, Step, StepVerb, Typing};
use crate::recipe::template::ValuePath;
use crate::recipe::yaml::Recovered;

/// Keys by name (W3C `WebDriver`, section 17.4.2); single characters stand for themselves.
const KEYS: &[&str] = &[
    "Enter",
    "Escape",
    "Tab",
    "Space",
    "Backspace",
    "Delete",
    "Insert",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Shift",
    "Control",
    "Alt",
    "Meta",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12",
];

/// Names that a `for_each` cannot give to its items, because paths begin with them.
const ROOTS: [&str; 10] =
    ["user", "role", "group", "asset", "params", "secrets", "generated", "captured", "change", "page"];

/// The most routines inside each other.
const MAX_NESTED: usize = 16;
/// The most times that routines are put in, over the whole recipe.
const MAX_PUT_IN: usize = 5_000;

impl Checker<'_> {
    /// A list of steps, routines put in.
    pub(super) fn steps(&self, source: &Recovered<Many<StepSource>>, scope: &mut Scope) -> Vec<Step> {
        let Some(list) = source.get() else {
            scope.broken = true;
            return Vec::new();
        };
        let mut steps = Vec::new();
        for step in list {
            self.step(step, scope, &mut steps);
        }
        steps
    }

    pub(super) fn optional_steps(&self, source: &Maybe<Many<StepSource>>, scope: &mut Scope) -> Vec<Step> {
        source.as_ref().map(|source| self.steps(source, scope)).unwrap_or_default()
    }

    fn step(&self, recovered: &Recovered<StepSource>, scope: &mut Scope, steps: &mut Vec<Step>) {
        let Some(source) = recovered.get() else {
            scope.broken = true;
            return;
        };
        let span = recovered.span;
        let verbs = verbs(source);
        if verbs.len() != 1 {
            scope.broken = true;
            if verbs.is_empty() {
                if self.found.borrow().any_within(span, &["unknown_key"]) {
                    return; // the verb itself was not understood
                }
                let help = format!("begin it with one of {}", VERBS.map(|verb| format!("`{verb}`")).join(", "));
                self.error("no_verb", span, "this step does nothing", help);
            } else {
                self.error(
                    "several_verbs",
                    span,
                    format!("a step does one thing; here are {}", super::quoted(&verbs)),
                    "make a step of each: `- click: …` and `- fill: …`",
                );
            }
            return;
        }
        let when = source.when.as_ref().map(|when| self.condition(when, scope));
        if let Some(run) = &source.run {
            if let Some(modifier) = [
                ("when", source.when.as_ref().map(|m| m.span)),
                ("commit", source.commit.as_ref().map(|m| m.span)),
                ("timeout", source.timeout.as_ref().map(|m| m.span)),
                ("dialog", source.dialog.as_ref().map(|m| m.span)),
                ("opens", source.opens.as_ref().map(|m| m.span)),
            ]
            .into_iter()
            .find_map(|(name, span)| span.map(|span| (name, span)))
            {
                self.error(
                    "misplaced_modifier",
                    modifier.1,
                    format!("`{}` cannot stand beside `run`", modifier.0),
                    "write it at the steps of the routine",
                );
            }
            self.routine(run, scope, steps);
            return;
        }
        let verb = self.verb(source, span, scope);
        let dialog = source.dialog.as_ref().map(|dialog| self.dialog(dialog, source, scope));
        let commit = self.commit_mark(source, scope);
        let opens_tab = self.opens_tab(source, scope);
        let (Some(verb), Some(when), Some(dialog)) = (verb, sound(when), sound(dialog)) else {
            scope.broken = true;
            return;
        };
        steps.push(Step {
            verb,
            when,
            commit,
            timeout: given(&source.timeout).copied(),
            dialog,
            opens_tab,
            note: given(&source.note).cloned(),
            span,
        });
    }

    fn commit_mark(&self, source: &StepSource, scope: &mut Scope) -> bool {
        let Some(mark) = &source.commit else { return false };
        let commit = mark.get().copied().unwrap_or_default();
        if !commit {
            return false;
        }
        let help = if scope.looping && scope.per_item.is_none() {
            Some(
                "commit once after the loop; a commit per item stands in `users.grant` and `users.revoke`, in a `for_each` over `change.<field>.add` or `.remove`",
            )
        } else if !scope.commit {
            Some("only steps of writing actions and of the login commit; remove it")
        } else {
            None
        };
        if let Some(help) = help {
            scope.broken = true;
            let place = if scope.looping { "this `for_each`" } else { scope.place };
            self.error("misplaced_commit", mark.span, format!("`commit` cannot stand in {place}"), help);
        }
        let can = [
            source.click.is_some(),
            source.press.is_some(),
            source.check.is_some(),
            source.uncheck.is_some(),
            source.choose.is_some(),
            source.totp.is_some(),
        ];
        if !can.contains(&true) {
            self.error(
                "misplaced_commit",
                mark.span,
                "this step cannot commit",
                "`click`, `press`, `check`, `uncheck`, `choose` and, in the login, `totp` can; mark the step that saves",
            );
        }
        true
    }

    /// Whether the step opens a tab that is followed.
    fn opens_tab(&self, source: &StepSource, scope: &Scope) -> bool {
        let Some(opens) = &source.opens else { return false };
        if source.click.is_none() {
            let help = "`opens` stands beside the `click` that opens the tab";
            self.error("misplaced_modifier", opens.span, "this step opens no tab", help);
        } else if !scope.commit {
            let message = format!("no tab can be followed in {}", scope.place);
            let help =
                "only steps of writing actions and of the login go on in a tab; load its page with `goto` instead";
            self.error("misplaced_modifier", opens.span, message, help);
        }
        opens.get().is_some()
    }

    fn dialog(
        &self,
        dialog: &Recovered<crate::recipe::source::DialogSource>,
        step: &StepSource,
        scope: &Scope,
    ) -> Option<DialogRule> {
        let source = dialog.get()?;
        if step.click.is_none() && step.press.is_none() && step.goto.is_none() && step.choose.is_none() {
            self.error(
                "misplaced_modifier",
                dialog.span,
                "this step opens no native dialog",
                "`dialog` stands beside `click`, `press`, `choose` or `goto`",
            );
        }
        match (&source.accept, &source.dismiss) {
            (Some(text), None) => Some(DialogRule { accept: true, text: self.matcher(text, scope)? }),
            (None, Some(text)) => Some(DialogRule { accept: false, text: self.matcher(text, scope)? }),
            _ => {
                self.error(
                    "bad_dialog",
                    dialog.span,
                    "a dialog is either accepted or dismissed",
                    "write `{accept: {prefix: Delete}}` or `{dismiss: …}`",
                );
                None
            }
        }
    }

    fn verb(&self, source: &StepSource, span: Span, scope: &mut Scope) -> Option<StepVerb> {
        if let Some(path) = &source.goto {
            return Some(StepVerb::Goto(self.goto(path, scope)?));
        }
        if let Some(target) = &source.click {
            return Some(StepVerb::Click(self.locator(target, scope)?));
        }
        if let Some(target) = &source.hover {
            return Some(StepVerb::Hover(self.locator(target, scope)?));
        }
        if let Some(press) = &source.press {
            let press = press.get()?;
            let target = press.target.as_ref().map(|target| self.locator(target, scope));
            let OneOrMany(keys) = press.keys.get()?;
            for key in keys {
                if key.chars().count() != 1 && !KEYS.contains(&key.as_str()) {
                    self.unknown("key", key, press.keys.span, KEYS.iter().copied());
                }
            }
            return Some(StepVerb::Press { keys: keys.clone(), target: sound(target)? });
        }
        if let Some(fill) = &source.fill {
            let fill = fill.get()?;
            let (into, value) = (self.locator(&fill.into, scope), self.template(&fill.value, Use::Fill, scope));
            let reads = fill.reads.as_ref().map(|reads| self.template(reads, Use::Fill, scope));
            let keys = given(&fill.keys).copied().unwrap_or_default();
            if let (Some(reads), false) = (&fill.reads, keys) {
                self.error(
                    "reads_without_keys",
                    reads.span,
                    "`reads` stands beside a text that is put in as a whole",
                    "add `keys: true`, or remove `reads`: what is put in as a whole must be what the control shows",
                );
            }
            let typing = keys.then_some(Typing { reads: sound(reads)? });
            return Some(StepVerb::Fill { into: into?, value: value?, typing });
        }
        if let Some(choose) = &source.choose {
            let choose = choose.get()?;
            let (from, option) = (self.locator(&choose.from, scope), self.matcher(&choose.option, scope));
            let filter = given(&choose.filter).copied().unwrap_or_default();
            return Some(StepVerb::Choose { from: from?, option: option?, filter });
        }
        if let Some(date) = &source.set_date {
            return self.set_date(date.get()?, scope);
        }
        if let Some(totp) = &source.totp {
            return self.totp(&totp.get()?.into, totp.span, scope);
        }
        if let Some(upload) = &source.upload {
            return self.upload(upload.get()?, scope);
        }
        if let Some(target) = &source.check {
            return Some(StepVerb::Check(self.locator(target, scope)?));
        }
        if let Some(target) = &source.uncheck {
            return Some(StepVerb::Uncheck(self.locator(target, scope)?));
        }
        if let Some(row) = &source.row {
            return self.row(row.get()?, scope);
        }
        if let Some(condition) = &source.wait_for {
            return Some(StepVerb::WaitFor(self.condition(condition, scope)?));
        }
        if let Some(condition) = &source.expect {
            return Some(StepVerb::Expect(self.condition(condition, scope)?));
        }
        if let Some(branches) = &source.first_of {
            return self.first_of(branches, scope);
        }
        if let Some(loop_) = &source.for_each {
            return self.for_each(loop_.get()?, scope);
        }
        if let Some(capture) = &source.capture {
            return self.capture(capture.get()?, span, scope);
        }
        Some(StepVerb::Is(self.step_outcome(source.is.as_ref()?, scope)?))
    }

    /// A path of the app.
    pub(super) fn goto(&self, source: &Recovered<String>, scope: &Scope) -> Option<crate::recipe::template::Template> {
        let text = source.get()?;
        if !(text.starts_with('/') || text.starts_with("https://") || text.starts_with("http://")) {
            self.error(
                "bad_path",
                source.span,
                format!("`{text}` is not a path"),
                "begin it with `/`; a page on another of the `origins` is written as a whole URL",
            );
        }
        let template = self.template(source, Use::Text, scope)?;
        self.within_origins(&template);
        Some(template)
    }

    fn row(&self, source: &crate::recipe::source::RowSource, scope: &mut Scope) -> Option<StepVerb> {
        let view = self.view_name(&source.view);
        let (mut frames, mut by) = (Vec::new(), None);
        if let Some(view) = &view {
            frames = self.view_frames(view);
            by = self.view_field(view, &source.by);
        }
        let value = source.value.as_ref().map(|value| self.template(value, Use::Text, scope));
        if let Some(name) = &view {
            self.row_of(name, source.view.span, scope);
        }
        if value.is_none()
            && let (Some(kind), Some(name)) = (scope.subject, &view)
            && self.view_resource(name).is_some_and(|resource| resource != kind)
        {
            self.error(
                "row_without_value",
                source.view.span,
                format!("the view `{name}` does not list {kind}"),
                "say which row is meant: add `value: \"{{ … }}\"`",
            );
        }
        if value.is_none() && scope.subject.is_none() {
            self.error(
                "row_without_value",
                source.view.span,
                format!("there is no subject in {}", scope.place),
                "say which row is meant: add `value: …`",
            );
        }
        let outer = std::mem::replace(&mut scope.frames, frames);
        let steps = self.steps(&source.steps, scope);
        scope.frames = outer;
        Some(StepVerb::Row { view: view?, by: by?, value: sound(value)?, steps })
    }

    fn first_of(
        &self,
        source: &Recovered<Many<crate::recipe::source::BranchSource>>,
        scope: &mut Scope,
    ) -> Option<StepVerb> {
        let list = source.get()?;
        if list.is_empty() {
            self.error("empty_list", source.span, "no branch stands here", "write at least one `{when: …, do: […]}`");
        }
        let mut branches = Vec::new();
        let before = scope.captured.clone();
        for recovered in list {
            let Some(branch) = recovered.get() else {
                scope.broken = true;
                continue;
            };
            let when = self.condition(&branch.when, scope);
            let steps = self.optional_steps(&branch.steps, scope);
            // What only one branch captures is not there for certain afterwards.
            scope.captured.clone_from(&before);
            let is = branch.is.as_ref().map(|is| self.step_outcome(is, scope));
            match (when, sound(is)) {
                (Some(when), Some(is)) => branches.push(Branch { when, steps, is, span: recovered.span }),
                _ => scope.broken = true,
            }
        }
        Some(StepVerb::FirstOf(branches))
    }

    fn for_each(&self, source: &crate::recipe::source::ForEachSource, scope: &mut Scope) -> Option<StepVerb> {
        if scope.looping {
            self.error(
                "nested_loop",
                source.items.span,
                "a `for_each` stands inside another",
                "put one after the other",
            );
        }
        let items = source.items.get().and_then(|path| self.path(path, source.items.span, Use::Text, scope));
        if let Some((_, shape)) = &items
            && !shape.list
        {
            self.error(
                "not_a_list",
                source.items.span,
                "this holds one value, not a list",
                "name a field with `many: true`, or `change.<field>.add`",
            );
        }
        let name = source.name.get();
        if let Some(name) = name {
            self.name(name, source.name.span);
            // `role` alone is a fine name: paths that begin with it have a dot.
            if ROOTS[4..].contains(&name.as_str()) {
                self.error(
                    "bad_name",
                    source.name.span,
                    format!("`{name}` has a meaning already"),
                    "choose another name",
                );
            }
        }
        let max = source.max.get().copied();
        if max == Some(0) {
            self.error("zero", source.max.span, "this cannot be 0", "write how many items there may be at most");
        }
        let labels = items.as_ref().and_then(|(_, shape)| shape.labels.clone());
        let mut inner = scope.clone();
        inner.looping = true;
        if items.as_ref().map(|(path, _)| path) != inner.per_item.as_ref() {
            inner.per_item = None;
        }
        inner.items.insert(name.cloned().unwrap_or_default(), labels);
        let steps = self.steps(&source.steps, &mut inner);
        scope.broken |= inner.broken || items.is_none() || name.is_none();
        let items: ValuePath = items?.0;
        Some(StepVerb::ForEach { items, name: name?.clone(), max: usize::try_from(max?).ok()?, steps })
    }

    fn capture(
        &self,
        source: &crate::recipe::source::CaptureSource,
        span: Span,
        scope: &mut Scope,
    ) -> Option<StepVerb> {
        let read = self.read_mode(&source.read, &source.attr, true);
        let name = source.name.get().inspect(|name| {
            self.name(name, source.name.span);
            scope.captured.push((*name).clone());
        });
        let from = match &source.element {
            Some(element) => self.locator(element, scope)?,
            // The URL belongs to the page; any element that is always there will do.
            None if read == Some(ReadMode::Url) => whole_page(span),
            None => {
                self.error(
                    "missing_key",
                    span,
                    "`from` is missing here",
                    "say which element is read: `from: screen.element`",
                );
                return None;
            }
        };
        Some(StepVerb::Capture { from, read: read?, name: name?.clone() })
    }

    /// What is read of an element: `attr` wins over `read`; both are a mistake.
    pub(super) fn read_mode(&self, read: &Maybe<ReadSource>, attr: &Maybe<String>, url: bool) -> Option<ReadMode> {
        if let Some(attr) = attr {
            if read.is_some() {
                self.error("bad_read", attr.span, "`attr` and `read` stand side by side", "keep one of them");
            }
            return Some(ReadMode::Attribute(attr.get()?.clone()));
        }
        let Some(read) = read else { return Some(ReadMode::Text) };
        Some(match read.get()? {
            ReadSource::Text => ReadMode::Text,
            ReadSource::Value => ReadMode::Value,
            ReadSource::Checked => ReadMode::Checked,
            ReadSource::Name => ReadMode::Name,
            ReadSource::Url => {
                if !url {
                    self.error(
                        "bad_read",
                        read.span,
                        "`url` can be read by `capture` only",
                        "read text, value, checked or name",
                    );
                    return None;
                }
                ReadMode::Url
            }
        })
    }

    fn routine(&self, source: &Recovered<String>, scope: &mut Scope, steps: &mut Vec<Step>) {
        let Some(name) = source.get() else {
            scope.broken = true;
            return;
        };
        let routines = given(&self.source.routines);
        let Some(routine) = routines.and_then(|all| all.get(name.as_str())) else {
            if self.source.routines.as_ref().is_none_or(|all| all.get().is_some()) {
                let known = routines.into_iter().flatten().map(|(name, _)| name.value.as_str());
                self.unknown("routine", name, source.span, known);
            }
            scope.broken = true;
            return;
        };
        self.use_routine(name);
        if scope.routines.contains(name) {
            let chain = scope.routines.iter().chain([name]).map(String::as_str).collect::<Vec<_>>().join(" → ");
            self.error("recursive_routine", source.span, format!("a routine runs itself: {chain}"), "break the circle");
            scope.broken = true;
            return;
        }
        self.put_in.set(self.put_in.get() + 1);
        if scope.routines.len() >= MAX_NESTED || self.put_in.get() > MAX_PUT_IN {
            let message = format!("the routine `{name}` stands too deep in others, or routines are run too often");
            let help = format!("at most {MAX_NESTED} inside each other, and at most {MAX_PUT_IN} in all");
            self.error("too_complex", source.span, message, help);
            scope.broken = true;
            return;
        }
        scope.routines.push(name.clone());
        steps.extend(self.steps(routine, scope));
        scope.routines.pop();
    }
}

fn verbs(source: &StepSource) -> Vec<&'static str> {
    let given = [
        source.goto.is_some(),
        source.click.is_some(),
        source.hover.is_some(),
        source.press.is_some(),
        source.fill.is_some(),
        source.choose.is_some(),
        source.set_date.is_some(),
        source.totp.is_some(),
        source.upload.is_some(),
        source.check.is_some(),
        source.uncheck.is_some(),
        source.row.is_some(),
        source.wait_for.is_some(),
        source.expect.is_some(),
        source.first_of.is_some(),
        source.for_each.is_some(),
        source.capture.is_some(),
        source.run.is_some(),
        source.is.is_some(),
    ];
    VERBS.into_iter().zip(given).filter(|(_, given)| *given).map(|(verb, _)| verb).collect()
}

fn whole_page(span: Span) -> Locator {
    Locator {
        finder: Finder::Css("body".to_owned()),
        within: None,
        has: None,
        has_not: None,
        has_text: None,
        where_attributes: Vec::new(),
        state: ElementState::default(),
        nth: None,
        hidden: false,
        span,
        name: None,
        frames: Vec::new(),
    }
}

/// `None` if something was given and is broken.
#[allow(clippy::option_option, reason = "not given and broken are different things here")]
fn sound<T>(given: Option<Option<T>>) -> Option<Option<T>> {
    match given {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}
