//! The rule of the one commit: on every path through a writing action exactly one step is marked `commit`, what follows
//! it only waits or closes, and the subject was looked at before.

use super::Checker;
use crate::contract::ResourceKind;
use crate::recipe::condition::{Condition, ConditionKind};
use crate::recipe::locator::{Finder, Locator};
use crate::recipe::matcher::{MatchKind, TextMatcher};
use crate::recipe::outcome::RuleOutcome;
use crate::recipe::position::Span;
use crate::recipe::step::{Step, StepVerb};
use crate::recipe::template::{Segment, Template, ValuePath};

/// Where a walk through steps has come to.
#[derive(Debug, Clone, Copy)]
struct Walk {
    /// The fewest commits on the ways to here.
    least: u32,
    /// The most.
    most: u32,
    /// Every way ended before.
    ended: bool,
    /// On every way to here an `expect` named the subject's key.
    looked: bool,
    /// On every way to here something was done in the subject's own row.
    in_own_row: bool,
}

/// What must be proven before a commit.
#[derive(Debug, Clone, Default)]
pub(super) struct Proof {
    /// Of which resource the subject is.
    pub(super) subject: Option<ResourceKind>,
    /// The field that identifies it.
    pub(super) key: String,
    /// Whether the steps must prove that they look at the subject.
    pub(super) needed: bool,
    /// Whether choosing the subject by its key proves it too: someone is added to a group by a picker.
    pub(super) picked: bool,
}

impl Proof {
    /// The key as templates name it: `user.email`.
    fn path(&self) -> String {
        format!("{}.{}", self.subject.map_or("user", ResourceKind::singular), self.key)
    }
}

impl Checker<'_> {
    /// Checks the steps of a writing action.
    pub(super) fn one_commit(&self, steps: &[Step], proof: &Proof, span: Span) {
        let start = Walk { least: 0, most: 0, ended: false, looked: false, in_own_row: false };
        let end = self.walk(steps, start, proof, false);
        if !end.ended && end.most == 0 {
            self.error(
                "no_commit",
                span,
                "no step is marked `commit: true`",
                "mark the step after which the app has changed, mostly the click that saves",
            );
        } else if !end.ended && end.least == 0 {
            self.commit_missing(span);
        }
        self.no_nth_commit(steps);
    }

    fn walk(&self, steps: &[Step], mut walk: Walk, proof: &Proof, in_row: bool) -> Walk {
        for step in steps {
            if walk.ended {
                self.error(
                    "unreachable_step",
                    step.span,
                    "this step is never reached",
                    "remove it, or what ends before it",
                );
                return walk;
            }
            if walk.most > 0 && !step.commit {
                self.after_commit(step);
            }
            let before = walk;
            match &step.verb {
                StepVerb::Row { view, value, steps, .. } => {
                    let subject = in_row || self.row_of_subject(view, value.as_ref(), proof);
                    walk = self.walk(steps, walk, proof, subject);
                    walk.in_own_row &= subject;
                }
                StepVerb::ForEach { steps, .. } if steps.iter().any(any_commit) => {
                    if walk.most > 0 {
                        self.second_commit(step.span);
                    }
                    // Each item has a way of its own through the loop.
                    let start = Walk { least: 0, most: 0, ended: false, ..walk };
                    let inner = self.walk(steps, start, proof, in_row);
                    if !inner.ended && inner.least == 0 {
                        self.commit_missing(step.span);
                    }
                    walk.least += 1;
                    walk.most += 1;
                }
                StepVerb::ForEach { steps, .. } => {
                    self.walk(steps, walk, proof, in_row);
                }
                StepVerb::FirstOf(branches) => {
                    let ends = branches.iter().map(|branch| {
                        let mut end = self.walk(&branch.steps, walk, proof, in_row);
                        if let Some(is) = branch.is {
                            self.ends_here(is, end, branch.span);
                            end.ended = true;
                        }
                        end
                    });
                    walk = join(ends, walk);
                }
                StepVerb::Is(is) => {
                    self.ends_here(*is, walk, step.span);
                    walk.ended = true;
                }
                StepVerb::Expect(condition) => {
                    if !walk.in_own_row && asks_for_opener(condition) {
                        self.error(
                            "no_opener",
                            condition.span,
                            "nothing was done in the subject's own row that could have opened this",
                            "open it in the row: `row: {view: users, by: email, do: [{click: {role: button, name: Delete}}]}`",
                        );
                    }
                    walk.looked |= names_key(condition, &proof.key);
                }
                // Whatever is open in a page that is loaded anew, no row has opened.
                StepVerb::Goto(_) => walk.in_own_row = false,
                StepVerb::Click(target) | StepVerb::Press { target: Some(target), .. } if target.name.is_none() => {
                    walk.in_own_row |= in_row;
                }
                // A picker reads back what it chose.
                StepVerb::Choose { option, .. } if proof.picked => walk.looked |= in_matcher(option, &proof.key),
                _ => {}
            }
            if step.commit {
                self.commit(step, walk, proof, in_row);
                walk.least += 1;
                walk.most += 1;
            }
            if step.when.is_some() {
                walk = join([walk, before].into_iter(), before);
            }
        }
        walk
    }

    fn second_commit(&self, span: Span) {
        self.error(
            "second_commit",
            span,
            "a second step is marked `commit`",
            "an action commits once; what needs two saves is two actions (create, then update)",
        );
    }

    fn commit_missing(&self, span: Span) {
        self.error(
            "commit_missing_on_a_path",
            span,
            "on some way through these steps nothing is committed",
            "every branch of `first_of` needs a commit or an `is`; a commit cannot depend on `when`",
        );
    }

    /// Before the commit nothing is done, whatever the page says.
    fn ends_here(&self, is: RuleOutcome, walk: Walk, span: Span) {
        if is == RuleOutcome::Done && walk.most == 0 {
            self.error(
                "done_without_commit",
                span,
                "`is: done` stands where nothing was committed",
                "whether the subject is as wished already is looked at before the steps; name another outcome, or remove this",
            );
        }
    }

    /// Whether the rows of a view are subjects, and the row is the subject's own.
    fn row_of_subject(&self, view: &str, value: Option<&Template>, proof: &Proof) -> bool {
        let lists = proof.subject.is_none() || self.view_resource(view) == proof.subject;
        lists && value.is_none_or(|value| in_template(value, &proof.key))
    }

    fn commit(&self, step: &Step, before: Walk, proof: &Proof, in_row: bool) {
        if before.most > 0 {
            self.second_commit(step.span);
        }
        // Elements of a screen are the page's, also where the step stands in a row.
        let bare = step.verb.target().is_none_or(|target| target.name.is_none());
        if proof.needed && !(in_row && bare) && !before.looked {
            let key = proof.path();
            self.error(
                "unproven_subject",
                step.span,
                "nothing proves that this commit hits the subject",
                format!(
                    "put an `expect` that names the key before it, such as `expect: {{value: {{of: form.field, is: \"{{{{ {key} }}}}\"}}}}`, or commit inside the subject's own `row`; of a dialog that names nobody and that an act in the row opened, `expect: {{visible: …, opened_by: row}}`"
                ),
            );
        }
    }

    fn after_commit(&self, step: &Step) {
        let closes = matches!(
            step.verb,
            StepVerb::WaitFor(_)
                | StepVerb::Click(_)
                | StepVerb::Press { .. }
                | StepVerb::Hover(_)
                | StepVerb::Goto(_)
                | StepVerb::Capture { .. }
        );
        if !closes {
            self.error(
                "after_commit",
                step.span,
                format!("`{}` cannot stand after the commit", step.verb.name()),
                "after it only `wait_for`, `capture` and closing steps may follow; what the page then means is said by `outcomes`",
            );
        }
    }

    /// Refuses a commit on "the n-th of several".
    pub(super) fn no_nth_commit(&self, steps: &[Step]) {
        for step in steps {
            match &step.verb {
                StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => self.no_nth_commit(steps),
                StepVerb::FirstOf(branches) => branches.iter().for_each(|branch| self.no_nth_commit(&branch.steps)),
                StepVerb::Click(target)
                | StepVerb::Check(target)
                | StepVerb::Uncheck(target)
                | StepVerb::SetChecked { into: target, .. }
                | StepVerb::Choose { from: target, .. }
                | StepVerb::Press { target: Some(target), .. }
                    if step.commit && counts(target) =>
                {
                    self.error(
                        "nth_commit",
                        step.span,
                        "a commit cannot click the n-th of several elements",
                        "find it without `nth`: by `within`, `has` or its exact name",
                    );
                }
                _ => {}
            }
        }
    }
}

/// Whether a locator means the n-th of several, itself or by what it lies in.
fn counts(locator: &Locator) -> bool {
    let alternative = match &locator.finder {
        Finder::AnyOf(parts) => parts.iter().any(counts),
        _ => false,
    };
    locator.nth.is_some() || alternative || [&locator.within, &locator.has].into_iter().flatten().any(|l| counts(l))
}

/// What is true of all ways that go on.
fn join(ends: impl Iterator<Item = Walk>, before: Walk) -> Walk {
    let on: Vec<Walk> = ends.filter(|end| !end.ended).collect();
    match on.as_slice() {
        [] => Walk { ended: true, ..before },
        _ => Walk {
            least: on.iter().map(|end| end.least).min().unwrap_or_default(),
            most: on.iter().map(|end| end.most).max().unwrap_or_default(),
            ended: false,
            looked: on.iter().all(|end| end.looked),
            in_own_row: on.iter().all(|end| end.in_own_row),
        },
    }
}

/// Whether a step or one inside it is marked `commit`.
pub(super) fn any_commit(step: &Step) -> bool {
    step.commit
        || match &step.verb {
            StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => steps.iter().any(any_commit),
            StepVerb::FirstOf(branches) => branches.iter().any(|branch| branch.steps.iter().any(any_commit)),
            _ => false,
        }
}

/// Whether a condition asks what opened a dialog.
fn asks_for_opener(condition: &Condition) -> bool {
    match &condition.kind {
        ConditionKind::OpenedByRow(_) => true,
        ConditionKind::All(parts) | ConditionKind::Any(parts) => parts.iter().any(asks_for_opener),
        ConditionKind::Not(part) => asks_for_opener(part),
        _ => false,
    }
}

/// Whether a condition can only hold for the subject with that key.
fn names_key(condition: &Condition, key: &str) -> bool {
    match &condition.kind {
        ConditionKind::Visible(locator, text) => {
            in_locator(locator, key) || text.as_ref().is_some_and(|text| in_matcher(text, key))
        }
        ConditionKind::Enabled(locator) => in_locator(locator, key),
        ConditionKind::OpenedByRow(_) => true,
        ConditionKind::Value(_, is) => in_matcher(is, key),
        ConditionKind::All(parts) => parts.iter().any(|part| names_key(part, key)),
        ConditionKind::Any(parts) => parts.iter().all(|part| names_key(part, key)),
        _ => false,
    }
}

fn in_locator(locator: &Locator, key: &str) -> bool {
    let finder = match &locator.finder {
        Finder::Role { name, .. } => name.as_ref().is_some_and(|name| in_matcher(name, key)),
        Finder::Label(text)
        | Finder::Placeholder(text)
        | Finder::Alt(text)
        | Finder::Title(text)
        | Finder::TestId(text)
        | Finder::Text(text)
        | Finder::Column(text)
        | Finder::Cell { header: text, .. } => in_matcher(text, key),
        Finder::Css(_) | Finder::Xpath(_) | Finder::Itself | Finder::Sibling(_) => false,
        Finder::AnyOf(parts) => parts.iter().all(|part| in_locator(part, key)),
    };
    finder
        || locator.has_text.as_ref().is_some_and(|text| in_matcher(text, key))
        || locator.where_attributes.iter().any(|(_, text)| in_matcher(text, key))
        || [&locator.within, &locator.has].into_iter().flatten().any(|inner| in_locator(inner, key))
}

fn in_matcher(matcher: &TextMatcher, key: &str) -> bool {
    match &matcher.kind {
        MatchKind::Is(text) | MatchKind::Contains(text) | MatchKind::Prefix(text) | MatchKind::Suffix(text) => {
            in_template(text, key)
        }
        MatchKind::Regex(_) | MatchKind::Not(_) => false,
        MatchKind::Any(parts) => parts.iter().all(|part| in_matcher(part, key)),
    }
}

pub(super) fn in_template(template: &Template, key: &str) -> bool {
    template
        .segments
        .iter()
        .any(|segment| matches!(segment, Segment::Hole(hole) if hole.path == ValuePath::Subject(key.to_owned())))
}
