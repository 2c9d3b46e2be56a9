//! The values that templates see, and how templates are rendered with them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Attributes, ErrorKind, ResourceKind};
use crate::recipe::{
    CatalogEntry, ChangePart, Filter, Label, LabelSource, Recipe, SecretName, Segment, Template, ValuePath,
};
use crate::secrets::Secret;

use super::account_secrets::AccountSecrets;
use super::failure::{Attempted, Failure};
use super::value;

/// What the engine found to differ in one field.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Change {
    /// Values to add to a field that holds many.
    pub add: Vec<String>,
    /// Values to remove from it.
    pub remove: Vec<String>,
    /// The value that the field is to have.
    pub to: Value,
}

/// A rendered template.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Rendered {
    /// The text.
    pub text: String,
    /// Whether a secret is in it, so that it must not be shown.
    pub secret: bool,
}

impl Rendered {
    /// The text, or a placeholder for a secret.
    pub(super) fn shown(&self) -> &str {
        if self.secret { "[secret]" } else { &self.text }
    }
}

impl std::fmt::Debug for Rendered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.shown())
    }
}

/// The values that templates see.
#[derive(Debug)]
pub(super) struct JobScope<'a> {
    /// The integration and its recipe.
    pub entry: &'a Entry,
    /// What `subject` is about.
    pub resource: ResourceKind,
    /// The subject: the job's attributes over what the app already has.
    pub subject: Attributes,
    /// The attributes that the job itself names.
    pub given: Attributes,
    /// What was found to differ.
    pub change: BTreeMap<String, Change>,
    /// Read by `capture` steps.
    pub captured: BTreeMap<String, String>,
    /// Fresh random values of this attempt.
    pub generated: BTreeMap<String, Secret>,
    /// Names of generated values that were typed since the last commit.
    pub typed: BTreeSet<String>,
    /// The group (role, asset) at hand: in a view with `of`, in `groups.add_member`.
    pub others: BTreeMap<ResourceKind, Attributes>,
    /// The number of the next page, for a pager's control.
    pub next_page: Option<usize>,
    /// Names given by `for_each`, innermost last.
    pub items: Vec<(String, Value)>,
    /// The service account's secrets; only while logging in.
    pub secrets: Option<&'a AccountSecrets>,
}

impl<'a> JobScope<'a> {
    /// A scope with nothing but the integration in it.
    pub(super) fn new(entry: &'a Entry, resource: ResourceKind) -> Self {
        Self {
            entry,
            resource,
            subject: Attributes::new(),
            given: Attributes::new(),
            change: BTreeMap::new(),
            captured: BTreeMap::new(),
            generated: BTreeMap::new(),
            typed: BTreeSet::new(),
            others: BTreeMap::new(),
            next_page: None,
            items: Vec::new(),
            secrets: None,
        }
    }

    /// The same integration, with another subject.
    #[must_use]
    pub(super) fn for_subject(&self, resource: ResourceKind, subject: Attributes) -> Self {
        Self { resource, subject, ..Self::new(self.entry, resource) }
    }

    fn recipe(&self) -> &'a Recipe {
        &self.entry.recipe
    }

    /// The value at a path; null when it is not there.
    pub(super) fn value(&self, path: &ValuePath) -> Value {
        let text = |text: Option<&String>| text.map_or(Value::Null, |text| Value::String(text.clone()));
        match path {
            ValuePath::Subject(name) => self.subject.get(name).cloned().unwrap_or(Value::Null),
            ValuePath::Param(name) => text(self.entry.integration.params.get(name)),
            ValuePath::Captured(name) => text(self.captured.get(name)),
            ValuePath::Other(kind, name) => {
                self.others.get(kind).and_then(|other| other.get(name)).cloned().unwrap_or(Value::Null)
            }
            ValuePath::NextPage => self.next_page.map_or(Value::Null, |page| Value::String(page.to_string())),
            ValuePath::Item(name) => {
                self.items.iter().rev().find(|(item, _)| item == name).map_or(Value::Null, |(_, value)| value.clone())
            }
            ValuePath::Change(field, part) => match (self.change.get(field), part) {
                (None, _) => Value::Null,
                (Some(change), ChangePart::Add) => change.add.iter().cloned().map(Value::String).collect(),
                (Some(change), ChangePart::Remove) => change.remove.iter().cloned().map(Value::String).collect(),
                (Some(change), ChangePart::To) => change.to.clone(),
            },
            ValuePath::Secret(_) | ValuePath::Generated(_) => Value::Null,
        }
    }

    fn secret(&self, path: &ValuePath) -> Option<&Secret> {
        match path {
            ValuePath::Secret(SecretName::Username) => self.secrets.map(|secrets| &secrets.username),
            ValuePath::Secret(SecretName::Password) => self.secrets.map(|secrets| &secrets.password),
            ValuePath::Generated(name) => self.generated.get(name),
            _ => None,
        }
    }

    fn is_secret_field(&self, path: &ValuePath) -> bool {
        let ValuePath::Subject(name) = path else { return false };
        let resource = self.recipe().resources.get(&self.resource);
        resource.and_then(|resource| resource.fields.get(name)).is_some_and(|field| field.secret)
    }

    /// Whether a text has a value of the subject in it whose case tells nothing, such as an e-mail address.
    pub(super) fn ignores_case(&self, template: &Template) -> bool {
        let resource = self.entry.recipe.resources.get(&self.resource);
        template.segments.iter().any(|segment| match segment {
            Segment::Hole(hole) => match &hole.path {
                ValuePath::Subject(name) => {
                    value::ignores_case(resource.and_then(|resource| resource.fields.get(name)))
                }
                _ => false,
            },
            Segment::Literal(_) => false,
        })
    }

    /// Renders a template.
    ///
    /// # Errors
    /// `missing_attribute` when a value is not there, `invalid_attribute` when a filter cannot be applied to it.
    pub(super) fn render(&self, template: &Template) -> Attempted<Rendered> {
        let mut rendered = Rendered { text: String::new(), secret: false };
        for segment in &template.segments {
            let hole = match segment {
                Segment::Literal(text) => {
                    rendered.text.push_str(text);
                    continue;
                }
                Segment::Hole(hole) => hole,
            };
            let value = if let Some(secret) = self.secret(&hole.path) {
                // The user name is typed like a secret but masked nowhere: `admin` would blank half of all URLs.
                rendered.secret |= hole.path != ValuePath::Secret(SecretName::Username);
                Value::String(secret.expose().to_owned())
            } else {
                rendered.secret |= self.is_secret_field(&hole.path);
                self.value(&hole.path)
            };
            let value = self
                .filtered(value, &hole.filters, true)
                .map_err(|problem| Failure::new(ErrorKind::InvalidAttribute, problem).at(hole.span))?;
            if value.is_null() {
                let name = path_name(&hole.path, self.resource);
                // What a job takes away is named well in the job; how to write "none" is for the recipe to say.
                let (kind, message) = match &hole.path {
                    ValuePath::Change(field, _) => (
                        ErrorKind::InvalidRecipe,
                        format!(
                            "`{name}` is nothing here, and the recipe does not say what to write for that; give the field `{field}` a `default`, or describe the action that takes it away"
                        ),
                    ),
                    _ => (ErrorKind::MissingAttribute, format!("`{name}` has no value in this job")),
                };
                return Err(Failure::new(kind, message).at(hole.span));
            }
            rendered.text.push_str(&value::text(&value));
            if rendered.text.len() > value::MOST_MADE {
                let message = format!("more than {} bytes are made of the job's values here", value::MOST_MADE);
                return Err(Failure::new(ErrorKind::InvalidAttribute, message).at(hole.span));
            }
        }
        Ok(rendered)
    }

    /// Renders a template whose holes become segments of a URL: each value is percent-encoded (RFC 3986).
    ///
    /// # Errors
    /// As [`Self::render`].
    pub(super) fn render_path(&self, template: &Template) -> Attempted<String> {
        let mut path = String::new();
        for segment in &template.segments {
            match segment {
                Segment::Literal(text) => path.push_str(text),
                Segment::Hole(_) => {
                    let one = Template { segments: vec![segment.clone()], span: template.span };
                    let rendered = self.render(&one)?;
                    path.extend(percent_encoding::utf8_percent_encode(&rendered.text, URL_VALUE));
                }
            }
        }
        Ok(path)
    }

    /// Applies filters, `label` among them.
    ///
    /// # Errors
    /// A sentence when one cannot be applied.
    pub(super) fn filtered(&self, value: Value, filters: &[Filter], writing: bool) -> Result<Value, String> {
        filters.iter().try_fold(value, |value, filter| match filter {
            Filter::Label(source) => Ok(self.labelled(&value, source)),
            other => value::filter(value, std::slice::from_ref(other), writing),
        })
    }

    fn labelled(&self, value: &Value, source: &LabelSource) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| self.labelled(item, source)).collect(),
            Value::Null => Value::Null,
            other => {
                let text = value::text(other);
                Value::String(self.label_of(source, &text).unwrap_or(text))
            }
        }
    }

    /// The text that is written for a canonical value; `None` when none is known.
    pub(super) fn label_of(&self, source: &LabelSource, canonical: &str) -> Option<String> {
        match source {
            LabelSource::Field(field) => {
                let own = self.recipe().resources.get(&self.resource)?.fields.get(field)?.labels.get(canonical);
                own.map(|label| &label.write)
                    .or_else(|| self.entry.labels(self.resource, field)?.get(canonical))
                    .cloned()
            }
            LabelSource::Catalog(kind) => {
                let own = self.recipe().resources.get(kind)?.catalog.as_ref()?.get(canonical);
                let roles = &self.entry.integration.user_schema.roles;
                own.map(|entry| entry.label.write.clone()).or_else(|| {
                    (*kind == ResourceKind::Roles).then(|| roles.get(canonical).map(|role| role.label.clone()))?
                })
            }
        }
    }

    /// The canonical value of a text on screen; `None` when none is known. A resource without a catalogue has the text
    /// itself as the value.
    pub(super) fn canonical_of(&self, source: &LabelSource, label: &str) -> Option<String> {
        let find = |labels: &indexmap::IndexMap<String, String>| {
            labels.iter().find(|(_, text)| text.trim() == label.trim()).map(|(value, _)| value.clone())
        };
        let own = |labels: &indexmap::IndexMap<String, Label>| {
            labels.iter().find(|(_, known)| known.is(label)).map(|(value, _)| value.clone())
        };
        let known = |catalog: &indexmap::IndexMap<String, CatalogEntry>| {
            let found = catalog.iter().find(|(_, entry)| entry.label.is(label));
            found.map(|(value, _)| value.clone())
        };
        match source {
            LabelSource::Field(field) => own(&self.recipe().resources.get(&self.resource)?.fields.get(field)?.labels)
                .or_else(|| find(self.entry.labels(self.resource, field)?)),
            LabelSource::Catalog(kind) => match &self.recipe().resources.get(kind)?.catalog {
                None => Some(label.trim().to_owned()),
                Some(catalog) => known(catalog).or_else(|| {
                    let roles = &self.entry.integration.user_schema.roles;
                    let found = roles.iter().find(|(_, role)| role.label.trim() == label.trim());
                    (*kind == ResourceKind::Roles).then(|| found.map(|(value, _)| value.clone()))?
                }),
            },
        }
    }
}

/// What is percent-encoded in a URL's value: everything but unreserved characters (RFC 3986, section 2.3).
const URL_VALUE: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as recipes write it.
pub(super) fn path_name(path: &ValuePath, resource: ResourceKind) -> String {
    match path {
        ValuePath::Subject(name) => format!("{}.{name}", resource.singular()),
        ValuePath::Param(name) => format!("params.{name}"),
        ValuePath::Secret(SecretName::Username) => "secrets.username".to_owned(),
        ValuePath::Secret(SecretName::Password) => "secrets.password".to_owned(),
        ValuePath::Secret(SecretName::Totp) => "secrets.totp".to_owned(),
        ValuePath::Generated(name) => format!("generated.{name}"),
        ValuePath::Captured(name) => format!("captured.{name}"),
        ValuePath::Change(field, ChangePart::Add) => format!("change.{field}.add"),
        ValuePath::Change(field, ChangePart::Remove) => format!("change.{field}.remove"),
        ValuePath::Change(field, ChangePart::To) => format!("change.{field}.to"),
        ValuePath::Other(kind, name) => format!("{}.{name}", kind.singular()),
        ValuePath::NextPage => "page.next".to_owned(),
        ValuePath::Item(name) => name.clone(),
    }
}
