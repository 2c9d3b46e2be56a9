//! The reference of the recipe language as Markdown, made from the JSON Schema (what there is), from the types (in which
//! order, with which example) and from the tables of outcomes, filters and actions. Nothing in it is written twice.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::filter;
use super::schema::json_schema;
use super::schema_text::{CONCLUSIONS, description, variants};
use super::shape::{Shape, shapes};
use super::source::VERBS;
use super::template::{Filter, ValuePath};
use crate::contract::{Action, ErrorKind, Retry, UserAction, Verb};

/// The types that stand in many places: each has a chapter of its own, in this order.
const CHAPTERS: [(&str, &str); 4] =
    [("Finding elements", "Locator"), ("Texts of the page", "Text"), ("Conditions", "Condition"), ("Steps", "Step")];
/// The first key of a locator that narrows what the keys before it find.
const FIRST_REFINEMENT: &str = "within";
/// The whole reference.
pub fn reference() -> String {
    let schema = json_schema();
    let empty = Map::new();
    let definitions = schema["definitions"].as_object().unwrap_or(&empty);
    let mut writer = Writer { definitions, shapes: shapes(), told: Vec::new(), out: String::new() };
    writer.told.extend(CHAPTERS.iter().map(|(_, name)| (*name).to_owned()));
    writer.out.push_str(
        "# Recipe reference\n\n<!-- written by `idlcm recipe reference`; change the doc comments below src/recipe, then run \
         `make schemas` -->\n\nEvery word of `idlcm.recipe/1`. How a recipe is made stands in [recipes.md](recipes.md).\n\n\
         ## A recipe\n\n",
    );
    writer.object(&schema);
    let mut own: Vec<String> = Vec::new();
    for (key, value) in writer.ordered(&schema) {
        let met = Writer::referenced(&value);
        if met.iter().any(|name| !writer.told.contains(name)) {
            own.push(key.clone());
            let _infallible = writeln!(writer.out, "\n## Below `{key}`");
            writer.types(met);
        }
    }
    for (title, name) in CHAPTERS {
        let _infallible = writeln!(writer.out, "\n## {title}");
        writer.told.retain(|told| told != name);
        writer.types(vec![name.to_owned()]);
    }
    writer.templates();
    writer.actions();
    writer.outcomes();
    writer.out
}

struct Writer<'s> {
    definitions: &'s Map<String, Value>,
    shapes: Vec<Shape>,
    /// Types that have their place.
    told: Vec<String>,
    out: String,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// These types and what stands in them, each once.
    fn types(&mut self, names: Vec<String>) {
        for name in names {
            if self.told.contains(&name) {
                continue;
            }
            self.told.push(name.clone());
            let Some(schema) = self.definitions.get(&name) else { continue };
            let schema = schema.clone();
            self.line(&format!("\n### {name}\n"));
            if let Some(text) = description(&schema) {
                self.line(&format!("{text}\n"));
            }
            if schema.get("properties").is_some() {
                self.object(&schema);
            } else if let Some(forms) = schema["oneOf"].as_array() {
                self.words(forms);
            } else if let Some(forms) = schema["anyOf"].as_array() {
                for form in forms {
                    let about = description(form).map(|text| format!(": {text}")).unwrap_or_default();
                    let line = format!("- {}{about}", Self::kind(form));
                    self.line(&line);
                }
            } else {
                let kind = Self::kind(&schema);
                let examples = schema["examples"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let examples: Vec<String> = examples.map(|text| format!("`{text}`")).collect();
                self.line(&format!("{kind}, such as {}", examples.join(" or ")));
            }
            let inner: Vec<String> = match schema.get("properties") {
                Some(_) => self.ordered(&schema).iter().flat_map(|(_, value)| Self::referenced(value)).collect(),
                None => Self::referenced(&schema),
            };
            self.types(inner);
        }
    }

    /// The keys of an object with their schemas, as they are declared.
    fn ordered(&self, schema: &Value) -> Vec<(String, Value)> {
        let Some(properties) = schema["properties"].as_object() else { return Vec::new() };
        let place = |key: &str| {
            self.shape(properties)
                .and_then(|shape| shape.keys.iter().position(|known| *known == key))
                .unwrap_or(usize::MAX)
        };
        let mut keys: Vec<(String, Value)> =
            properties.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        keys.sort_by_key(|(key, _)| place(key));
        keys
    }

    fn shape(&self, properties: &Map<String, Value>) -> Option<&Shape> {
        self.shapes.iter().find(|shape| {
            shape.keys.len() == properties.len() && shape.keys.iter().all(|key| properties.contains_key(*key))
        })
    }

    /// The table of an object's keys, and an example of it.
    fn object(&mut self, schema: &Value) {
        let keys = self.ordered(schema);
        let verbs = keys.iter().any(|(key, _)| key == VERBS[0].0) && keys.len() >= VERBS.len();
        let first_refinement = keys.iter().position(|(key, _)| key == FIRST_REFINEMENT);
        let example = schema["properties"].as_object().and_then(|properties| self.shape(properties));
        if let Some(example) = example.and_then(|shape| example_of(&shape.expected)) {
            self.line(&format!("For example `{example}`.\n"));
        }
        let (first, second): (Vec<_>, Vec<_>) = match first_refinement {
            _ if verbs => keys.into_iter().partition(|(key, _)| VERBS.iter().any(|(verb, _)| verb == key)),
            Some(at) if keys.iter().any(|(key, _)| key == "role") => {
                let later: Vec<String> = keys[at..].iter().map(|(key, _)| key.clone()).collect();
                keys.into_iter().partition(|(key, _)| !later.contains(key))
            }
            _ => (keys, Vec::new()),
        };
        let heads = if verbs {
            ("verb", "modifier")
        } else if second.is_empty() {
            ("key", "")
        } else {
            ("finder", "refinement")
        };
        self.table(heads.0, &first, schema);
        if !second.is_empty() {
            self.line("");
            self.table(heads.1, &second, schema);
        }
    }

    fn table(&mut self, head: &str, keys: &[(String, Value)], schema: &Value) {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        self.line(&format!("| {head} | value | default | meaning |\n|---|---|---|---|"));
        for (key, value) in keys {
            let text = description(value).unwrap_or_default();
            let (meaning, default) = split_default(&text);
            let default = if required.contains(&key.as_str()) { "**required**" } else { default };
            let row = format!("| `{key}` | {} | {} | {} |", Self::kind(value), cell(default), cell(meaning));
            self.line(&row);
        }
    }

    /// The table of words that may stand somewhere.
    fn words(&mut self, forms: &[Value]) {
        self.line("| value | meaning |\n|---|---|");
        for form in forms {
            let word = form["const"].as_str().or_else(|| form["enum"][0].as_str()).unwrap_or_default();
            let meaning = description(form).unwrap_or_default();
            self.line(&format!("| `{word}` | {} |", cell(&meaning)));
        }
    }

    /// What a value may be, in words.
    fn kind(schema: &Value) -> String {
        if let Some(name) = named(schema) {
            return format!("[{name}](#{})", name.to_lowercase());
        }
        if let Some(forms) = schema["anyOf"].as_array() {
            return forms.iter().map(Self::kind).collect::<Vec<_>>().join(" or ");
        }
        if let Some(words) = schema["enum"].as_array() {
            let words: Vec<String> = words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
            // Long lists stand where they are explained.
            return if words.len() > 12 { "a text".to_owned() } else { words.join(", ") };
        }
        if let Some(types) = schema["type"].as_array() {
            let types: Vec<String> = types.iter().map(|one| plain(one).to_owned()).collect();
            return types.join(" or ");
        }
        match schema["type"].as_str() {
            Some("array") => format!("list of {}", Self::kind(&schema["items"])),
            Some("object") => match (schema.get("additionalProperties"), &schema["properties"]) {
                (Some(inner), _) if inner.is_object() => format!("name: {}", Self::kind(inner)),
                // Names that are listed elsewhere, all with the same value.
                (_, Value::Object(known)) => {
                    known.values().next().map(|inner| format!("name: {}", Self::kind(inner))).unwrap_or_default()
                }
                _ => "an object".to_owned(),
            },
            _ => plain(&schema["type"]).to_owned(),
        }
    }

    /// The types that a schema names, in its order.
    fn referenced(schema: &Value) -> Vec<String> {
        if let Some(name) = named(schema) {
            return vec![name.to_owned()];
        }
        let lists = ["anyOf", "allOf", "oneOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten();
        let single = ["items", "additionalProperties"].into_iter().filter_map(|key| schema.get(key));
        let properties = schema["properties"].as_object().into_iter().flat_map(Map::values);
        lists.chain(single).chain(properties).filter(|inner| inner.is_object()).flat_map(Self::referenced).collect()
    }

    fn templates(&mut self) {
        self.line(
            "\n## Templates and filters\n\n`{{ path | filter | filter(\"argument\") }}` in a text. In a list of filters: `name`, \
             `{name: argument}` or `{name: [argument, argument]}`.\n",
        );
        for text in variants(&schemars::schema_for!(ValuePath).to_value()).into_iter().map(|(_, text)| text) {
            self.line(&format!("- {text}"));
        }
        self.line("\n| filter | arguments | meaning |\n|---|---|---|");
        for (name, meaning) in variants(&schemars::schema_for!(Filter).to_value()) {
            let arguments = match filter::NAMES.iter().find(|(known, ..)| *known == name) {
                Some((_, least, most)) if least == most => most.to_string(),
                Some((_, least, most)) => format!("{least} to {most}"),
                None => "only in templates".to_owned(),
            };
            self.line(&format!("| `{name}` | {arguments} | {} |", cell(&meaning)));
        }
    }

    fn actions(&mut self) {
        self.line("\n## Actions\n\n| action | meaning |\n|---|---|");
        let meanings: BTreeMap<String, String> =
            variants(&schemars::schema_for!(Verb).to_value()).into_iter().collect();
        let mut verbs: Vec<(Verb, Vec<Action>)> = Vec::new();
        for action in Action::all() {
            let Action::On(_, verb) = action else { continue };
            match verbs.iter_mut().find(|(known, _)| *known == verb) {
                Some((_, actions)) => actions.push(action),
                None => verbs.push((verb, vec![action])),
            }
        }
        for (verb, actions) in verbs {
            let names: Vec<String> = actions.iter().map(|action| format!("`{action}`")).collect();
            let meaning = meanings.get(verb.name()).map(String::as_str).unwrap_or_default();
            self.line(&format!("| {} | {} |", names.join(", "), cell(meaning)));
        }
        self.line(
            "| `check`, `sync` | Every recipe offers them: whether login and list work; every list in one session |",
        );
    }

    fn outcomes(&mut self) {
        self.line("\n## Outcomes\n\nWhat `is` may say.\n\n| outcome | meaning | tried again | what a person should do |\n|---|---|---|---|");
        for (name, meaning) in CONCLUSIONS {
            self.line(&format!("| `{name}` | {meaning} | | |"));
        }
        let meanings: BTreeMap<String, String> =
            variants(&schemars::schema_for!(ErrorKind).to_value()).into_iter().collect();
        let wishes: BTreeMap<String, String> =
            variants(&schemars::schema_for!(UserAction).to_value()).into_iter().collect();
        for kind in ErrorKind::ALL.iter().filter(|kind| CONCLUSIONS.iter().all(|(name, _)| kind.name() != *name)) {
            let again = match kind.retry() {
                Retry::Never => "never".to_owned(),
                Retry::Suspend => "not before a person resumes the integration".to_owned(),
                Retry::AfterChange => "after a change in the app".to_owned(),
                Retry::Backoff | Retry::FreshBrowser => format!("up to {} attempts", kind.retry().attempts()),
            };
            let meaning = meanings.get(kind.name()).map(String::as_str).unwrap_or_default();
            let action = serde_json::to_value(kind.user_action()).unwrap_or_default();
            let action = action.as_str().and_then(|name| wishes.get(name)).map(String::as_str).unwrap_or_default();
            self.line(&format!("| `{}` | {} | {again} | {} |", kind.name(), cell(meaning), cell(action)));
        }
    }
}

/// The name of the type that a schema refers to.
fn named(schema: &Value) -> Option<&str> {
    let reference = schema["$ref"].as_str().or_else(|| match schema["allOf"].as_array()?.as_slice() {
        [only] => only["$ref"].as_str(),
        _ => None,
    })?;
    reference.rsplit('/').next()
}

fn plain(name: &Value) -> &'static str {
    match name.as_str() {
        Some("string") => "a text",
        Some("integer") => "a whole number",
        Some("number") => "a number",
        Some("boolean") => "`true` or `false`",
        _ => "anything",
    }
}

/// What is said of a key, and its default.
fn split_default(text: &str) -> (&str, &str) {
    let Some(at) = text.find("Default: ") else { return (text, "") };
    let rest = &text[at + "Default: ".len()..];
    let end = rest.find(". ").map_or(rest.len(), |end| end + 1);
    // What follows the default is said before it by whoever writes well; nothing is dropped if not.
    if end < rest.len() { (text, "") } else { (text[..at].trim_end(), rest.trim_end_matches('.')) }
}

/// A text as it may stand in a cell of a table.
fn cell(text: &str) -> String {
    text.trim_end_matches('.').replace('|', "\\|")
}

/// The last thing between ticks: `an object such as {…}`.
fn example_of(expected: &str) -> Option<&str> {
    let (before, _) = expected.rsplit_once('`')?;
    let (_, example) = before.rsplit_once('`')?;
    example.starts_with('{').then_some(example)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_the_schema_has_its_place() {
        let text = reference();
        let schema = json_schema();
        for (name, definition) in schema["definitions"].as_object().unwrap() {
            assert_eq!(text.matches(&format!("\n### {name}\n")).count(), 1, "{name}");
            for key in definition["properties"].as_object().into_iter().flat_map(Map::keys) {
                assert!(text.contains(&format!("\n| `{key}` |")), "{name}.{key}");
            }
        }
    }

    #[test]
    fn the_order_and_an_example_are_known_of_every_object() {
        let schema = json_schema();
        let definitions = schema["definitions"].as_object().unwrap();
        let writer = Writer { definitions, shapes: shapes(), told: Vec::new(), out: String::new() };
        for (name, definition) in definitions {
            let Some(properties) = definition["properties"].as_object() else { continue };
            // Its keys are the names of actions, not the fields of a type.
            if name == "Actions" {
                continue;
            }
            let shape = writer.shape(properties).unwrap_or_else(|| panic!("the order of {name} is not known"));
            assert!(example_of(&shape.expected).is_some(), "{name} has no example: {}", shape.expected);
        }
    }

    #[test]
    fn every_filter_and_verb_is_explained() {
        let filters = variants(&schemars::schema_for!(Filter).to_value());
        for (name, ..) in filter::NAMES {
            assert!(filters.iter().any(|(known, text)| known == name && !text.is_empty()), "{name}");
        }
        let verbs = variants(&schemars::schema_for!(Verb).to_value());
        for verb in Verb::ALL {
            assert!(verbs.iter().any(|(known, text)| known == verb.name() && !text.is_empty()), "{}", verb.name());
        }
    }

    #[test]
    fn a_default_stands_in_its_own_column() {
        assert_eq!(split_default("One step. Default: `a.b`."), ("One step.", "`a.b`"));
        assert_eq!(split_default("Default: no. More."), ("Default: no. More.", ""));
    }
}
