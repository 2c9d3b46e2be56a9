//! What the operations of a PATCH come to: changes of one attribute each, with values that are read already.

use serde_json::{Map, Value};

use super::attribute::{AttributeKind, Mutability};
use super::dialect::Dialect;
use super::error::ScimError;
use super::filter::{Comparison, Filter};
use super::patch_request::{Kind, Operation};
use super::patch_target::{Selected, Selection, resolve, unknown};
use super::resource_type::{ResourceType, Target};
use super::schema::Schema;
use super::typed_value;

/// A change of one attribute, or of elements of one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change<'t> {
    /// The number of the first operation that asked for it, from 1.
    pub(super) number: usize,
    pub(super) selected: Selected<'t>,
    pub(super) deed: Deed,
}

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// It becomes this.
    Set(Value),
    /// The sub-attributes in it are set in the selected elements.
    Merge(Value),
    /// These elements are added to the list.
    Append(Vec<Value>),
    /// It has no value any more.
    Unset,
    /// Elements that are as these are taken from the list. `all`: each of these must be found.
    Without { elements: Vec<Value>, all: bool },
}

/// Translates operations for one resource.
pub(super) struct Translator<'t> {
    of: &'t ResourceType,
    dialect: Dialect,
    resource: &'t Map<String, Value>,
    number: usize,
    changes: Vec<Change<'t>>,
}

impl<'t> Translator<'t> {
    pub(super) fn new(of: &'t ResourceType, dialect: Dialect, resource: &'t Map<String, Value>) -> Self {
        Self { of, dialect, resource, number: 0, changes: Vec::new() }
    }

    /// The changes that operations come to.
    ///
    /// # Errors
    /// The number of the operation, from 1, and what is wrong with it.
    pub(super) fn translate(mut self, operations: &[Operation<'_>]) -> Result<Vec<Change<'t>>, (usize, ScimError)> {
        for (place, operation) in operations.iter().enumerate() {
            self.number = place + 1;
            self.operation(operation).map_err(|error| (place + 1, error))?;
        }
        Ok(self.changes)
    }

    fn operation(&mut self, operation: &Operation<'_>) -> Result<(), ScimError> {
        match (operation.kind, operation.path) {
            (Kind::Remove, None) => Err(ScimError::no_target(
                "a remove operation needs a `path` that names what to remove, such as \"title\"",
            )),
            (Kind::Remove, Some(path)) => {
                let selection = resolve(path, self.of, self.dialect)?;
                self.remove(selection, operation.value)
            }
            (kind, None) => {
                let members = operation.value.and_then(Value::as_object).ok_or_else(|| {
                    ScimError::invalid_value(
                        "an operation without a `path` needs a `value` that is an object of attributes",
                    )
                })?;
                self.members(None, members, kind)
            }
            (kind, Some(path)) => {
                let selection = resolve(path, self.of, self.dialect)?;
                let value = operation.value.ok_or_else(|| {
                    ScimError::invalid_value(format!(
                        "the operation on `{path}` needs a `value`; null removes the one that is there"
                    ))
                })?;
                self.assign(selection, value, kind)
            }
        }
    }

    /// Every member of an object on its own.
    fn members(
        &mut self,
        extension: Option<&'t Schema>,
        members: &Map<String, Value>,
        kind: Kind,
    ) -> Result<(), ScimError> {
        for (key, value) in members {
            let whole = self.of.extension(key).filter(|_| extension.is_none()).map(Selection::Extension);
            let named = || self.of.named(extension, key, self.dialect);
            let selection = whole.or_else(|| named().map(|target| Selection::Attribute(Selected::whole(target))));
            match selection {
                Some(selection) => self.assign(selection, value, kind)?,
                // Entra writes paths as keys.
                None if self.dialect.is_lenient() && extension.is_none() && key.contains('[') => {
                    let selection = resolve(key, self.of, self.dialect)?;
                    self.assign(selection, value, kind)?;
                }
                // Some name the schema of an extension inside it.
                None if extension.is_some() && key == "schemas" => {}
                // As in the body of a POST.
                None if self.dialect.is_lenient() => {}
                None => return Err(unknown(key, self.of)),
            }
        }
        Ok(())
    }

    /// Add or replace.
    fn assign(&mut self, selection: Selection<'t>, value: &Value, kind: Kind) -> Result<(), ScimError> {
        let selected = match selection {
            Selection::Attribute(selected) => selected,
            Selection::Extension(extension) => match value {
                Value::Null if kind == Kind::Replace => return self.remove(Selection::Extension(extension), None),
                Value::Null => return Ok(()),
                Value::Object(members) => return self.members(Some(extension), members, kind),
                _ => {
                    let name = &extension.id;
                    return Err(ScimError::invalid_value(format!("`{name}` must be an object of its attributes")));
                }
            },
        };
        if is_schemas(&selected) || self.is_ignored(&selected, Some(value))? {
            return Ok(());
        }
        let Target { attribute, sub, .. } = selected.target;
        let name = Target { sub: None, ..selected.target }.name();
        let single = match value {
            // What is given for one element may be wrapped into a list.
            Value::Array(several) if several.len() == 1 && self.dialect.is_lenient() => &several[0],
            one => one,
        };
        let deed = match (sub, attribute.multi_valued, &selected.filter) {
            _ if value.is_null() => None,
            (Some(sub), _, _) => typed_value::read_sub(attribute, sub, &name, value, self.dialect)?.map(Deed::Set),
            (None, false, _) if attribute.kind == AttributeKind::Complex => {
                return self.assign_parts(&selected, single, kind, &name);
            }
            (None, true, None) => {
                let one = [value.clone()];
                let value = match value {
                    // "A new value is added" (RFC 7644, section 3.5.2.1): it need not be in a list.
                    value if kind == Kind::Add && !value.is_array() => &Value::Array(one.into()),
                    value => value,
                };
                match typed_value::read(attribute, &name, value, self.dialect)? {
                    Some(Value::Array(elements)) if kind == Kind::Add => Some(Deed::Append(elements)),
                    read => read.map(Deed::Set),
                }
            }
            (None, true, Some(_)) => {
                let read = typed_value::read_element(attribute, &name, single, self.dialect)?;
                read.map(|read| if kind == Kind::Add { Deed::Merge(read) } else { Deed::Set(read) })
            }
            (None, false, _) => typed_value::read(attribute, &name, value, self.dialect)?.map(Deed::Set),
        };
        match deed {
            Some(deed) => self.push(selected, deed),
            // Nothing takes the place of something; nothing adds nothing.
            None if kind == Kind::Replace => self.push(selected, Deed::Unset),
            None => {}
        }
        Ok(())
    }

    /// Of a complex value what is given is set, and the rest stays (RFC 7644, sections 3.5.2.1 and 3.5.2.3).
    fn assign_parts(
        &mut self,
        selected: &Selected<'t>,
        value: &Value,
        kind: Kind,
        name: &str,
    ) -> Result<(), ScimError> {
        let attribute = selected.target.attribute;
        let read = match value {
            Value::Object(members) => members,
            // A bare value, or what is wrong altogether.
            other => match typed_value::read(attribute, name, other, self.dialect)? {
                Some(Value::Object(members)) => &members.clone(),
                _ => return Ok(()),
            },
        };
        for (key, value) in read {
            let Some(sub) = attribute.sub(key).filter(|sub| sub.mutability != Mutability::ReadOnly) else { continue };
            let part = Selected::whole(Target { sub: Some(sub), ..selected.target });
            self.assign(Selection::Attribute(part), value, kind)?;
        }
        Ok(())
    }

    fn remove(&mut self, selection: Selection<'t>, value: Option<&Value>) -> Result<(), ScimError> {
        let value = value.filter(|value| !value.is_null());
        if value.is_some() && !self.dialect.is_lenient() {
            return Err(ScimError::invalid_syntax(
                "a remove operation has no `value`; name the elements in the path, such as `members[value eq \"1\"]`",
            ));
        }
        let selected = match selection {
            Selection::Attribute(selected) => selected,
            Selection::Extension(extension) => {
                for attribute in extension.attributes.iter().filter(|one| one.mutability != Mutability::ReadOnly) {
                    let target = Target { extension: Some(extension), attribute, sub: None };
                    self.push(Selected::whole(target), Deed::Unset);
                }
                return Ok(());
            }
        };
        if is_schemas(&selected) || self.is_ignored(&selected, None)? {
            return Ok(());
        }
        let Target { attribute, sub, .. } = selected.target;
        let elements = value.filter(|_| attribute.multi_valued && sub.is_none() && selected.filter.is_none());
        let deed = match (elements, selected.filter.as_ref().and_then(value_of)) {
            // Entra removes the elements that it lists.
            (Some(value), _) => {
                let read = typed_value::read(attribute, &selected.target.name(), value, self.dialect)?;
                let Some(Value::Array(elements)) = read else { return Ok(()) };
                Deed::Without { elements, all: false }
            }
            // Okta removes them one by one; together it is one change.
            (None, Some(value)) if sub.is_none() && attribute.sub("value").is_some() => {
                let element = Map::from_iter([("value".to_owned(), value.clone())]);
                let deed = Deed::Without { elements: vec![Value::Object(element)], all: !self.dialect.is_lenient() };
                self.push(Selected::whole(selected.target), deed);
                return Ok(());
            }
            _ => Deed::Unset,
        };
        self.push(selected, deed);
        Ok(())
    }

    /// What clients do not set is an error in the strict dialect, unless it is as it is already.
    fn is_ignored(&self, selected: &Selected<'t>, value: Option<&Value>) -> Result<bool, ScimError> {
        if !selected.is_read_only() {
            return Ok(false);
        }
        let Target { extension, attribute, sub } = selected.target;
        let holder = match extension {
            Some(extension) => self.resource.get(&extension.id).and_then(Value::as_object),
            None => Some(self.resource),
        };
        let current = holder.and_then(|holder| holder.get(&attribute.name));
        let current = match sub {
            Some(sub) => current.and_then(|value| value.get(&sub.name)),
            None => current,
        };
        if self.dialect.is_lenient() || (value.is_some() && current == value && selected.filter.is_none()) {
            return Ok(true);
        }
        let name = selected.target.name();
        Err(ScimError::mutability(format!("`{name}` cannot be set by clients; leave it out of the operation")))
    }

    /// Changes that follow each other on one list become one, so that thousands of them are done at once.
    fn push(&mut self, selected: Selected<'t>, deed: Deed) {
        if let Some(last) = self.changes.last_mut().filter(|last| last.selected == selected) {
            match (&mut last.deed, deed) {
                (Deed::Append(before), Deed::Append(more)) => return before.extend(more),
                (Deed::Without { elements, all }, Deed::Without { elements: more, all: too }) if *all == too => {
                    return elements.extend(more);
                }
                (_, deed) => {
                    self.changes.push(Change { number: self.number, selected, deed });
                    return;
                }
            }
        }
        self.changes.push(Change { number: self.number, selected, deed });
    }
}

/// `schemas` says what is there, and is not set.
fn is_schemas(selected: &Selected<'_>) -> bool {
    selected.target.extension.is_none() && selected.target.attribute.name == "schemas"
}

/// `x`, if a filter is `value eq "x"`.
fn value_of(filter: &Filter) -> Option<&Value> {
    match filter {
        Filter::Compare(path, Comparison::Equal, value @ Value::String(_)) => {
            path.name.eq_ignore_ascii_case("value").then_some(value)
        }
        _ => None,
    }
}
