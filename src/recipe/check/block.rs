//! Steps that hold steps: `row`, `first_of`, `for_each`.

use super::Checker;
use super::scope::{Scope, Use};
use super::step::sound;
use crate::recipe::source::{BranchSource, ForEachSource, Many, RowSource};
use crate::recipe::step::{Branch, StepVerb};
use crate::recipe::template::ValuePath;
use crate::recipe::yaml::Recovered;

/// Names that a `for_each` cannot give to its items, because paths begin with them.
const ROOTS: [&str; 10] =
    ["user", "role", "group", "asset", "params", "secrets", "generated", "captured", "change", "page"];

impl Checker<'_> {
    pub(super) fn row(&self, source: &RowSource, scope: &mut Scope) -> Option<StepVerb> {
        let view = self.view_name(&source.view);
        let (mut frames, mut by, mut columns) = (Vec::new(), None, None);
        if let Some(view) = &view {
            frames = self.view_frames(view);
            by = self.view_field(view, &source.by);
            let page = Scope { frames: frames.clone(), ..Scope::bare("what a view reads") };
            columns = self.table_source(view).and_then(|written| self.columns(&written.columns, &page));
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
        let outer = scope.frames.clone();
        let around = (std::mem::replace(&mut scope.row, true), std::mem::replace(&mut scope.columns, columns));
        scope.frames = frames;
        let steps = self.steps(&source.steps, scope);
        scope.frames = outer;
        (scope.row, scope.columns) = around;
        Some(StepVerb::Row { view: view?, by: by?, value: sound(value)?, steps })
    }

    pub(super) fn first_of(&self, source: &Recovered<Many<BranchSource>>, scope: &mut Scope) -> Option<StepVerb> {
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

    pub(super) fn for_each(&self, source: &ForEachSource, scope: &mut Scope) -> Option<StepVerb> {
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
}
