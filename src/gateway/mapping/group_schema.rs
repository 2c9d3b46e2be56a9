//! The schema of an app's groups.

use crate::catalog::Entry;
use crate::contract::{Action, ResourceKind, Verb};
use crate::recipe::Resource;
use crate::scim::{Mutability, ResourceType, Schema};

/// The field that is a group's name.
pub(super) fn name_field(groups: &Resource) -> &str {
    let names = ["name", "display_name", "label", "title"];
    names.into_iter().find(|name| groups.fields.contains_key(*name)).unwrap_or(&groups.key)
}

/// The type of an app's groups; none where the recipe knows none.
pub(super) fn groups(entry: &Entry) -> Option<ResourceType> {
    let recipe = &entry.recipe;
    let groups = recipe.resources.get(&ResourceKind::Groups)?;
    let has = |kind, verb| recipe.actions.contains_key(&Action::On(kind, verb));
    if !has(ResourceKind::Groups, Verb::List) {
        return None;
    }
    let mut schema = Schema::group();
    schema.description = format!("A group of {}", recipe.app.name);
    let users = recipe.resources.get(&ResourceKind::Users);
    let field = users.and_then(|users| users.fields.values().find(|field| field.of == Some(ResourceKind::Groups)));
    schema.attributes.retain_mut(|attribute| match attribute.name.as_str() {
        "displayName" => {
            attribute.mutability =
                match (has(ResourceKind::Groups, Verb::Create), has(ResourceKind::Groups, Verb::Update)) {
                    (_, true) => Mutability::ReadWrite,
                    (true, false) => Mutability::Immutable,
                    (false, false) => Mutability::ReadOnly,
                };
            attribute.required = attribute.mutability != Mutability::ReadOnly;
            attribute.case_exact = groups.fields.get(name_field(groups)).is_some_and(|field| field.case_sensitive);
            true
        }
        _ => field.is_some_and(|field| {
            let given = has(ResourceKind::Groups, Verb::AddMember)
                || has(ResourceKind::Users, Verb::Grant)
                || field.write_update;
            if !given {
                attribute.mutability = Mutability::ReadOnly;
            }
            true
        }),
    });
    Some(ResourceType {
        name: "Group".to_owned(),
        endpoint: "/Groups".to_owned(),
        description: schema.description.clone(),
        schema,
        extensions: Vec::new(),
    })
}
