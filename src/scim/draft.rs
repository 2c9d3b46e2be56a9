//! A resource while the changes of a PATCH are made.

use serde_json::{Map, Value, json};

use super::attribute::{Attribute, Mutability};
use super::dialect::Dialect;
use super::element_change;
use super::element_list;
use super::error::ScimError;
use super::patch_change::{Change, Deed};
use super::resource_type::{ResourceType, Target};
use super::schema::Schema;

/// A copy of a resource that is being changed. What does not end well is thrown away, so that all operations are one.
pub(super) struct Draft<'t> {
    resource: Map<String, Value>,
    of: &'t ResourceType,
    dialect: Dialect,
}

impl<'t> Draft<'t> {
    pub(super) fn new(resource: &Map<String, Value>, of: &'t ResourceType, dialect: Dialect) -> Self {
        Self { resource: resource.clone(), of, dialect }
    }

    /// Makes one change.
    ///
    /// # Errors
    /// `noTarget`: its filter matches nothing; `mutability`, `invalidValue`: an element would become what it must not.
    pub(super) fn apply(&mut self, change: Change<'t>) -> Result<(), ScimError> {
        let Change { selected, deed, .. } = change;
        let Target { extension, attribute, sub } = selected.target;
        let dialect = self.dialect;
        let Some(holder) = self.holder(extension) else { return Ok(()) };
        if !attribute.multi_valued {
            single(holder, attribute, sub, deed);
            return Ok(());
        }
        let Some(list) = elements(holder, attribute) else { return Ok(()) };
        match (&selected.filter, sub, deed) {
            (None, None, Deed::Set(Value::Array(new))) => *list = new,
            (None, None, Deed::Unset) => list.clear(),
            (_, _, Deed::Append(additions)) => element_list::append(attribute, list, additions),
            (_, _, Deed::Without { elements, all }) => {
                let missed = element_list::take_away(attribute, list, &elements);
                if let (Err(missed), true) = (missed, all) {
                    let name = selected.target.name();
                    return Err(ScimError::no_target(format!(
                        "`{name}` has no element {missed}; there is nothing to remove"
                    )));
                }
            }
            (_, _, deed) => element_change::apply(list, &selected, deed, dialect)?,
        }
        Ok(())
    }

    /// What the attributes of the resource, or of an extension, stand in.
    fn holder(&mut self, extension: Option<&Schema>) -> Option<&mut Map<String, Value>> {
        match extension {
            None => Some(&mut self.resource),
            Some(extension) => {
                let members = self.resource.entry(extension.id.as_str()).or_insert_with(|| json!({}));
                if !members.is_object() {
                    *members = json!({});
                }
                members.as_object_mut()
            }
        }
    }

    /// The resource with all changes, without what is empty.
    ///
    /// # Errors
    /// `mutability`: a required attribute is gone, or one that can be set only once has another value than it had
    /// (RFC 7644, section 3.5.2).
    pub(super) fn finish(mut self, before: &Map<String, Value>) -> Result<Map<String, Value>, ScimError> {
        for extension in &self.of.extensions {
            if let Some(Value::Object(members)) = self.resource.get_mut(&extension.id) {
                tidy(members);
            }
        }
        tidy(&mut self.resource);
        self.resource.insert("schemas".to_owned(), self.of.schemas_of(&self.resource));
        compare(&self.of.schema.attributes, before, &self.resource, "")?;
        for extension in &self.of.extensions {
            let (old, new) = (before.get(&extension.id), self.resource.get(&extension.id));
            if let (Some(Value::Object(old)), Some(Value::Object(new))) = (old, new) {
                compare(&extension.attributes, old, new, &format!("{}:", extension.id))?;
            }
        }
        Ok(self.resource)
    }
}

/// The elements of a list, which there are none of yet if it is not there.
fn elements<'h>(holder: &'h mut Map<String, Value>, attribute: &Attribute) -> Option<&'h mut Vec<Value>> {
    let list = holder.entry(attribute.name.as_str()).or_insert_with(|| json!([]));
    if !list.is_array() {
        let one = list.take();
        *list = if one.is_null() { json!([]) } else { Value::Array(vec![one]) };
    }
    list.as_array_mut()
}

/// Changes what is no list.
fn single(holder: &mut Map<String, Value>, attribute: &Attribute, sub: Option<&Attribute>, deed: Deed) {
    match (sub, deed) {
        (None, Deed::Set(value)) => drop(holder.insert(attribute.name.clone(), value)),
        (None, Deed::Unset) => drop(holder.remove(&attribute.name)),
        (Some(sub), Deed::Set(value)) => {
            let held = holder.entry(attribute.name.as_str()).or_insert_with(|| json!({}));
            if !held.is_object() {
                *held = json!({});
            }
            held[sub.name.as_str()] = value;
        }
        (Some(sub), Deed::Unset) => {
            if let Some(Value::Object(members)) = holder.get_mut(&attribute.name) {
                members.remove(&sub.name);
            }
        }
        // Of lists only.
        (_, Deed::Merge(_) | Deed::Append(_) | Deed::Without { .. }) => {}
    }
}

/// Takes out what is empty, which is as if it was not there (RFC 7643, section 2.5).
fn tidy(members: &mut Map<String, Value>) {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    for value in members.values_mut() {
        if let Value::Array(elements) = value {
            elements.retain(|element| !empty(element));
        }
    }
    members.retain(|_, value| !empty(value));
}

/// What a PATCH must not do to attributes.
fn compare(
    attributes: &[Attribute],
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    prefix: &str,
) -> Result<(), ScimError> {
    for attribute in attributes {
        let name = format!("{prefix}{}", attribute.name);
        let Some(old) = before.get(&attribute.name).filter(|old| !old.is_null()) else { continue };
        let new = after.get(&attribute.name);
        if attribute.required && new.is_none() {
            return Err(ScimError::mutability(format!(
                "`{name}` is required and cannot be removed; replace it instead"
            )));
        }
        if attribute.mutability == Mutability::Immutable && new != Some(old) {
            return Err(ScimError::mutability(format!("`{name}` cannot be changed once it is set")));
        }
        if let (Value::Object(old), Some(Value::Object(new))) = (old, new) {
            compare(&attribute.sub_attributes, old, new, &format!("{name}."))?;
        }
    }
    Ok(())
}
