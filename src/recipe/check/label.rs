//! The filter `label`: what the app shows for a value.

use indexmap::IndexMap;

use super::Checker;
use super::scope::Scope;
use crate::contract::ResourceKind;
use crate::recipe::position::Span;
use crate::recipe::resource::Label;
use crate::recipe::source::{LabelTextSource, Named};
use crate::recipe::template::LabelSource;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn label(
        &self,
        arguments: &[String],
        known: Option<LabelSource>,
        span: Span,
        scope: &Scope,
    ) -> Option<LabelSource> {
        match arguments {
            [] if known.is_some() => known,
            [] => {
                self.error(
                    "bad_filter",
                    span,
                    "there are no labels to look this value up in",
                    "`label` follows a field with `labels` or `type: ref`; otherwise write `label(roles)`",
                );
                None
            }
            [name] => self.label_source(name, span, scope.subject?),
            _ => {
                self.error("bad_filter", span, "`label` takes at most one argument", "write `label` or `label(roles)`");
                None
            }
        }
    }

    /// Where the labels stand that a name means: a resource with a catalogue, or a field with labels.
    pub(super) fn label_source(&self, name: &str, span: Span, subject: ResourceKind) -> Option<LabelSource> {
        if let Some(kind) = ResourceKind::from_plural(name) {
            match self.resources.get(&kind) {
                Some(resource) if resource.catalog.is_some() => return Some(LabelSource::Catalog(kind)),
                Some(resource) => {
                    self.error(
                        "no_labels",
                        span,
                        format!("`{name}` has no `catalog` to look values up in"),
                        format!("add one: `{name}: {{key: {}, catalog: {{admin: Administrator}}}}`, or remove this; without a catalogue the text on screen is the value", resource.key),
                    );
                    return None;
                }
                None => {
                    self.unknown_resource(name, span);
                    return None;
                }
            }
        }
        let resource = self.resources.get(&subject)?;
        match resource.fields.get(name) {
            Some(field) if !field.labels.is_empty() => Some(LabelSource::Field(name.to_owned())),
            Some(field) => {
                let help = match field.of {
                    Some(kind) => format!("write `{kind}`: the values are those of its catalogue"),
                    None => format!("add `labels` to the field `{name}`, or remove this"),
                };
                let message = format!("the field `{name}` has no labels");
                self.error_of_field("no_labels", span, (subject, name), message, help);
                None
            }
            None => {
                let fields = resource.fields.keys().map(String::as_str);
                let kinds = self.resources.keys().map(|kind| kind.plural());
                self.unknown("field", name, span, fields.chain(kinds));
                None
            }
        }
    }

    pub(super) fn unknown_resource(&self, name: &str, span: Span) {
        if !self.resource_is_broken(name) {
            self.unknown("resource", name, span, self.resources.keys().map(|kind| kind.plural()));
        }
    }

    /// Two values with one label could not be told apart when reading.
    pub(super) fn distinct(&self, labels: &IndexMap<String, Label>, span: Span) {
        let mut seen: IndexMap<&str, &str> = IndexMap::new();
        for (value, label) in labels {
            let own = [Some(&label.read), Some(&label.write).filter(|write| **write != label.read)];
            for text in own.into_iter().flatten() {
                if let Some(first) = seen.insert(text, value) {
                    self.error(
                        "ambiguous_label",
                        span,
                        format!("`{first}` and `{value}` have the same label `{text}`"),
                        "each label has to lead back to one value",
                    );
                }
            }
        }
    }
}

/// What the app calls a value, in both places.
pub(super) fn label_text(source: &Recovered<LabelTextSource>) -> Option<Label> {
    Some(match source.get()? {
        LabelTextSource::Same(text) => Label { read: text.clone(), write: text.clone() },
        LabelTextSource::Forms(forms) => Label { read: forms.read.get()?.clone(), write: forms.write.get()?.clone() },
    })
}

/// What the app calls each value; what is broken there was reported.
pub(super) fn labels(source: &Named<LabelTextSource>) -> IndexMap<String, Label> {
    source.iter().filter_map(|(value, label)| Some((value.value.clone(), label_text(label)?))).collect()
}
