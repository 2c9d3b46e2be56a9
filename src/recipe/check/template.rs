//! Templates: every path exists, every filter fits, secrets stay where they belong.

use super::Checker;
use super::scope::{Scope, Use};
use super::template_text::{Piece, pieces};
use crate::contract::{FieldType, ResourceKind};
use crate::recipe::filter::filter;
use crate::recipe::position::Span;
use crate::recipe::source::SecretSource;
use crate::recipe::template::{ChangePart, Filter, Hole, LabelSource, SecretName, Segment, Template, ValuePath};
use crate::recipe::yaml::Recovered;

/// What a value is, as far as templates care.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// Whether it is a list.
    pub(super) list: bool,
    /// Where labels of its canonical values stand.
    pub(super) labels: Option<LabelSource>,
}

impl Checker<'_> {
    pub(super) fn template(&self, source: &Recovered<String>, wanted: Use, scope: &Scope) -> Option<Template> {
        self.template_text(source.get()?, source.span, wanted, scope)
    }

    pub(super) fn template_text(&self, text: &str, span: Span, wanted: Use, scope: &Scope) -> Option<Template> {
        let pieces = match pieces(text) {
            Ok(pieces) => pieces,
            Err(bad) => {
                self.error("bad_template", span, bad.message, bad.help);
                return None;
            }
        };
        let mut segments = Vec::new();
        let mut whole = true;
        let mut from = span.start;
        for piece in pieces {
            match piece {
                Piece::Literal(text) => segments.push(Segment::Literal(text)),
                Piece::Hole { written, path, filters } => {
                    let place = self.place_of(&written, Span { start: from, end: span.end });
                    from = if place.end < span.end { place.end } else { from };
                    match self.hole(&path, &filters, place, wanted, scope) {
                        Some(hole) => segments.push(Segment::Hole(hole)),
                        None => whole = false,
                    }
                }
            }
        }
        whole.then_some(Template { segments, span })
    }

    fn hole(
        &self,
        path: &str,
        filters: &[(String, Vec<String>)],
        span: Span,
        wanted: Use,
        scope: &Scope,
    ) -> Option<Hole> {
        let (path, mut shape) = self.path(path, span, wanted, scope)?;
        let mut checked = Vec::new();
        for (name, arguments) in filters {
            let filter = if name == "label" {
                Filter::Label(self.label(arguments, shape.labels.take(), span, scope)?)
            } else {
                if !self.affords(name, arguments, span) {
                    return None;
                }
                match filter(name, arguments) {
                    Ok(filter) => filter,
                    Err(bad) => {
                        self.error("bad_filter", span, bad.message, bad.help);
                        return None;
                    }
                }
            };
            match filter {
                Filter::Split(_) => shape.list = true,
                Filter::Join(_) | Filter::First => {
                    if !shape.list {
                        self.error(
                            "bad_filter",
                            span,
                            format!("`{name}` needs a list, and this is one text"),
                            format!("remove `{name}`, or put `split` before it"),
                        );
                        return None;
                    }
                    shape.list = false;
                }
                _ => {}
            }
            checked.push(filter);
        }
        if shape.list {
            self.error(
                "list_in_text",
                span,
                "a list cannot be put into a text",
                "go through it with `for_each`, or add `| join(\", \")` or `| first`",
            );
            return None;
        }
        Some(Hole { path, filters: checked, span })
    }

    /// A path on its own, as `given`, `changed`, `equals` and `items` have it.
    pub(super) fn path(&self, path: &str, span: Span, wanted: Use, scope: &Scope) -> Option<(ValuePath, Shape)> {
        let parts: Vec<&str> = path.split('.').collect();
        match parts.as_slice() {
            ["page", "next"] if scope.next_page => Some((ValuePath::NextPage, Shape::default())),
            ["page", _] if scope.next_page => {
                self.unknown("value", path, span, ["page.next"]);
                None
            }
            ["page", _] => {
                let message = "the number of the next page is known only in the control of a pager";
                let help =
                    "write it where the pager is: `pages: {next: {role: link, name: \"{{ page.next }}\"}, max: 50}`";
                self.error("no_next_page", span, message, help);
                None
            }
            [root, field] if ResourceKind::from_singular(root).is_some() => {
                let kind = ResourceKind::from_singular(root)?;
                let shape = self.subject_field(kind, root, field, span, scope)?;
                if scope.subject == Some(kind) {
                    // Where the key changes, `user.<key>` is the one that the row is found by, not the new one.
                    let key = scope.change && self.resources.get(&kind).is_some_and(|resource| resource.key == *field);
                    if !key {
                        self.use_whole_field(field);
                    }
                    Some((ValuePath::Subject((*field).to_owned()), shape))
                } else {
                    Some((ValuePath::Other(kind, (*field).to_owned()), shape))
                }
            }
            ["params", name] => {
                if !self.params.contains_key(*name) {
                    if !given_key(&self.source.params, name) {
                        self.unknown("parameter", name, span, self.params.keys().map(String::as_str));
                    }
                    return None;
                }
                self.use_param(name);
                Some((ValuePath::Param((*name).to_owned()), Shape::default()))
            }
            ["secrets", name] => self.secret(name, span, wanted, scope),
            ["generated", name] => {
                if wanted != Use::Fill || !scope.generated {
                    self.error(
                        "secret_misplaced",
                        span,
                        "a generated value may only be typed, by `fill` in a writing action",
                        "move it into the `value` of a `fill`",
                    );
                    return None;
                }
                if !self.generated.contains_key(*name) {
                    if !given_key(&self.source.generated, name) {
                        self.unknown("generated value", name, span, self.generated.keys().map(String::as_str));
                    }
                    return None;
                }
                self.use_generated(name);
                Some((ValuePath::Generated((*name).to_owned()), Shape::default()))
            }
            ["captured", name] => {
                if !scope.captured.iter().any(|known| known == name) {
                    self.error(
                        "not_captured",
                        span,
                        format!("nothing named `{name}` was captured before this step"),
                        format!("put `capture: {{from: …, as: {name}}}` before it"),
                    );
                    return None;
                }
                Some((ValuePath::Captured((*name).to_owned()), Shape::default()))
            }
            ["change", field, part] => self.change(field, part, span, scope),
            [name] if scope.items.contains_key(*name) => {
                let labels = scope.items.get(*name).cloned().flatten();
                Some((ValuePath::Item((*name).to_owned()), Shape { labels, ..Shape::default() }))
            }
            _ => {
                let mut known: Vec<String> = scope.items.keys().cloned().collect();
                known.sort();
                if let Some(kind) = scope.subject {
                    let fields = self.resources.get(&kind).map(|resource| &resource.fields);
                    known.extend(
                        fields.into_iter().flat_map(|fields| fields.keys()).map(|f| format!("{}.{f}", kind.singular())),
                    );
                }
                if let Some(kind) = scope.other {
                    let fields = self.resources.get(&kind).map(|resource| &resource.fields);
                    known.extend(
                        fields.into_iter().flat_map(|fields| fields.keys()).map(|f| format!("{}.{f}", kind.singular())),
                    );
                }
                known.extend(self.params.keys().map(|name| format!("params.{name}")));
                self.unknown("value", path, span, known.iter().map(String::as_str));
                None
            }
        }
    }

    fn subject_field(&self, kind: ResourceKind, root: &str, field: &str, span: Span, scope: &Scope) -> Option<Shape> {
        match scope.subject {
            Some(subject) if subject == kind => {}
            _ if scope.other == Some(kind) => {}
            Some(subject) => {
                self.error(
                    "wrong_subject",
                    span,
                    format!("`{root}.{field}`: the subject here is one of {subject}"),
                    format!("write `{}.…`", subject.singular()),
                );
                return None;
            }
            None => {
                self.error(
                    "no_subject",
                    span,
                    format!("there is no `{root}` in {}", scope.place),
                    "only `params.*` is known here; what depends on the job's subject belongs into an action or a view",
                );
                return None;
            }
        }
        let Some(resource) = self.resources.get(&kind) else {
            self.unknown_resource(kind.plural(), span);
            return None;
        };
        let Some(found) = resource.fields.get(field) else {
            if !self.field_is_broken(kind, field) {
                self.unknown("field", field, span, resource.fields.keys().map(String::as_str));
            }
            return None;
        };
        let labels = match found.of {
            Some(of) => Some(LabelSource::Catalog(of)),
            None if found.labels.is_empty() => None,
            None => Some(LabelSource::Field(field.to_owned())),
        };
        let list = found.many || found.field_type == FieldType::List;
        Some(Shape { list, labels })
    }

    fn secret(&self, name: &str, span: Span, wanted: Use, scope: &Scope) -> Option<(ValuePath, Shape)> {
        if wanted != Use::Fill || !scope.secrets {
            self.error(
                "secret_misplaced",
                span,
                "a secret may only be typed, by `fill` in `session.login`",
                "move it into the `value` of a `fill` in `session.login.steps`",
            );
            return None;
        }
        let (secret, source) = match name {
            "username" => (SecretName::Username, SecretSource::Username),
            "password" => (SecretName::Password, SecretSource::Password),
            "totp" => {
                let message = "the seed of one-time passwords is never typed itself";
                self.error("secret_misplaced", span, message, "write the step `totp: {into: screen.element}`");
                return None;
            }
            _ => {
                self.unknown("secret", name, span, ["username", "password"]);
                return None;
            }
        };
        let listed = super::given(&self.source.service_account)
            .is_some_and(|list| list.iter().any(|known| known.get() == Some(&source)));
        if !listed {
            self.error(
                "secret_not_declared",
                span,
                format!("`{name}` is not among the secrets of the service account"),
                format!("add it: `service_account: [{name}, …]`"),
            );
            return None;
        }
        self.use_secret(name);
        Some((ValuePath::Secret(secret), Shape::default()))
    }

    fn change(&self, field: &str, part: &str, span: Span, scope: &Scope) -> Option<(ValuePath, Shape)> {
        let kind = scope.subject;
        let (Some(kind), true) = (kind, scope.change) else {
            self.error(
                "no_change",
                span,
                "what differs is known only in `update`, `grant` and `revoke`",
                "use `user.…` here, or move the step into `users.update`",
            );
            return None;
        };
        let shape = self.subject_field(kind, kind.singular(), field, span, scope)?;
        let wanted = match part {
            "add" => ChangePart::Add,
            "remove" => ChangePart::Remove,
            "to" => ChangePart::To,
            _ => {
                self.unknown("part of a change", part, span, ["add", "remove", "to"]);
                return None;
            }
        };
        if wanted != ChangePart::To && !shape.list {
            self.error_of_field(
                "not_a_list",
                span,
                (kind, field),
                format!("the field `{field}` holds one value; nothing is added or removed"),
                format!("write `change.{field}.to`, or `many: true` at the field"),
            );
            return None;
        }
        if wanted == ChangePart::To {
            self.use_whole_field(field);
        } else {
            self.use_field(field);
        }
        Some((ValuePath::Change(field.to_owned(), wanted), shape))
    }

    /// Where a stretch of the text stands within a place; the place itself if the text is written in another way there
    /// (with escapes, say).
    fn place_of(&self, written: &str, within: Span) -> Span {
        match self.text.text.get(within.start..within.end).and_then(|text| text.find(written)) {
            Some(at) => Span { start: within.start + at, end: within.start + at + written.len() },
            None => within,
        }
    }
}

/// Whether a key stands there, even if its value is broken.
fn given_key<T>(values: &crate::recipe::source::Maybe<crate::recipe::source::Named<T>>, name: &str) -> bool {
    values.as_ref().is_some_and(|values| values.get().is_none_or(|values| values.contains_key(name)))
}
