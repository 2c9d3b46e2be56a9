//! SCIM under random input: filters and paths against the crate `scim_v2`, which was written by others, and what holds of every
//! resource, PATCH and projection.
//!
//! Where `scim_v2` 1.0 differs, and why it is not followed:
//! - `$ref` is no name to it. It is a sub-attribute of the standard (RFC 7643, section 2.4), though the grammar forgot it.
//! - `true`, `false` and `null` are no names to it, and `not` is none before a blank: its lexer takes them for words of the
//!   grammar. The grammar allows them (`ATTRNAME`).
//! - `TRUE` is no value to it. Here it is one, as operators are in any case.
//! - The URI before a name may be any to it. Here it is a URN, as all of SCIM are; `http:a` is more likely a mistake.
//! - Blanks may stand around the `.` after `]` to it. The grammar has none there.
//! - Brackets may stand 64 deep, and 1024 comparisons in a filter. Here it is 32 deep, and 8 KiB.
//! - A chain of one operator is one node to it, with brackets or without; here brackets are kept. The trees are compared without.

use std::str::FromStr as _;
use std::sync::LazyLock;

use idlcm::scim::{
    Attribute, AttributePath, Comparison, Dialect, Filter, Leniency, PatchPath, Projection, ResourceType, Schema, patch,
};
use proptest::collection::vec;
use proptest::prelude::*;
use scim_v2::filter as oracle;
use serde_json::{Map, Value, json};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

// What is compared with `scim_v2`.

fn name() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] =
        &["userName", "emails", "type", "value", "andy", "order", "notes", "prior", "eq", "or", "pr"];
    let any = "[a-zA-Z][a-zA-Z0-9_-]{0,7}";
    prop_oneof![4 => prop::sample::select(KNOWN).prop_map(str::to_owned), 3 => any.prop_map(String::from)].prop_filter(
        "scim_v2 takes these for words of the grammar",
        |name| {
            // `NOT` as well, but it reads `TRUE` as a name.
            !["true", "false", "null"].contains(&name.as_str()) && !name.eq_ignore_ascii_case("not")
        },
    )
}

fn attribute() -> impl Strategy<Value = AttributePath> {
    let schema = prop_oneof![
        6 => Just(None),
        1 => Just(Some(ENTERPRISE.to_owned())),
        1 => "urn:[a-z][a-z0-9-]{0,5}(:[a-z0-9.]{1,5}){1,3}".prop_map(Some),
    ];
    (schema, name(), prop::option::weighted(0.3, name())).prop_map(|(schema, name, sub)| AttributePath {
        schema,
        name,
        sub,
    })
}

fn literal() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => any::<String>().prop_map(Value::String),
        2 => "[ -~]{0,12}".prop_map(Value::String),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Null),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
    ]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    prop::sample::select(&["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"][..])
        .prop_map(|name| Comparison::from_name(name).unwrap())
}

fn leaf() -> impl Strategy<Value = Filter> {
    prop_oneof![
        1 => attribute().prop_map(Filter::Present),
        3 => (attribute(), comparison(), literal()).prop_map(|(path, comparison, value)| Filter::Compare(path, comparison, value)),
    ]
}

fn tree(leaf: impl Strategy<Value = Filter> + 'static) -> impl Strategy<Value = Filter> {
    leaf.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(Filter::And),
            vec(inner.clone(), 2..4).prop_map(Filter::Or),
            inner.prop_map(|inner| Filter::Not(Box::new(inner))),
        ]
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let element = (attribute(), tree(leaf())).prop_map(|(path, inner)| Filter::Element(path, Box::new(inner)));
    tree(prop_oneof![4 => leaf(), 1 => element])
}

fn path() -> impl Strategy<Value = PatchPath> {
    let filtered = (attribute(), tree(leaf()), prop::option::of(name()))
        .prop_map(|(attribute, filter, sub)| PatchPath { attribute, filter: Some(filter), sub });
    prop_oneof![attribute().prop_map(|attribute| PatchPath { attribute, filter: None, sub: None }), filtered]
}

/// Chains in chains of the same operator are one.
fn flat(filter: Filter) -> Filter {
    let parts = |parts: Vec<Filter>, inner: fn(Filter) -> Result<Vec<Filter>, Filter>| -> Vec<Filter> {
        parts.into_iter().map(flat).flat_map(|part| inner(part).unwrap_or_else(|other| vec![other])).collect()
    };
    match filter {
        Filter::And(all) => Filter::And(parts(all, |part| match part {
            Filter::And(inner) => Ok(inner),
            other => Err(other),
        })),
        Filter::Or(all) => Filter::Or(parts(all, |part| match part {
            Filter::Or(inner) => Ok(inner),
            other => Err(other),
        })),
        Filter::Not(inner) => Filter::Not(Box::new(flat(*inner))),
        Filter::Element(path, inner) => Filter::Element(path, Box::new(flat(*inner))),
        leaf => leaf,
    }
}

fn path_of(theirs: &oracle::AttrPath) -> AttributePath {
    AttributePath { schema: theirs.uri.clone(), name: theirs.name.clone(), sub: theirs.sub_attr.clone() }
}

fn leaf_of(theirs: &oracle::AttrExp) -> Filter {
    match theirs {
        oracle::AttrExp::Present(path) => Filter::Present(path_of(path)),
        oracle::AttrExp::Comparison(path, comparison, value) => Filter::Compare(
            path_of(path),
            Comparison::from_name(&comparison.to_string()).unwrap(),
            match value {
                oracle::CompValue::False => Value::Bool(false),
                oracle::CompValue::True => Value::Bool(true),
                oracle::CompValue::Null => Value::Null,
                oracle::CompValue::Number(number) => Value::Number(number.clone()),
                oracle::CompValue::Str(text) => Value::String(text.clone()),
            },
        ),
    }
}

fn element_of(theirs: &oracle::ValFilter) -> Filter {
    match theirs {
        oracle::ValFilter::Attr(leaf) => leaf_of(leaf),
        oracle::ValFilter::Not(inner) => Filter::Not(Box::new(element_of(inner))),
        oracle::ValFilter::And(parts) => Filter::And(parts.iter().map(element_of).collect()),
        oracle::ValFilter::Or(parts) => Filter::Or(parts.iter().map(element_of).collect()),
    }
}

fn filter_of(theirs: &oracle::Filter) -> Filter {
    match theirs {
        oracle::Filter::Attr(leaf) => leaf_of(leaf),
        oracle::Filter::ValuePath(element) => {
            Filter::Element(path_of(&element.attr), Box::new(element_of(&element.filter)))
        }
        oracle::Filter::Not(inner) => Filter::Not(Box::new(filter_of(inner))),
        oracle::Filter::And(parts) => Filter::And(parts.iter().map(filter_of).collect()),
        oracle::Filter::Or(parts) => Filter::Or(parts.iter().map(filter_of).collect()),
    }
}

fn patch_path_of(theirs: &oracle::PatchPath) -> PatchPath {
    match theirs {
        oracle::PatchPath::Attr(attribute) => PatchPath { attribute: path_of(attribute), filter: None, sub: None },
        oracle::PatchPath::Value(path) => PatchPath {
            attribute: path_of(&path.attr),
            filter: Some(element_of(&path.filter)),
            sub: path.sub_attr.clone(),
        },
    }
}

/// A text with something else in it: cut, doubled, in other case, with more blanks, with a word of the grammar put in.
fn changed(text: &str, at: prop::sample::Index, length: usize, with: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = at.index(letters.len() + 1);
    let rest = &letters[(at + length).min(letters.len())..];
    letters[..at].iter().copied().chain(with.chars()).chain(rest.iter().copied()).collect()
}

fn addition() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "", "", " ", "  ", "(", ")", "[", "]", "\"", "\\", ".", ":", "-", "0", "1e3", "e", " and ", " OR ", "not ",
            "not (", " pr", " eq ", " Eq 1", "true", "null", "\"a\"", "urn:a:", "a", ".a", "$", "é", "\n",
        ][..],
    )
}

/// Whether a text has what `scim_v2` takes and this does not, by the list above.
fn only_theirs(text: &str) -> bool {
    // A name with something else than a URN before it. (What stands in quotation marks may look so too.)
    let colon = |word: &str| word.contains(':') && !word.to_ascii_lowercase().starts_with("urn:");
    let named = text.split([' ', '\n', '\t', '(', ')', '[', ']', '"']).any(colon);
    let after = text.rsplit_once(']').map_or("", |(_, after)| after);
    named || (after.contains('.') && after.contains([' ', '\n']))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn filters_are_read_as_they_were_written_and_as_others_read_them(filter in filter()) {
        let text = filter.to_string();
        prop_assume!(text.len() <= 8 * 1024);
        let ours = Filter::parse(&text, Leniency::Strict);
        prop_assert_eq!(ours.as_ref(), Ok(&filter), "{}", text);
        prop_assert_eq!(&Filter::parse(&text, Leniency::Literals), &ours);
        match oracle::Filter::from_str(&text) {
            Ok(theirs) => prop_assert_eq!(flat(filter_of(&theirs)), flat(filter), "{}", text),
            Err(error) => prop_assert!(false, "scim_v2 does not read {text}: {error}"),
        }
    }

    #[test]
    fn what_others_read_is_read(filter in filter(), at in any::<prop::sample::Index>(), length in 0..4_usize, with in addition()) {
        let text = changed(&filter.to_string(), at, length, with);
        if let Ok(theirs) = oracle::Filter::from_str(&text) {
            match Filter::parse(&text, Leniency::Strict) {
                Ok(ours) => prop_assert_eq!(flat(filter_of(&theirs)), flat(ours), "{}", text),
                Err(error) => prop_assert!(only_theirs(&text), "{text}: {error}"),
            }
        }
    }

    #[test]
    fn paths_are_read_as_they_were_written_and_as_others_read_them(
        path in path(), at in any::<prop::sample::Index>(), length in 0..4_usize, with in addition(),
    ) {
        let flat = |path: PatchPath| PatchPath { filter: path.filter.map(flat), ..path };
        let text = path.to_string();
        prop_assert_eq!(PatchPath::parse(&text, Dialect::Strict), Ok(path.clone()), "{}", text);
        match oracle::PatchPath::from_str(&text) {
            Ok(theirs) => prop_assert_eq!(flat(patch_path_of(&theirs)), flat(path), "{}", text),
            Err(error) => prop_assert!(false, "scim_v2 does not read {text}: {error}"),
        }
        let text = changed(&text, at, length, with);
        if let Ok(theirs) = oracle::PatchPath::from_str(&text) {
            match PatchPath::parse(&text, Dialect::Strict) {
                Ok(ours) => prop_assert_eq!(flat(patch_path_of(&theirs)), flat(ours), "{}", text),
                Err(error) => prop_assert!(only_theirs(&text), "{text}: {error}"),
            }
        }
    }
}

#[test]
fn where_the_other_reader_differs_is_still_so() {
    let both = |text: &str| (Filter::parse(text, Leniency::Strict).is_ok(), oracle::Filter::from_str(text).is_ok());
    for text in ["$ref pr", "true pr", "null eq 1", "not pr", "a eq TRUE"] {
        assert_eq!(both(text), (true, false), "{text}");
    }
    let deep = format!("{}a pr{}", "not (".repeat(40), ")".repeat(40));
    for text in ["http:a:b pr", deep.as_str()] {
        assert_eq!(both(text), (false, true), "{text}");
    }
    let blank = "emails[type pr] . value";
    assert!(PatchPath::parse(blank, Dialect::Strict).is_err() && oracle::PatchPath::from_str(blank).is_ok());
}

// What holds of resources.

/// Users, with an attribute of every kind.
static USERS: LazyLock<ResourceType> = LazyLock::new(|| {
    let mut schema = Schema::user();
    schema.attributes.extend([
        Attribute::text("tags").multi_valued(),
        Attribute::text("born").immutable(),
        Attribute::integer("age"),
        Attribute::decimal("weight"),
        Attribute::date_time("hired"),
        Attribute::list("seats", [Attribute::text("value").immutable().required(), Attribute::text("row").read_only()]),
    ]);
    ResourceType {
        name: "User".to_owned(),
        endpoint: "/Users".to_owned(),
        description: String::new(),
        schema,
        extensions: vec![Schema::enterprise_user()],
    }
});

const KEYS: &[&str] = &[
    "schemas",
    "id",
    "userName",
    "USERNAME",
    "name",
    "name.givenName",
    "active",
    "emails",
    "emails.value",
    "roles",
    "tags",
    "born",
    "age",
    "weight",
    "hired",
    "seats",
    "groups",
    "meta",
    "password",
    "x509Certificates",
    "unknown",
    "value",
    "type",
    "primary",
    "display",
    "givenName",
    "familyName",
    "$ref",
    "division",
    "manager",
    "manager.value",
    ENTERPRISE,
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
    "urn:ietf:params:scim:schemas:core:2.0:User:userName",
    "emails[type eq \"work\"].value",
    "Operations",
    "op",
    "path",
    "",
];

/// Paths, each with what fits there: a text, a flag, a number, a time, Base64, an element, elements, texts, or an object.
const PATHS: &[(&str, char)] = &[
    ("userName", 't'),
    ("USERNAME", 't'),
    ("name", 'o'),
    ("name.givenName", 't'),
    ("active", 'f'),
    ("emails", 'l'),
    ("emails", 'l'),
    ("emails.value", 't'),
    ("emails.primary", 'f'),
    ("emails[type eq \"work\"]", 'e'),
    ("emails[type eq \"work\"].value", 't'),
    ("emails[value eq \"a\"]", 'e'),
    ("emails[value eq \"a\"].primary", 'f'),
    ("emails[type pr].type", 't'),
    ("emails[type eq \"work\" and value eq \"{\\\"value\\\":\\\"x\\\"}\"].display", 't'),
    ("roles", 'l'),
    ("roles[primary eq \"True\"].value", 't'),
    ("roles[not (value eq \"a\")]", 'e'),
    ("tags", 's'),
    ("tags[value eq \"a\"]", 't'),
    ("born", 't'),
    ("age", 'n'),
    ("weight", 'n'),
    ("hired", 'd'),
    ("seats", 'l'),
    ("seats[value eq \"a\"]", 'e'),
    ("seats[value eq \"a\"].value", 't'),
    ("seats[row eq \"a\"].value", 't'),
    ("groups", 'l'),
    ("id", 't'),
    ("schemas", 's'),
    ("meta.version", 't'),
    ("unknown", 't'),
    (ENTERPRISE, 'o'),
    ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division", 't'),
    ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", 'e'),
    ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value", 't'),
    ("x509Certificates", 'b'),
    ("x509Certificates.value", 't'),
    ("", 'o'),
    ("[", 't'),
    ("a[b pr", 't'),
];

const TEXTS: &[&str] = &[
    "a",
    "A",
    "b",
    "work",
    "home",
    "True",
    "false",
    "",
    "2026-05-13T04:42:34Z",
    "aGk=",
    "{\"value\":\"x\"}",
    ENTERPRISE,
];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => prop::sample::select(TEXTS).prop_map(Value::from).boxed(),
        2 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Null),
        2 => prop_oneof![Just(json!(1)), Just(json!(1.5)), any::<i64>().prop_map(Value::from)],
        1 => any::<String>().prop_map(Value::String),
    ]
}

/// Anything, of words that mean something here and there.
fn anything() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![6 => prop::sample::select(KEYS).prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec((key, inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn element() -> impl Strategy<Value = Value> {
    let key = prop::sample::select(&["value", "type", "primary", "display", "row"][..]);
    let member = (key, scalar()).prop_map(|(key, value)| {
        let fits = if key == "primary" { json!(value == json!("a")) } else { json!(value.as_str().unwrap_or("b")) };
        (key.to_owned(), fits)
    });
    prop_oneof![
        5 => vec(member, 0..4).prop_map(|members| Value::Object(members.into_iter().collect())),
        1 => prop::sample::select(TEXTS).prop_map(Value::from),
    ]
}

/// What may well stand at a path: mostly what fits there.
fn plausible(fits: char) -> BoxedStrategy<Value> {
    let text = prop::sample::select(TEXTS).prop_map(Value::from);
    let objects = [
        json!({"givenName": "Ada", "familyName": null}),
        json!({"givenName": "Eve"}),
        json!({"division": null}),
        json!({"manager": {"value": "7"}, "division": "x"}),
        json!({"userName": "b", "emails": [{"value": "b"}]}),
    ];
    let fitting = match fits {
        'f' => any::<bool>().prop_map(Value::Bool).boxed(),
        'n' => any::<i32>().prop_map(Value::from).boxed(),
        'd' => Just(json!("2026-05-13T04:42:34Z")).boxed(),
        'b' => Just(json!([{"value": "aGk="}, {"value": "aGk", "type": "work"}])).boxed(),
        'e' => element().boxed(),
        'l' => vec(element(), 0..4).prop_map(Value::Array).boxed(),
        's' => vec(text, 0..4).prop_map(Value::Array).boxed(),
        'o' => prop::sample::select(objects.to_vec()).boxed(),
        _ => text.boxed(),
    };
    prop_oneof![12 => fitting, 1 => scalar(), 1 => anything()].boxed()
}

/// A path, and what may well stand there.
fn placed() -> impl Strategy<Value = (&'static str, Value)> {
    prop::sample::select(PATHS).prop_flat_map(|(path, fits)| (Just(path), plausible(fits)))
}

fn body() -> impl Strategy<Value = Value> {
    vec(placed(), 0..10).prop_map(|members| {
        let mut body: Map<String, Value> = members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        body.insert("schemas".to_owned(), json!(["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE]));
        Value::Object(body)
    })
}

/// What can be read of a body: attributes that cannot are left out, one by one.
fn resource(mut body: Value, dialect: Dialect) -> Map<String, Value> {
    loop {
        if let Ok(resource) = USERS.read(&body, dialect) {
            return resource;
        }
        let members = body.as_object_mut().unwrap();
        let wrong = members.keys().find(|key| {
            let mut alone = json!({"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]});
            alone[key.as_str()] = members[*key].clone();
            *key != "schemas" && USERS.read(&alone, dialect).is_err()
        });
        // What is wrong only together, such as two elements that are primary, goes all at once.
        match wrong.cloned() {
            Some(key) => drop(members.remove(&key)),
            None => members.retain(|key, _| key == "schemas"),
        }
    }
}

fn operations() -> impl Strategy<Value = Value> {
    const OPS: &[&str] = &["add", "add", "add", "remove", "remove", "replace", "replace", "replace", "Add"];
    let operation = (prop::sample::select(OPS), placed(), 0..8_u8).prop_map(|(op, (path, value), chance)| {
        let mut operation = json!({"op": op});
        if path.is_empty() || chance == 0 {
            operation["value"] = json!({path: value});
        } else {
            operation["path"] = json!(path);
            operation["value"] = value;
        }
        if op == "remove" && chance > 1 {
            operation.as_object_mut().unwrap().remove("value");
        }
        operation
    });
    let one = prop_oneof![60 => operation, 1 => anything()];
    vec(one, 1..4).prop_map(|operations| json!({"schemas": [PATCH], "Operations": operations}))
}

fn dialect() -> impl Strategy<Value = Dialect> {
    prop_oneof![Just(Dialect::Strict), Just(Dialect::Lenient)]
}

/// Whether a value has nothing that the other has not.
fn is_part(part: &Value, of: &Value) -> bool {
    match (part, of) {
        (Value::Object(part), Value::Object(of)) => {
            part.iter().all(|(key, value)| of.get(key).is_some_and(|of| is_part(value, of)))
        }
        (Value::Array(part), Value::Array(of)) => {
            // In the order of the other.
            let mut rest = of.iter();
            part.iter().all(|element| rest.any(|other| is_part(element, other)))
        }
        (part, of) => part == of,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_what_was_read_changes_nothing(body in body(), dialect in dialect()) {
        let read = resource(body, dialect);
        prop_assert_eq!(USERS.read(&Value::Object(read.clone()), dialect), Ok(read));
    }

    #[test]
    fn nothing_panics(body in anything(), other in anything(), operations in operations(), dialect in dialect()) {
        drop(USERS.read(&body, dialect));
        let before = body.as_object().cloned().unwrap_or_default();
        drop(USERS.check_required(&before));
        for patched in [&other, &operations] {
            drop(patch(&before, patched, &USERS, dialect).map_err(|error| error.to_json()));
        }
        drop(Projection::default().apply(&USERS, &before));
    }

    #[test]
    fn what_a_patch_makes_is_what_is_read(body in body(), operations in operations(), dialect in dialect()) {
        let before = resource(body, dialect);
        if let Ok(after) = patch(&before, &operations, &USERS, dialect) {
            prop_assert_eq!(USERS.read(&Value::Object(after.clone()), dialect), Ok(after.clone()));
            // What was there and had to be is there still.
            for name in ["userName", "born"] {
                prop_assert!(!before.contains_key(name) || after.contains_key(name));
            }
            prop_assert!(before.get("born").is_none_or(|born| after.get("born") == Some(born)));
        }
    }

    #[test]
    fn a_replacement_twice_is_one(body in body(), (path, value) in placed(), dialect in dialect()) {
        let before = resource(body, dialect);
        let operation = json!({"schemas": [PATCH], "Operations": [{"op": "replace", "path": path, "value": value}]});
        let again = |resource: &Map<String, Value>| patch(resource, &operation, &USERS, dialect);
        // One that changes what its filter is about may not find it again.
        if let (Ok(once), false) = (again(&before), path.contains('[')) {
            prop_assert_eq!(again(&once), Ok(once));
        }
    }

    #[test]
    fn a_projection_never_adds(
        body in body(), asked in vec(prop::sample::select(KEYS), 0..4), exclude in any::<bool>(), again in any::<bool>(),
    ) {
        let resource = resource(body, Dialect::Lenient);
        let names = asked.join(",");
        let (attributes, excluded) = if exclude { (None, Some(names.as_str())) } else { (Some(names.as_str()), None) };
        if let Ok(projection) = Projection::parse(attributes, excluded) {
            let answer = projection.apply(&USERS, &resource);
            prop_assert!(is_part(&Value::Object(answer.clone()), &Value::Object(resource.clone())), "{:?}", answer);
            prop_assert!(!answer.contains_key("password") && answer.contains_key("schemas"));
            for key in answer.keys().filter(|key| !["schemas", "id"].contains(&key.as_str())) {
                prop_assert!(projection.wants(key), "{} is answered, not wanted", key);
            }
            if again {
                prop_assert_eq!(projection.apply(&USERS, &answer), answer);
            }
        }
    }
}
