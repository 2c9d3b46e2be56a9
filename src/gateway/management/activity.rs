//! What was done, over all integrations and by the people of the house: as a list, as a file, and whether it is whole.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::cursor;
use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use super::jobs::filled;
use crate::gateway::store::activity::{self, Log};
use crate::gateway::store::activity_list::{self, Filter, ListedEntry, Place, Whose};
use crate::gateway::store::{Database, StoreError, integrations};

/// How many entries of a file are read at once.
const AT_ONCE: i64 = 500;
/// The columns of a file of comma-separated values.
const COLUMNS: [&str; 10] =
    ["at", "log", "integration", "number", "actor", "event", "target", "outcome", "detail", "hash"];

/// Which entries.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    /// Only the log of that integration.
    integration: Option<String>,
    /// `integrations` or `house`; default: both.
    log: Option<String>,
    /// Only what that one did.
    actor: Option<String>,
    /// Such as `sync`.
    event: Option<String>,
    /// `asked`, `done`, `failed`, `refused` or `held`.
    outcome: Option<String>,
    /// Not before this time (RFC 3339).
    since: Option<String>,
    /// Before this time (RFC 3339).
    until: Option<String>,
    /// What the page before gave as `next`.
    before: Option<String>,
    /// So many at most. Default 100, at most 1000. A file has all.
    count: Option<i64>,
    /// Of a file: `csv` or `jsonl`. Default: `csv`.
    format: Option<String>,
}

fn wrong(message: String) -> Failure {
    Failure::new(StatusCode::BAD_REQUEST, message)
}

fn time(name: &str, value: Option<String>) -> Result<Option<i64>, Failure> {
    let Some(text) = filled(value) else { return Ok(None) };
    let at: Timestamp = text.parse().map_err(|_| {
        wrong(format!("`{name}` is no time as in 2026-11-29T08:00:00Z, with a `+` of an offset as %2B"))
    })?;
    Ok(Some(at.as_millisecond()))
}

impl Sought {
    async fn filter(self, admin: &Administrator) -> Result<Filter, Failure> {
        let whose = match (filled(self.integration), filled(self.log).as_deref()) {
            (Some(id), None | Some("integrations")) => Whose::Integration(known(admin, &id).await?.id),
            (None, None) => Whose::All,
            (None, Some("integrations")) => Whose::Integrations,
            (None, Some("house")) => Whose::House,
            (_, Some(other)) => {
                return Err(wrong(format!("there is no log `{other}` of that; known: integrations, house")));
            }
        };
        let before = match filled(self.before) {
            Some(cursor) => {
                let (at, rest) = cursor::read(&cursor, 2)?;
                let number = rest[1].parse().map_err(|_| wrong("`before` is not what an answer gave".to_owned()))?;
                Some(Place { at, integration: rest[0].clone(), number })
            }
            None => None,
        };
        let (since, until) = (time("since", self.since)?, time("until", self.until)?);
        let (actor, event, outcome) = (filled(self.actor), filled(self.event), filled(self.outcome));
        let most = self.count.unwrap_or(100).clamp(1, 1000);
        Ok(Filter { whose, actor, event, outcome, since, until, before, most })
    }
}

/// One entry as it is shown.
fn shown(listed: &ListedEntry) -> Value {
    let ListedEntry { integration, entry } = listed;
    json!({"at": entry.at, "log": log(listed), "integration": integration, "number": entry.number, "actor": entry.actor,
        "event": entry.event, "target": entry.target, "outcome": entry.outcome, "detail": entry.detail,
        "hash": entry.hash})
}

fn log(listed: &ListedEntry) -> &'static str {
    if listed.integration.is_some() { "integration" } else { "house" }
}

/// The logs of all integrations and of the house, newest first.
pub(super) async fn all(admin: Administrator, Query(sought): Query<Sought>) -> Result<Json<Value>, Failure> {
    let filter = sought.filter(&admin).await?;
    let mut db = admin.office.database.read().await?;
    let found = activity_list::page(&mut db, &filter).await?;
    let full = i64::try_from(found.len()).is_ok_and(|count| count == filter.most);
    let next = found.last().filter(|_| full).map(|last| {
        let place = last.place();
        cursor::after(last.entry.at, &[&place.integration, &place.number.to_string()])
    });
    Ok(Json(json!({"activity": found.iter().map(shown).collect::<Vec<_>>(), "next": next})))
}

/// How entries stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    JsonLines,
}

/// The same as a file, in pieces: however long the log is, a few hundred entries are held at once.
pub(super) async fn export(admin: Administrator, Query(mut sought): Query<Sought>) -> Result<Response, Failure> {
    let format = match filled(sought.format.take()).as_deref() {
        None | Some("csv") => Format::Csv,
        Some("jsonl") => Format::JsonLines,
        Some(other) => return Err(wrong(format!("there is no format `{other}`; known: csv, jsonl"))),
    };
    let filter = Filter { most: AT_ONCE, ..sought.filter(&admin).await? };
    let database = admin.office.database.clone();
    // The first piece before the answer begins: what fails now can still be told.
    let first = piece(&database, &filter, format, true).await?;
    let pieces = stream::try_unfold((database, Some(first)), move |(database, waiting)| async move {
        let Some((text, next)) = waiting else { return Ok::<_, StoreError>(None) };
        let following = match next {
            Some(filter) => Some(piece(&database, &filter, format, false).await?),
            None => None,
        };
        Ok(Some((text, (database, following))))
    });
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
        Format::JsonLines => ("application/x-ndjson", "jsonl"),
    };
    let name = format!("attachment; filename=\"activity-{}.{ending}\"", Timestamp::now().strftime("%Y-%m-%d"));
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// One piece of a file, and what to ask for to get the next one.
async fn piece(
    database: &Database,
    filter: &Filter,
    format: Format,
    first: bool,
) -> Result<(Bytes, Option<Filter>), StoreError> {
    let mut db = database.read().await?;
    let found = activity_list::page(&mut db, filter).await?;
    let text = match format {
        Format::Csv => csv(&found, first)?,
        Format::JsonLines => {
            found.iter().flat_map(|one| [shown(one).to_string(), "\n".to_owned()]).collect::<String>().into_bytes()
        }
    };
    let full = i64::try_from(found.len()).is_ok_and(|count| count == filter.most);
    let last = found.last().filter(|_| full).map(ListedEntry::place);
    Ok((Bytes::from(text), last.map(|place| Filter { before: Some(place), ..filter.clone() })))
}

fn csv(found: &[ListedEntry], with_names: bool) -> Result<Vec<u8>, StoreError> {
    let unwritable =
        |reason: String| StoreError::Unreadable { what: "an entry of the activity log".to_owned(), reason };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    if with_names {
        writer.write_record(COLUMNS).map_err(|error| unwritable(error.to_string()))?;
    }
    for listed in found {
        let ListedEntry { integration, entry } = listed;
        let (at, number, detail) = (entry.at.to_string(), entry.number.to_string(), entry.detail.to_string());
        let integration = integration.as_deref().unwrap_or_default();
        let cells = [
            at.as_str(),
            log(listed),
            integration,
            &number,
            &entry.actor,
            &entry.event,
            &entry.target,
            &entry.outcome,
            &detail,
            &entry.hash,
        ];
        writer.write_record(cells.map(harmless)).map_err(|error| unwritable(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| unwritable(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula: names come from apps and identity providers, and one that begins like a
/// formula would be run where the file is opened (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("{guard}{cell}")
}

/// Follows the chains of all logs.
pub(super) async fn verify(admin: Administrator) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let mut chains = vec![chain("house", "people", activity::verify(&mut db, Log::House).await?)];
    for row in integrations::all(&mut db).await? {
        chains.push(chain("integration", row.id.as_str(), activity::verify(&mut db, &row.id).await?));
    }
    Ok(Json(json!({"chains": chains})))
}

/// What became of one: whole, or at which entry it is broken.
fn chain(log: &str, whose: &str, followed: Result<i64, i64>) -> Value {
    let (intact, entries, broken_at) = match followed {
        Ok(entries) => (true, entries, None),
        // Those before it are whole.
        Err(number) => (false, number - 1, Some(number)),
    };
    let mut one = json!({"intact": intact, "entries": entries, "broken_at": broken_at});
    one[log] = whose.into();
    one
}
