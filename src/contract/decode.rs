//! From bytes to a [`Job`], with messages that say what to write instead.

use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::job::{JOB_SCHEMA, Job};
use super::json::{self, JsonError};
use super::{ErrorKind, IntegrationId, nearest, shorten};

/// The most bytes a job may have. Larger ones are refused before they are parsed.
pub const MAX_JOB_BYTES: usize = 1024 * 1024;

/// A job that cannot be taken, with what could be read of its address so that a result can still be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DecodeError {
    /// `invalid_job`.
    pub kind: ErrorKind,
    /// What is wrong and what to write instead.
    pub message: String,
    /// The job's id, if it could be read.
    pub job_id: Option<Uuid>,
    /// The job's integration, if it could be read.
    pub integration: Option<IntegrationId>,
}

const JOB_FIELDS: &[&str] = &[
    "schema",
    "job_id",
    "integration",
    "action",
    "user",
    "role",
    "group",
    "asset",
    "match",
    "grants",
    "options",
    "mode",
    "not_after",
    "origin",
];
const OPTION_FIELDS: &[&str] = &["on_exists", "on_missing", "fields", "evidence", "watch"];
const GRANT_FIELDS: &[&str] = &["roles", "groups", "assets"];
const ORIGIN_FIELDS: &[&str] = &["source", "actor", "request_id", "traceparent"];

/// Reads a job. An unknown field is refused (a mistyped `mode: plan` must never run), except names that start with
/// `x_`, which are ignored. A field that may be left out may also be `null`. A byte order mark is passed over.
///
/// # Errors
/// When the bytes are not JSON in UTF-8, not of this version, hold a key twice, an unknown field, or a value of the wrong
/// type.
pub fn decode_job(bytes: &[u8]) -> Result<Job, DecodeError> {
    read_job(bytes).map_err(|mut error| {
        // It repeats what the job says, which may be a megabyte.
        shorten(&mut error.message);
        error
    })
}

fn read_job(bytes: &[u8]) -> Result<Job, DecodeError> {
    let bare = |message: String| DecodeError { kind: ErrorKind::InvalidJob, message, job_id: None, integration: None };
    if bytes.len() > MAX_JOB_BYTES {
        return Err(bare(format!("the job has {} bytes; at most {MAX_JOB_BYTES} are taken", bytes.len())));
    }
    let value = json::read(bytes).map_err(|error| match error {
        // Which of the two values was meant is not known; whose job it is mostly is.
        JsonError::Twice { .. } => twice(bytes, &error),
        JsonError::Syntax(_) => bare(format!("the job is {error}")),
        JsonError::Encoding { .. } => bare(format!("the job cannot be read: {error}")),
    })?;
    let Value::Object(mut map) = value else {
        return Err(bare("the job is not a JSON object; it starts with `{\"schema\": \"idlcm.job/1\", …`".to_owned()));
    };
    let (job_id, integration) = (id_in(&map), integration_in(&map));
    let error = |message: String| DecodeError {
        kind: ErrorKind::InvalidJob,
        message,
        job_id,
        integration: integration.clone(),
    };

    match map.get("schema") {
        Some(Value::String(version)) if version == JOB_SCHEMA => {}
        Some(other) => return Err(error(format!("`schema` is {other}; this version reads `{JOB_SCHEMA}`"))),
        None => return Err(error(format!("`schema` is missing; write \"schema\": \"{JOB_SCHEMA}\""))),
    }
    only_known(&mut map, "", JOB_FIELDS).map_err(error)?;
    for (name, known) in [("options", OPTION_FIELDS), ("grants", GRANT_FIELDS), ("origin", ORIGIN_FIELDS)] {
        if let Some(Value::Object(inner)) = map.get_mut(name) {
            only_known(inner, name, known).map_err(error)?;
        }
    }
    let map = without_nulls(map);
    let job: Job = serde_path_to_error::deserialize(Value::Object(map)).map_err(|e| {
        let path = e.path().to_string();
        let inner = e.into_inner();
        error(if path == "." { inner.to_string() } else { format!("`{path}`: {inner}") })
    })?;
    if let Some(grants) = &job.grants {
        for (name, change) in [("roles", &grants.roles), ("groups", &grants.groups), ("assets", &grants.assets)] {
            let Some(change) = change else { continue };
            if change.set.is_some() && !(change.add.is_empty() && change.remove.is_empty()) {
                return Err(error(format!(
                    "`grants.{name}` holds `set` beside `add` or `remove`; write either the whole set or the changes"
                )));
            }
            if let Some(both) = change.add.iter().find(|value| change.remove.contains(value)) {
                return Err(error(format!("`grants.{name}` both adds and removes `{both}`")));
            }
        }
    }
    Ok(job)
}

fn id_in(job: &Map<String, Value>) -> Option<Uuid> {
    job.get("job_id")?.as_str()?.parse().ok()
}

fn integration_in(job: &Map<String, Value>) -> Option<IntegrationId> {
    job.get("integration")?.as_str()?.parse().ok()
}

/// The id of a job, if it stands there once.
#[derive(Default, Deserialize)]
struct OnlyId {
    job_id: Option<Uuid>,
}

/// The integration of a job, if it stands there once.
#[derive(Default, Deserialize)]
struct OnlyIntegration {
    integration: Option<IntegrationId>,
}

/// The error for a job with a key twice. It is answered where it says only once whose it is.
fn twice(bytes: &[u8], error: &JsonError) -> DecodeError {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    DecodeError {
        kind: ErrorKind::InvalidJob,
        message: format!("the job says two things: {error}"),
        job_id: serde_json::from_slice::<OnlyId>(bytes).unwrap_or_default().job_id,
        integration: serde_json::from_slice::<OnlyIntegration>(bytes).unwrap_or_default().integration,
    }
}

/// `null` is nothing said, wherever something has a default: the attributes of a subject are left as they are.
fn without_nulls(mut job: Map<String, Value>) -> Map<String, Value> {
    let said = |map: &mut Map<String, Value>| map.retain(|_, value| !value.is_null());
    said(&mut job);
    for name in ["options", "grants", "origin"] {
        let Some(Value::Object(inner)) = job.get_mut(name) else { continue };
        said(inner);
        for change in inner.values_mut().filter_map(Value::as_object_mut) {
            said(change);
        }
    }
    job
}

fn only_known(map: &mut Map<String, Value>, place: &str, known: &[&str]) -> Result<(), String> {
    map.retain(|name, _| !name.starts_with("x_"));
    let prefix = if place.is_empty() { String::new() } else { format!("{place}.") };
    for name in map.keys() {
        if !known.contains(&name.as_str()) {
            let hint = match nearest(name, known.iter().copied()) {
                Some(near) => format!("did you mean `{prefix}{near}`?"),
                None => format!("known here: {}; a name of your own starts with `x_`", known.join(", ")),
            };
            return Err(format!("unknown field `{prefix}{name}`; {hint}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> Result<Job, DecodeError> {
        decode_job(text.as_bytes())
    }

    const ID: &str = "5f0c2e1e-53bb-4f44-9a0e-6f1f6f4f5a10";

    fn job(rest: &str) -> String {
        format!(r#"{{"schema":"idlcm.job/1","job_id":"{ID}","integration":"acme","action":"users.create"{rest}}}"#)
    }

    #[test]
    fn a_mistyped_mode_is_refused_with_a_suggestion() {
        let error = decode(&job(r#","moed":"plan""#)).unwrap_err();
        assert_eq!(error.message, "unknown field `moed`; did you mean `mode`?");
        assert_eq!(error.job_id, Some(ID.parse().unwrap()));
        assert_eq!(error.integration, Some("acme".parse().unwrap()));
    }

    #[test]
    fn names_of_the_senders_own_are_ignored() {
        decode(&job(r#","x_ticket":"T-1","options":{"x_note":1}"#)).unwrap();
    }

    #[test]
    fn a_nested_mistake_names_its_place() {
        let error = decode(&job(r#","options":{"on_exist":"fail"}"#)).unwrap_err();
        assert_eq!(error.message, "unknown field `options.on_exist`; did you mean `options.on_exists`?");
        let error = decode(&job(r#","options":{"on_exists":"explode"}"#)).unwrap_err();
        assert!(error.message.starts_with("`options.on_exists`: unknown variant `explode`"), "{}", error.message);
    }

    #[test]
    fn other_versions_are_refused() {
        let error = decode(r#"{"schema":"idlcm.job/2"}"#).unwrap_err();
        assert_eq!(error.message, "`schema` is \"idlcm.job/2\"; this version reads `idlcm.job/1`");
    }

    #[test]
    fn an_unknown_action_is_refused_with_the_nearest() {
        let error = decode(&job("").replace("users.create", "user.create")).unwrap_err();
        assert!(error.message.contains("did you mean `users.create`?"), "{}", error.message);
    }

    #[test]
    fn a_key_that_stands_there_twice_is_refused_and_the_sender_is_still_known() {
        let error = decode(&job(r#","mode":"plan","x_n":1,"mo\u0064e":"run""#)).unwrap_err();
        assert!(error.message.starts_with("the job says two things: `mode` stands there twice"), "{error}");
        assert_eq!((error.job_id, error.integration.unwrap().as_str()), (Some(ID.parse().unwrap()), "acme"));
        for nested in [
            r#","user":{"email":"a","email":"b"}"#,
            r#","options":{"evidence":"never","evidence":"always"}"#,
            r#","grants":{"roles":{"set":["a"],"set":["b"]}}"#,
            r#","x_note":[{"a":1,"a":1}]"#,
        ] {
            assert!(decode(&job(nested)).unwrap_err().message.contains("stands there twice"), "{nested}");
        }
    }

    #[test]
    fn a_job_with_two_ids_belongs_to_neither() {
        let other = ID.replace('5', "6");
        let error = decode(&job(&format!(r#","mode":"run","mode":"run","job_id":"{other}""#))).unwrap_err();
        assert_eq!((error.job_id, error.integration.unwrap().as_str()), (None, "acme"));
        assert_eq!(decode(&job(r#","integration":"beta""#)).unwrap_err().integration, None);
    }

    #[test]
    fn null_is_the_default() {
        let nulls =
            r#","user":null,"match":null,"grants":null,"options":null,"mode":null,"not_after":null,"origin":null"#;
        assert_eq!(decode(&job(nulls)).unwrap(), decode(&job("")).unwrap());
        let inner = r#","options":{"on_exists":null,"on_missing":null,"fields":null,"evidence":null},
            "grants":{"roles":{"set":null,"add":null,"remove":["a"]},"groups":null},"origin":{"source":null}"#;
        let plain = r#","grants":{"roles":{"remove":["a"]}},"origin":{}"#;
        assert_eq!(decode(&job(inner)).unwrap(), decode(&job(plain)).unwrap());
        let error = decode(&job("").replace("\"acme\"", "null")).unwrap_err();
        assert!(error.message.contains("missing field `integration`"), "{error}");
    }

    #[test]
    fn null_as_an_attribute_stays() {
        let read = decode(&job(r#","user":{"email":"a","name":null}"#)).unwrap();
        assert_eq!(read.user.unwrap()["name"], Value::Null);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_other_encodings_are_named() {
        assert_eq!(decode(&format!("\u{feff}{}", job(""))).unwrap(), decode(&job("")).unwrap());
        let error = decode(&format!("\u{feff}{}", job(r#","mode":null,"mode":null"#))).unwrap_err();
        assert_eq!(error.job_id, Some(ID.parse().unwrap()));
        let wide: Vec<u8> = job("").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let error = decode_job(&wide).unwrap_err();
        assert_eq!(error.message, "the job cannot be read: it is written in UTF-16; send it as UTF-8");
    }

    #[test]
    fn text_that_is_not_json_says_where() {
        assert!(decode("{\n  nope").unwrap_err().message.contains("line 2 column 3"));
    }

    #[test]
    fn a_message_is_short_however_long_what_it_repeats() {
        let long = "x".repeat(900_000);
        for text in [
            job(&format!(r#","{long}":1"#)),
            job(&format!(r#","options":{{"{long}":1}}"#)),
            job(&format!(r#","mode":"{long}""#)),
            job(&format!(r#","grants":{{"roles":{{"add":["{long}"],"remove":["{long}"]}}}}"#)),
            job("").replace("idlcm.job/1", &long),
            job("").replace("users.create", &long),
            job("").replace("acme", &long),
            job(&format!(r#","user":{{"{long}":1,"{long}":2}}"#)),
        ] {
            let error = decode(&text).unwrap_err();
            assert!(error.message.len() <= super::super::LONGEST_TOLD, "{} bytes", error.message.len());
        }
    }

    #[test]
    fn deep_json_is_refused_and_does_not_overflow() {
        let deep = "[".repeat(100_000);
        assert!(decode(&deep).unwrap_err().message.contains("recursion limit"));
    }
}
