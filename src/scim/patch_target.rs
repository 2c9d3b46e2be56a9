//! What the path of a PATCH operation names in a kind of resource.

use serde_json::Value;

use super::attribute::{Attribute, AttributeKind, Mutability};
use super::attribute_path::AttributePath;
use super::dialect::Dialect;
use super::error::ScimError;
use super::filter::Filter;
use super::patch_path::PatchPath;
use super::resource_type::{ResourceType, Target};
use super::schema::Schema;

/// What an operation changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Selection<'t> {
    /// All of an extension.
    Extension(&'t Schema),
    /// An attribute, or parts of it.
    Attribute(Selected<'t>),
}

/// An attribute, or parts of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Selected<'t> {
    /// The attribute, and the sub-attribute of its value, or of each selected element.
    pub(super) target: Target<'t>,
    /// Which elements; all, if it is not said.
    pub(super) filter: Option<Filter>,
}

impl<'t> Selected<'t> {
    /// All of what a path without a filter names.
    pub(super) fn whole(target: Target<'t>) -> Self {
        Self { target, filter: None }
    }

    /// Whether clients do not set it.
    pub(super) fn is_read_only(&self) -> bool {
        let read_only = |attribute: &Attribute| attribute.mutability == Mutability::ReadOnly;
        read_only(self.target.attribute) || self.target.sub.is_some_and(read_only)
    }
}

/// Finds what a path names.
///
/// # Errors
/// `invalidPath`: there is no such attribute, or a filter stands after one that is no list; `invalidFilter`: the filter cannot
/// be read or is about something that the elements do not have.
pub(super) fn resolve<'t>(text: &str, of: &'t ResourceType, dialect: Dialect) -> Result<Selection<'t>, ScimError> {
    let text = text.trim();
    if let Some(extension) = of.extension(text) {
        return Ok(Selection::Extension(extension));
    }
    let path = PatchPath::parse(text, dialect)?;
    let named = AttributePath { sub: path.sub.clone().or(path.attribute.sub.clone()), ..path.attribute.clone() };
    let target = of.target(&named).ok_or_else(|| unknown(&named.to_string(), of))?;
    let Some(filter) = path.filter else { return Ok(Selection::Attribute(Selected::whole(target))) };
    if !target.attribute.multi_valued || path.attribute.sub.is_some() {
        let name = path.attribute.to_string();
        return Err(ScimError::invalid_path(format!("`{name}` is no list, so that no filter can stand after it")));
    }
    let filter = typed(filter, target.attribute, dialect)?;
    Ok(Selection::Attribute(Selected { target, filter: Some(filter) }))
}

/// The error for a name that no schema has.
pub(super) fn unknown(name: &str, of: &ResourceType) -> ScimError {
    let nearest = of.nearest(name).map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
    ScimError::invalid_path(format!("a {} has no attribute `{name}`{nearest}", of.name))
}

/// A filter of elements, checked for their sub-attributes. The lenient may write `"True"` for `true`.
fn typed(filter: Filter, list: &Attribute, dialect: Dialect) -> Result<Filter, ScimError> {
    let all = |parts: Vec<Filter>| parts.into_iter().map(|part| typed(part, list, dialect)).collect::<Result<_, _>>();
    Ok(match filter {
        Filter::And(parts) => Filter::And(all(parts)?),
        Filter::Or(parts) => Filter::Or(all(parts)?),
        Filter::Not(inner) => Filter::Not(Box::new(typed(*inner, list, dialect)?)),
        Filter::Present(path) => {
            element_kind(&path, list)?;
            Filter::Present(path)
        }
        Filter::Compare(path, comparison, value) => {
            let is_flag = element_kind(&path, list)? == AttributeKind::Boolean && dialect.is_lenient();
            let value = match value.as_str().map(str::to_ascii_lowercase).as_deref() {
                Some("true") if is_flag => Value::Bool(true),
                Some("false") if is_flag => Value::Bool(false),
                _ => value,
            };
            Filter::Compare(path, comparison, value)
        }
        element @ Filter::Element(..) => element,
    })
}

/// The type of what a filter between brackets names.
fn element_kind(path: &AttributePath, list: &Attribute) -> Result<AttributeKind, ScimError> {
    let sub = list.sub(&path.name).filter(|_| path.schema.is_none() && path.sub.is_none());
    match sub {
        Some(sub) => Ok(sub.kind),
        None if list.sub_attributes.is_empty() && path.to_string().eq_ignore_ascii_case("value") => Ok(list.kind),
        None => {
            let known: Vec<&str> = list.sub_attributes.iter().map(|sub| sub.name.as_str()).collect();
            let known = if known.is_empty() { "value".to_owned() } else { known.join(", ") };
            Err(ScimError::invalid_filter(format!(
                "the elements of `{}` have no `{path}`; a filter of them can be about {known}",
                list.name
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    #[test]
    fn paths_are_found_or_the_error_says_what_is_near() {
        let users = ResourceType {
            name: "User".to_owned(),
            endpoint: "/Users".to_owned(),
            description: String::new(),
            schema: Schema::user(),
            extensions: vec![Schema::enterprise_user()],
        };
        let read = |path: &str| match resolve(path, &users, Dialect::Lenient) {
            Ok(Selection::Extension(schema)) => schema.id.clone(),
            Ok(Selection::Attribute(selected)) => {
                selected.filter.map(|filter| format!("{filter} in ")).unwrap_or_default() + &selected.target.name()
            }
            Err(error) => error.detail,
        };
        let manager = format!("{ENTERPRISE}:manager");
        for (path, found) in [
            ("USERNAME", "userName"),
            ("name.GivenName", "name.givenName"),
            (r#"Emails[Type eq "work"].Value"#, r#"Type eq "work" in emails.value"#),
            (r#"roles[primary eq "True"].value"#, "primary eq true in roles.value"),
            (r#"roles[not (primary eq "False" or type pr)]"#, "not (primary eq false or type pr) in roles"),
            (&manager, &manager),
            (&ENTERPRISE.to_lowercase(), ENTERPRISE),
            ("usrname", "a User has no attribute `usrname`; did you mean `userName`?"),
            ("emails.valeu", "a User has no attribute `emails.valeu`; did you mean `emails.value`?"),
            ("zzz", "a User has no attribute `zzz`"),
            (r#"name[givenName eq "x"]"#, "`name` is no list, so that no filter can stand after it"),
            (
                r#"emails[typ eq "x"]"#,
                "the elements of `emails` have no `typ`; a filter of them can be about value, display, type, primary",
            ),
        ] {
            assert_eq!(read(path), found, "{path}");
        }
    }
}
