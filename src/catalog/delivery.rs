//! Where an integration has generated values delivered to: references into Vault, some with fields of the user in them.

use std::collections::BTreeMap;

use crate::contract::{DeliverTo, Integration, SecretRef, nearest};
use crate::recipe::diagnostic::{Diagnostic, Diagnostics};
use crate::recipe::{Recipe, Segment, Source, Span, Template, check_user_template, yaml};
use crate::secrets::{VaultRef, VaultRefError};

/// What a value is percent-encoded for, to stay within its part of a path. What stays as it is can be typed in a shell.
const PART: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@').remove(b'+');

/// Where a generated value is delivered to.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    mount: String,
    /// The parts of the path.
    parts: Vec<Template>,
    field: String,
}

impl Delivery {
    /// The place for one user. `render` gives the text of a hole. It is percent-encoded, and so are two dots in a row and a
    /// dot alone: no value leaves its part of the path.
    ///
    /// # Errors
    /// What `render` says. A value that is empty, or none that a path can have, is refused, too.
    pub fn place<E>(
        &self,
        mut render: impl FnMut(&Template) -> Result<String, E>,
    ) -> Result<Result<VaultRef, VaultRefError>, E> {
        let mut parts = Vec::new();
        for part in &self.parts {
            let mut text = String::new();
            for segment in &part.segments {
                match segment {
                    Segment::Literal(literal) => text.push_str(literal),
                    Segment::Hole(_) => {
                        let one = Template { segments: vec![segment.clone()], span: part.span };
                        text.extend(percent_encoding::utf8_percent_encode(&render(&one)?, PART));
                    }
                }
            }
            parts.push(if text == "." { "%2E".to_owned() } else { text.replace("..", "%2E%2E") });
        }
        Ok(VaultRef::new(&self.mount, parts, &self.field))
    }

    /// A place that stands for all of them, to ask whether it could be written.
    ///
    /// # Errors
    /// Never for one that was checked.
    pub fn sample(&self) -> Result<VaultRef, VaultRefError> {
        let sample = self.place(|_| Ok::<_, std::convert::Infallible>("idlcm".to_owned()));
        match sample {
            Ok(place) => place,
            Err(never) => match never {},
        }
    }
}

/// Checks the references of a service account into Vault.
pub(super) fn check_references(integration: &Integration, root: &yaml::Node, found: &mut Diagnostics) {
    for (name, reference) in integration.service_account.references() {
        if let SecretRef::Vault(text) = reference
            && let Err(error) = text.parse::<VaultRef>()
        {
            found.push(bad(root.place(&["service_account", name, "vault"]), &error));
        }
    }
}

/// Checks where values are delivered to, and takes the places apart.
pub(super) fn check(
    integration: &Integration,
    recipe: &Recipe,
    root: &yaml::Node,
    source: &Source,
    found: &mut Diagnostics,
) -> BTreeMap<String, Delivery> {
    let mut deliveries = BTreeMap::new();
    for (name, DeliverTo::Vault(text)) in &integration.deliver {
        if !recipe.generated.contains_key(name) {
            let message = format!("recipe `{}` generates no value `{name}`", recipe.app.id);
            let known = recipe.generated.keys().map(String::as_str);
            let help = match nearest(name, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if recipe.generated.is_empty() => "it generates none; remove this".to_owned(),
                None => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
            };
            found.push(Diagnostic::error("unknown_name", root.key_place(&["deliver"], name), message).help(help));
        }
        let span = root.place(&["deliver", name, "vault"]);
        let Some(template) = check_user_template(recipe, source, (text, span), found) else { continue };
        match taken_apart(text, template, span) {
            Ok(delivery) => {
                deliveries.insert(name.clone(), delivery);
            }
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    deliveries
}

/// A template at its slashes, and what follows the last `#`.
fn taken_apart(written: &str, template: Template, span: Span) -> Result<Delivery, Diagnostic> {
    let wrong = |message: &str| {
        let help = "write `mount/path#field`, such as `kv/acme/initial/{{ user.email }}#password`";
        Diagnostic::error("bad_vault_reference", span, format!("`{written}`: {message}")).help(help)
    };
    let mut segments = template.segments;
    let Some(Segment::Literal(last)) = segments.pop() else { return Err(wrong("the field is missing")) };
    let Some((rest, field)) = last.rsplit_once('#') else { return Err(wrong("the field is missing")) };
    segments.push(Segment::Literal(rest.to_owned()));
    let mut parts = vec![Template { segments: Vec::new(), span }];
    for segment in segments {
        let Segment::Literal(text) = &segment else {
            parts.last_mut().into_iter().for_each(|part| part.segments.push(segment.clone()));
            continue;
        };
        for (index, piece) in text.split('/').enumerate() {
            if index > 0 {
                parts.push(Template { segments: Vec::new(), span });
            }
            if !piece.is_empty() {
                parts.last_mut().into_iter().for_each(|part| part.segments.push(Segment::Literal(piece.to_owned())));
            }
        }
    }
    let mount = match parts.remove(0).segments.as_slice() {
        [Segment::Literal(mount)] => mount.clone(),
        _ => return Err(wrong("the first part is the mount, and the same for all users")),
    };
    if parts.iter().flat_map(|part| &part.segments).any(|s| matches!(s, Segment::Literal(text) if text.contains("..")))
    {
        return Err(wrong("no part may have `..` in it"));
    }
    let delivery = Delivery { mount, parts, field: field.to_owned() };
    match delivery.sample() {
        Ok(place) if place.is_reserved() => Err(wrong("this field says for which job a value was made")),
        Ok(_) => Ok(delivery),
        Err(error) => Err(bad(span, &error)),
    }
}

fn bad(span: Span, error: &VaultRefError) -> Diagnostic {
    let help = "the first part is the mount of a KV engine of version 2; write `mount/path#field`";
    Diagnostic::error("bad_vault_reference", span, error.to_string()).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Hole, ValuePath};

    fn at(segments: &[&str]) -> Delivery {
        let segments = segments.iter().map(|text| match text.strip_prefix('$') {
            Some(name) => {
                let path = ValuePath::Subject(name.to_owned());
                Segment::Hole(Hole { path, filters: Vec::new(), span: Span::default() })
            }
            None => Segment::Literal((*text).to_owned()),
        });
        let template = Template { segments: segments.collect(), span: Span::default() };
        taken_apart("it", template, Span::default()).unwrap()
    }

    #[test]
    fn no_value_leaves_its_part_of_the_path() {
        let delivery = at(&["kv/acme/x-", "$email", "/y#password"]);
        let place = |value: &str| {
            let place = delivery.place(|_| Ok::<_, ()>(value.to_owned())).unwrap();
            place.map(|place| place.to_string())
        };
        for (value, part) in [
            ("ada@acme.example", "x-ada@acme.example"),
            ("a/b", "x-a%2Fb"),
            ("../../sys", "x-%2E%2E%2F%2E%2E%2Fsys"),
            ("%2E%2E", "x-%252E%252E"),
            ("...", "x-%2E%2E."),
            ("a#b?c d", "x-a%23b%3Fc%20d"),
            ("ä\n", "x-%C3%A4%0A"),
        ] {
            assert_eq!(place(value).unwrap(), format!("kv/acme/{part}/y#password"));
        }
        let alone = at(&["kv/", "$email", "#password"]);
        let place = |value: &str| alone.place(|_| Ok::<_, ()>(value.to_owned())).unwrap();
        assert_eq!(place(".").unwrap().to_string(), "kv/%2E#password");
        assert_eq!(place("..").unwrap().to_string(), "kv/%2E%2E#password");
        place("").unwrap_err();
        let joined = at(&["kv/a.", "$email", "#password"]);
        assert_eq!(
            joined.place(|_| Ok::<_, ()>(".b".to_owned())).unwrap().unwrap().to_string(),
            "kv/a%2E%2Eb#password"
        );
    }
}
