//! Steps.

use super::scope::{Scope, Use};
use super::{Checker, given};
use crate::recipe::key::Chord;
use crate::recipe::position::Span;
use crate::recipe::source::{Many, Maybe, OneOrMany, StepSource, VERBS};
use crate::recipe::step::{Step, StepVerb, Typing};
use crate::recipe::yaml::Recovered;

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
        let verbs: Vec<&str> = VERBS.iter().filter(|(_, stands)| stands(source)).map(|(verb, _)| *verb).collect();
        if verbs.len() != 1 {
            scope.broken = true;
            if verbs.is_empty() {
                if self.found.borrow().any_within(span, &["unknown_key"]) {
                    return; // the verb itself was not understood
                }
                let help = format!("begin it with one of {}", VERBS.map(|(verb, _)| format!("`{verb}`")).join(", "));
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
            let read = |key: &String| {
                Chord::parse(key).map_err(|name| self.unknown("key", &name, press.keys.span, Chord::names()))
            };
            // Each, so that every name that is none is told.
            let chords: Vec<_> = keys.iter().map(read).collect();
            return Some(StepVerb::Press {
                keys: chords.into_iter().collect::<Result<_, ()>>().ok()?,
                target: sound(target)?,
            });
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
        if let Some(set) = &source.set_checked {
            let set = set.get()?;
            let (into, to) = (self.locator(&set.into, scope), self.template(&set.to, Use::Text, scope));
            return Some(StepVerb::SetChecked { into: into?, to: to? });
        }
        if let Some(row) = &source.row {
            return self.row(row.get()?, scope);
        }
        if let Some(condition) = &source.wait_for {
            return Some(StepVerb::WaitFor(self.condition(condition, scope)?));
        }
        if let Some(condition) = &source.expect {
            let expects = Scope { expects: true, ..scope.clone() };
            return Some(StepVerb::Expect(self.condition(condition, &expects)?));
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
}

/// `None` if something was given and is broken.
#[allow(clippy::option_option, reason = "not given and broken are different things here")]
pub(super) fn sound<T>(given: Option<Option<T>>) -> Option<Option<T>> {
    match given {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}
