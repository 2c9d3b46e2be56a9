//! What a tenant's app has beyond the recipe: each addition needs a place in the recipe, or no step would ever write it.

use std::collections::BTreeSet;

use crate::contract::{FieldExtension, FieldType, ResourceKind, RoleExtension, UserSchema, nearest};
use crate::recipe::diagnostic::{Diagnostic, Diagnostics};
use crate::recipe::{CatalogEntry, Field, Recipe, yaml};

/// Checks an integration's `user_schema` against its recipe.
pub(super) fn check(schema: &UserSchema, recipe: &Recipe, root: &yaml::Node, found: &mut Diagnostics) {
    let users = recipe.resources.get(&ResourceKind::Users);
    for (name, extension) in &schema.fields {
        let place = root.key_place(&["user_schema", "fields"], name);
        if let Some(field) = users.and_then(|users| users.fields.get(name)) {
            check_field(name, extension, field, place, found);
            continue;
        }
        let message = format!("recipe `{}` has no place for a field `{name}` of users", recipe.app.id);
        let known = users.into_iter().flat_map(|users| users.fields.keys()).map(String::as_str);
        let help = nearest(name, known).map_or_else(
            || format!("add `{name}` to `resources.users.fields` of the recipe, with the steps that write it"),
            |near| format!("did you mean `{near}`?"),
        );
        found.push(Diagnostic::error("unknown_field", place, message).help(help));
    }
    check_roles(schema, recipe, root, found);
}

fn check_field(
    name: &str,
    extension: &FieldExtension,
    field: &Field,
    place: crate::recipe::Span,
    found: &mut Diagnostics,
) {
    if extension.field_type != field.field_type {
        let message =
            format!("`{name}` is {} here and {} in the recipe", words(extension.field_type), words(field.field_type));
        let help = "write the recipe's type; a field cannot have two";
        found.push(Diagnostic::error("type_conflict", place, message).help(help));
    }
    if extension.required && !field.write_create {
        let message = format!("`{name}` is required here, but the recipe does not write it when a user is created");
        let help = "leave `required` out, or let the recipe write it: `write: [create]`";
        found.push(Diagnostic::error("field_not_writable", place, message).help(help));
    }
    if !extension.labels.is_empty() && field.field_type != FieldType::Enum {
        let message = format!("`{name}` has labels here, but it is {}", words(field.field_type));
        found.push(Diagnostic::error("labels_without_enum", place, message).help("only an `enum` has labels"));
    }
    for (value, label) in &extension.labels {
        let same = field.labels.iter().find(|(own, known)| *own == value || known.is(label));
        if let Some((own, known)) = same {
            let message = format!("`{value}: {label}` of `{name}` meets the recipe's own `{own}: {}`", known.read);
            let help = "add only values that the recipe does not know, each with a label of its own";
            found.push(Diagnostic::error("duplicate_label", place, message).help(help));
        }
    }
}

fn check_roles(schema: &UserSchema, recipe: &Recipe, root: &yaml::Node, found: &mut Diagnostics) {
    if schema.roles.is_empty() {
        return;
    }
    let Some(catalog) = recipe.resources.get(&ResourceKind::Roles).and_then(|roles| roles.catalog.as_ref()) else {
        let message = format!("recipe `{}` has no catalogue of roles that these could be added to", recipe.app.id);
        let help = "remove them: without a catalogue the app's own roles count, under the names it shows";
        found.push(Diagnostic::error("no_catalog", root.place(&["user_schema", "roles"]), message).help(help));
        return;
    };
    let mut labels: BTreeSet<&str> =
        catalog.values().flat_map(|entry| [entry.label.read.as_str(), entry.label.write.as_str()]).collect();
    for (id, role) in &schema.roles {
        check_role(id, role, schema, catalog, &mut labels, root, found);
    }
}

fn check_role<'s>(
    id: &str,
    role: &'s RoleExtension,
    schema: &UserSchema,
    catalog: &indexmap::IndexMap<String, CatalogEntry>,
    labels: &mut BTreeSet<&'s str>,
    root: &yaml::Node,
    found: &mut Diagnostics,
) {
    let place = root.key_place(&["user_schema", "roles"], id);
    if let Some(own) = catalog.get(id) {
        let message = format!("the recipe's catalogue has the role `{id}` already, as \"{}\"", own.label.read);
        found.push(Diagnostic::error("duplicate_role", place, message).help("remove it, or give it another name"));
    } else if !labels.insert(&role.label) {
        let message = format!("two roles are shown as \"{}\"; reading could not tell them apart", role.label);
        found.push(Diagnostic::error("duplicate_label", place, message).help("write the text that the app shows"));
    }
    for other in &role.incompatible {
        if !catalog.contains_key(other) && !schema.roles.contains_key(other) {
            let message = format!("`{id}` is incompatible with `{other}`, which is no role");
            let known = catalog.keys().chain(schema.roles.keys()).map(String::as_str);
            let help = nearest(other, known)
                .map_or_else(|| "name a role of the catalogue".to_owned(), |near| format!("did you mean `{near}`?"));
            found.push(Diagnostic::error("unknown_role", place, message).help(help));
        }
    }
}

fn words(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::String => "a `string`",
        FieldType::Email => "an `email`",
        FieldType::Bool => "a `bool`",
        FieldType::Number => "a `number`",
        FieldType::Date => "a `date`",
        FieldType::Enum => "an `enum`",
        FieldType::Ref => "a `ref`",
        FieldType::List => "a `list`",
    }
}
