//! The schema of an app's users, made from what its recipe can read and write.

use crate::catalog::Entry;
use crate::contract::{Action, FieldType, ResourceKind, Verb};
use crate::recipe::Field;
use crate::scim::{Attribute, AttributeKind, Mutability, ResourceType, Returned, Schema};

use super::place::Place;

/// The URN of the Enterprise extension (RFC 7643, section 4.3).
pub(super) const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// The URN of an app's own extension.
pub(super) fn own_urn(app: &str) -> String {
    format!("urn:idlcm:params:scim:schemas:extension:{app}:1.0:User")
}

/// The type of an app's users.
pub(super) fn users(entry: &Entry, places: &[(String, Place)]) -> ResourceType {
    let fields = &entry.recipe.resources.get(&ResourceKind::Users);
    let field = |name: &str| fields.and_then(|users| users.fields.get(name));
    let at = |wanted: &dyn Fn(&Place) -> bool| {
        places.iter().find(|(_, place)| wanted(place)).and_then(|(name, _)| Some((name.as_str(), field(name)?)))
    };
    let mut core = Schema::user();
    core.description = format!("A user of {}", entry.recipe.app.name);
    core.attributes.retain_mut(|attribute| {
        let name = attribute.name.clone();
        match name.as_str() {
            // Kept here where the app has none.
            "userName" => {
                if let Some((name, field)) = at(&|place| *place == Place::UserName) {
                    limit(attribute, name, field, entry);
                    attribute.required = true;
                }
                true
            }
            "active" => true,
            "groups" => at(&|place| *place == Place::Membership).is_some(),
            "displayName" if is_kept("displayName", places, entry) => true,
            "name" if is_kept("name", places, entry) => {
                attribute
                    .sub_attributes
                    .retain(|sub| ["formatted", "familyName", "givenName"].contains(&sub.name.as_str()));
                true
            }
            "name" => {
                attribute.sub_attributes.retain_mut(|sub| {
                    let found = at(&|place| matches!(place, Place::Name(part) if *part == sub.name));
                    found.is_some_and(|(name, field)| {
                        limit(sub, name, field, entry);
                        true
                    })
                });
                raise(attribute);
                !attribute.sub_attributes.is_empty()
            }
            "emails" | "phoneNumbers" | "roles" | "entitlements" => {
                let found =
                    at(&|place| matches!(place, Place::Listed(list) | Place::Given(list) if *list == attribute.name));
                found.is_some_and(|(name, field)| {
                    let given = matches!(name, _ if field.of.is_some());
                    if let Some(value) = attribute.sub_attributes.iter_mut().find(|sub| sub.name == "value") {
                        limit(value, name, field, entry);
                        value.required = true;
                        attribute.required = is_required(name, field, entry) && (!given || field.write_create);
                        attribute.mutability = value.mutability;
                        if attribute.mutability == Mutability::Immutable {
                            value.mutability = Mutability::ReadWrite;
                        }
                    }
                    true
                })
            }
            _ => at(&|place| matches!(place, Place::Core(core) if *core == attribute.name)).is_some_and(
                |(name, field)| {
                    limit(attribute, name, field, entry);
                    true
                },
            ),
        }
    });
    let mut extensions = Vec::new();
    let mut enterprise = Schema::enterprise_user();
    enterprise.attributes.retain_mut(|attribute| {
        let found = at(&|place| matches!(place, Place::Enterprise(name) if *name == attribute.name));
        found.is_some_and(|(name, field)| {
            limit(attribute, name, field, entry);
            true
        })
    });
    let own: Vec<Attribute> = places
        .iter()
        .filter(|(_, place)| *place == Place::Own)
        .filter_map(|(name, _)| {
            let field = field(name)?;
            let mut attribute = Attribute::text(name);
            attribute.kind = kind(field);
            attribute.multi_valued = field.many || field.field_type == FieldType::List;
            limit(&mut attribute, name, field, entry);
            Some(attribute)
        })
        .collect();
    let own = Schema {
        id: own_urn(&entry.recipe.app.id),
        name: format!("{} user", entry.recipe.app.name),
        description: format!("What {} keeps of a user besides", entry.recipe.app.name),
        attributes: own,
    };
    extensions.extend([enterprise, own].into_iter().filter(|schema| !schema.attributes.is_empty()));
    ResourceType {
        name: "User".to_owned(),
        endpoint: "/Users".to_owned(),
        description: core.description.clone(),
        schema: core,
        extensions,
    }
}

fn kind(field: &Field) -> AttributeKind {
    match field.field_type {
        FieldType::Bool => AttributeKind::Boolean,
        FieldType::Number => AttributeKind::Decimal,
        _ => AttributeKind::String,
    }
}

/// Whether a name of a person is kept here because the app does not let it be written: identity providers look whether
/// what they sent is there, and send it again and again if it is not.
pub(super) fn is_kept(attribute: &str, places: &[(String, Place)], entry: &Entry) -> bool {
    let fields = entry.recipe.resources.get(&ResourceKind::Users).map(|users| &users.fields);
    let written = |name: &str| {
        fields.and_then(|fields| fields.get(name)).is_some_and(|field| field.write_create || field.write_update)
    };
    !places.iter().any(|(name, place)| match place {
        Place::Name(_) => attribute == "name",
        Place::Core(core) => *core == attribute && written(name),
        _ => false,
    })
}

/// Whether a create has to name it.
pub(super) fn is_required(name: &str, field: &Field, entry: &Entry) -> bool {
    field.required || entry.requires(name)
}

/// Whether the references of a field can be given and taken after the create.
fn is_given(field: &Field, entry: &Entry) -> bool {
    let Some(of) = field.of else { return false };
    let has = |kind, verb| entry.recipe.actions.contains_key(&Action::On(kind, verb));
    (has(ResourceKind::Users, Verb::Grant) && has(ResourceKind::Users, Verb::Revoke))
        || (of == ResourceKind::Groups && has(of, Verb::AddMember) && has(of, Verb::RemoveMember))
}

/// Narrows an attribute of the standard to what the app takes.
fn limit(attribute: &mut Attribute, name: &str, field: &Field, entry: &Entry) {
    attribute.required = is_required(name, field, entry) && field.write_create;
    attribute.mutability = match (field.write_create, field.write_update || is_given(field, entry)) {
        (_, true) => Mutability::ReadWrite,
        (true, false) => Mutability::Immutable,
        (false, false) => Mutability::ReadOnly,
    };
    if field.write_only {
        attribute.mutability = Mutability::WriteOnly;
        attribute.returned = Returned::Never;
    }
    attribute.case_exact = field.case_sensitive;
    let mut known: Vec<String> = if let Some(of) = field.of {
        entry.references(of).map(str::to_owned).collect()
    } else {
        let own = entry.labels(ResourceKind::Users, name);
        field.labels.keys().chain(own.into_iter().flat_map(|own| own.keys())).cloned().collect()
    };
    if known.is_empty() {
        known.clone_from(&field.examples);
    }
    if !known.is_empty() {
        attribute.canonical_values = known;
    }
}

/// A complex attribute is required and can be written if a part of it is.
fn raise(attribute: &mut Attribute) {
    attribute.required = attribute.sub_attributes.iter().any(|sub| sub.required);
    if attribute.sub_attributes.iter().all(|sub| sub.mutability == Mutability::ReadOnly) {
        attribute.mutability = Mutability::ReadOnly;
    }
}
