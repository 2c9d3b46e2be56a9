//! An integration as forms write it: a draft that was not created yet, or one that there is.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::api::{ApiError, part};
use super::super::form::Fields;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;

/// Which one is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// Nothing is kept of it yet.
    New,
    /// A draft, by its id.
    Draft(String),
    /// An integration, by its id.
    Integration(String),
}

impl Target {
    /// The page of a step.
    pub(super) fn page(&self, step: &str) -> String {
        match self {
            Self::New => "/console/new".to_owned(),
            Self::Draft(id) => format!("/console/new/{}/{step}", part(id)),
            Self::Integration(id) => format!("/console/integrations/{}/settings/{step}", part(id)),
        }
    }
}

/// An integration that is being written.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) target: Target,
    /// The document, as far as it is written.
    pub(super) document: Value,
    /// `okta`, `entra` or `generic`.
    pub(super) idp: String,
    /// The version that was read, of one that there is.
    pub(super) version: Option<String>,
    /// How far it is, of one that there is: `draft` until its test has passed.
    pub(super) stage: String,
}

impl Sheet {
    /// An empty one.
    pub(super) fn empty() -> Self {
        let document = json!({"schema": crate::contract::INTEGRATION_SCHEMA});
        Self { target: Target::New, document, idp: "generic".to_owned(), version: None, stage: String::new() }
    }

    /// Reads it.
    ///
    /// # Errors
    /// When there is none.
    pub(super) async fn load(visitor: &Visitor, target: Target) -> Result<Self, ApiError> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match &target {
            Target::New => Ok(Self::empty()),
            Target::Draft(id) => {
                let mut told = visitor.get(&format!("/drafts/{}", part(id))).await?;
                let idp = text(&told["body"]["idp"]);
                let document = told["body"]["document"].take();
                Ok(Self { target, document, idp, version: None, stage: String::new() })
            }
            Target::Integration(id) => {
                let mut told = visitor.get(&format!("/integrations/{}", part(id))).await?;
                let (idp, version, stage) = (text(&told["idp"]), text(&told["version"]), text(&told["stage"]));
                Ok(Self { target, document: told["document"].take(), idp, version: Some(version), stage })
            }
        }
    }

    /// Keeps it. A new one becomes a draft.
    ///
    /// # Errors
    /// When it is not sound, or was changed by somebody else since it was read.
    pub(super) async fn save(&mut self, visitor: &Visitor) -> Result<(), ApiError> {
        let body = json!({"document": self.document, "idp": self.idp});
        match &self.target {
            Target::New => {
                let told = visitor.post("/drafts", &body).await?;
                self.target = Target::Draft(told["id"].as_str().unwrap_or_default().to_owned());
            }
            Target::Draft(id) => {
                visitor.put(&format!("/drafts/{}", part(id)), &body, None).await?;
            }
            Target::Integration(id) => {
                visitor.put(&format!("/integrations/{}", part(id)), &body, self.version.as_deref()).await?;
            }
        }
        Ok(())
    }

    /// What is wrong with it so far: message and help. What a later step asks for is not.
    ///
    /// # Errors
    /// When the API does not say.
    pub(super) async fn problems(&self, visitor: &Visitor) -> Result<Vec<Value>, ApiError> {
        let mut document = self.document.clone();
        if document["service_account"].is_null() {
            document["service_account"] = json!({"username": {"env": "NOT_CHOSEN"}, "password": {"env": "NOT_CHOSEN"}});
        }
        let mut told = visitor.post("/integrations/validate", &json!({"document": document})).await?;
        Ok(told["problems"].as_array_mut().map(std::mem::take).unwrap_or_default())
    }

    /// The app that it is for, as the API tells it.
    ///
    /// # Errors
    /// When there is none.
    pub(super) async fn app(&self, visitor: &Visitor) -> Result<Value, ApiError> {
        let app = self.document["app"].as_str().unwrap_or_default();
        visitor.get(&format!("/apps/{}", part(app))).await
    }

    /// Takes in the first step: what it is called, which app, where it lives, and what the app asks for.
    pub(super) fn take_app(&mut self, fields: &Fields) {
        let known = matches!(self.target, Target::Integration(_));
        let document = &mut self.document;
        document["name"] = fields.get("name").into();
        if !known {
            document["app"] = fields.get("app").into();
        }
        // Without a script a page has the fields of every app.
        let prefix = format!("param.{}.", document["app"].as_str().unwrap_or_default());
        let params: Map<String, Value> = fields
            .pairs()
            .filter_map(|(name, value)| Some((name.strip_prefix(&prefix)?.to_owned(), value.trim().into())))
            .filter(|(_, value): &(String, Value)| value != "")
            .collect();
        put(document, "params", Value::Object(params));
        put(document, "base_url", fields.get("base_url").into());
        let idp = Some(fields.get("idp")).filter(|idp| !idp.is_empty()).unwrap_or("generic");
        idp.clone_into(&mut self.idp);
    }

    /// Takes in the optional settings.
    pub(super) fn take_settings(&mut self, fields: &Fields) {
        let lines = |name| fields.lines(name).map(Value::from).collect::<Vec<_>>();
        let document = &mut self.document;
        put(document, "protected_users", lines("protected_users").into());
        put(document, "origins", lines("origins").into());
        let pairs = |name| {
            let read = |line: &str| {
                let (key, value) = line.rsplit_once(':').unwrap_or((line, ""));
                (key.trim().to_owned(), value.trim().to_owned())
            };
            fields.lines(name).map(read).collect::<Vec<_>>()
        };
        let limits = pairs("limits").into_iter().map(|(key, value)| (key, value.into())).collect();
        put(document, "limits", Value::Object(limits));
        let number = |text: String| text.parse::<u64>().map_or(Value::from(text), Value::from);
        let least = pairs("keep_at_least").into_iter().map(|(key, value)| (key, number(value))).collect();
        put(document, "keep_at_least", Value::Object(least));
    }

    /// Takes in the user schema: which fields are required here, further values, further roles.
    pub(super) fn take_schema(&mut self, fields: &Fields, app: &Value) {
        let mut extensions = Map::new();
        for field in app["fields"].as_array().into_iter().flatten() {
            let name = field["name"].as_str().unwrap_or_default();
            let required = field["required"] != true && fields.has(&format!("required.{name}"));
            let labels: Map<String, Value> = fields
                .lines(&format!("labels.{name}"))
                .map(|line| {
                    let (value, label) = line.split_once('=').unwrap_or((line, line));
                    (value.trim().to_owned(), label.trim().into())
                })
                .collect();
            if required || !labels.is_empty() {
                let mut extension = json!({"type": field["type"], "required": required});
                put(&mut extension, "labels", Value::Object(labels));
                extensions.insert(name.to_owned(), extension);
            }
        }
        let mut roles = Map::new();
        let all = |name| fields.all(name).collect::<Vec<_>>();
        let (ids, labels, ranks, others) =
            (all("role.id"), all("role.label"), all("role.rank"), all("role.incompatible"));
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
            let at = |list: &[&str]| list.get(index).copied().unwrap_or_default().to_owned();
            let label = Some(at(&labels)).filter(|label| !label.is_empty()).unwrap_or_else(|| (*id).to_owned());
            let mut role = json!({"label": label});
            let rank = at(&ranks);
            if !rank.is_empty() {
                role["rank"] = rank.parse::<i64>().map_or(Value::from(rank), Value::from);
            }
            let incompatible: Vec<Value> =
                at(&others).split(',').map(str::trim).filter(|text| !text.is_empty()).map(Value::from).collect();
            put(&mut role, "incompatible", incompatible.into());
            roles.insert((*id).to_owned(), role);
        }
        let mut schema = json!({});
        put(&mut schema, "fields", Value::Object(extensions));
        put(&mut schema, "roles", Value::Object(roles));
        put(&mut self.document, "user_schema", schema);
    }

    /// What each part says, for two that were written at once: the names of those that differ, with both values.
    pub(super) fn differences(&self, other: &Self) -> Vec<Value> {
        let none = Map::new();
        let (mine, theirs) = (self.document.as_object().unwrap_or(&none), other.document.as_object().unwrap_or(&none));
        let mut names: Vec<&String> = mine.keys().chain(theirs.keys()).collect();
        names.sort();
        names.dedup();
        let shown = |part: Option<&Value>| match part {
            None => "(nothing)".to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(value) => serde_json::to_string_pretty(value).unwrap_or_default(),
        };
        let differing = names.into_iter().filter(|name| mine.get(*name) != theirs.get(*name));
        let told = differing
            .map(|name| json!({"name": name, "mine": shown(mine.get(name)), "theirs": shown(theirs.get(name))}));
        told.chain(
            (self.idp != other.idp)
                .then(|| json!({"name": "identity provider", "mine": self.idp, "theirs": other.idp})),
        )
        .collect()
    }
}

/// Writes a part of a document; what is empty is left out.
pub(super) fn put(document: &mut Value, name: &str, value: Value) {
    let empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    if let Some(object) = document.as_object_mut() {
        if empty {
            object.remove(name);
        } else {
            object.insert(name.to_owned(), value);
        }
    }
}

/// An id for a name, as [`crate::contract::IntegrationId`] wants it.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'ä' | 'á' | 'à' | 'â' | 'å' | 'ã' => slug.push('a'),
            'é' | 'è' | 'ê' | 'ë' => slug.push('e'),
            'ö' | 'ó' | 'ò' | 'ô' | 'ø' | 'õ' => slug.push('o'),
            'ü' | 'ú' | 'ù' | 'û' => slug.push('u'),
            'í' | 'ì' | 'î' | 'ï' => slug.push('i'),
            'ç' => slug.push('c'),
            'ñ' => slug.push('n'),
            'ß' => slug.push_str("ss"),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug: String = slug.trim_end_matches('-').chars().take(56).collect();
    if slug.is_empty() { "integration".to_owned() } else { slug }
}

/// An answer of the API that the page tells beside the form, or trouble.
///
/// # Errors
/// When it is nothing that the form could be corrected for.
pub(super) fn told(error: ApiError) -> Result<String, Trouble> {
    let correctable = error.status.is_client_error() && error.status != 401 && error.status != 403;
    if correctable { Ok(error.message) } else { Err(error.into()) }
}

/// A page of the steps.
pub(super) fn show(visitor: &Visitor, page: &str, sheet: &Sheet, mut content: Value) -> Response {
    content["nav"] = "integrations".into();
    content["document"] = sheet.document.clone();
    content["idp"] = sheet.idp.clone().into();
    content["version"] = sheet.version.clone().into();
    // One whose test has not passed yet is still being created.
    content["creating"] = (!matches!(sheet.target, Target::Integration(_)) || sheet.stage == "draft").into();
    content["is_new"] = (!matches!(sheet.target, Target::Integration(_))).into();
    for step in ["app", "account", "settings", "schema", "test"] {
        content["at"][step] = sheet.target.page(step).into();
    }
    if let Target::Draft(id) = &sheet.target {
        content["draft"] = id.clone().into();
    }
    if let Target::Integration(id) = &sheet.target {
        content["id"] = id.clone().into();
        content["at"]["test"] = format!("/console/integrations/{}/test", part(id)).into();
    }
    visitor.show(page, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_id() {
        for (name, id) in [
            ("Acme on Boardly", "acme-on-boardly"),
            ("  Müller & Söhne (EU) ", "muller-sohne-eu"),
            ("日本", "integration"),
            ("--x--", "x"),
        ] {
            assert_eq!(slug(name), id);
            assert!(id.parse::<crate::contract::IntegrationId>().is_ok());
        }
        assert!(slug(&"long ".repeat(50)).len() <= 56);
    }

    #[test]
    fn forms_write_only_what_was_typed() {
        let mut sheet = Sheet::empty();
        sheet.take_app(&Fields::read(b"name=Acme&app=boardly&param.boardly.workspace=acme&param.boardly.other=&param.ledgerly.x=y&base_url=&idp=okta"));
        assert_eq!(sheet.document["params"], json!({"workspace": "acme"}));
        assert_eq!((sheet.document.get("base_url"), sheet.idp.as_str()), (None, "okta"));
        sheet.take_settings(&Fields::read(
            b"protected_users=a%0D%0A%0D%0Ab&limits=users.disable:+20/h&keep_at_least=owner:1",
        ));
        assert_eq!(sheet.document["protected_users"], json!(["a", "b"]));
        assert_eq!(sheet.document["limits"], json!({"users.disable": "20/h"}));
        assert_eq!(sheet.document["keep_at_least"], json!({"owner": 1}));
        let app = json!({"fields": [{"name": "team", "type": "enum", "required": false}]});
        let typed = b"required.team=on&labels.team=x+%3D+Team+X&role.id=auditor&role.label=Auditor&role.rank=3&role.incompatible=owner,+admin";
        sheet.take_schema(&Fields::read(typed), &app);
        assert_eq!(
            sheet.document["user_schema"],
            json!({"fields": {"team": {"type": "enum", "required": true, "labels": {"x": "Team X"}}},
                "roles": {"auditor": {"label": "Auditor", "rank": 3, "incompatible": ["owner", "admin"]}}})
        );
        sheet.take_schema(&Fields::read(b""), &app);
        assert_eq!(sheet.document.get("user_schema"), None);
    }
}
