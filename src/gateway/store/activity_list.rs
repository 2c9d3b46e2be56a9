//! The activity logs of all integrations and of the house as one list, newest first.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use super::activity::{Entry, entry};
use super::error::StoreError;
use crate::contract::IntegrationId;

/// An entry, and in whose log it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedEntry {
    /// The integration; `None`: the house.
    pub integration: Option<String>,
    /// The entry.
    pub entry: Entry,
}

/// Whose logs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whose {
    /// All.
    #[default]
    All,
    /// Those of all integrations.
    Integrations,
    /// That of an integration.
    Integration(IntegrationId),
    /// That of the house: people, sessions.
    House,
}

/// Which entries.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whose logs.
    pub whose: Whose,
    /// Only what that one did.
    pub actor: Option<String>,
    /// Only what is called so, such as `sync`.
    pub event: Option<String>,
    /// Only what ended so.
    pub outcome: Option<String>,
    /// Not before, in milliseconds since 1970.
    pub since: Option<i64>,
    /// Before, in milliseconds since 1970.
    pub until: Option<i64>,
    /// Only those after this one in the list.
    pub before: Option<Place>,
    /// So many at most.
    pub most: i64,
}

/// The place of an entry in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The integration; empty for the house, which comes after all integrations at the same time.
    pub integration: String,
    /// Its number in its log.
    pub number: i64,
}

impl ListedEntry {
    /// Its place in the list.
    pub fn place(&self) -> Place {
        let integration = self.integration.clone().unwrap_or_default();
        Place { at: self.entry.at.as_millisecond(), integration, number: self.entry.number }
    }
}

/// The entries that a filter lets through, newest first. At the same time, those of integrations come before those of the
/// house.
///
/// # Errors
/// When the database fails.
pub async fn page(db: &mut AnyConnection, filter: &Filter) -> Result<Vec<ListedEntry>, StoreError> {
    let mut all = Vec::new();
    if filter.whose != Whose::House {
        all = of(db, filter, "activity", "integration").await?;
    }
    if matches!(filter.whose, Whose::All | Whose::House) {
        let house = of(db, filter, "house_activity", "house").await?;
        all.extend(house.into_iter().map(|listed| ListedEntry { integration: None, ..listed }));
    }
    // Stable: within one table the database has put them in order.
    all.sort_by_key(|listed| std::cmp::Reverse(listed.entry.at));
    all.truncate(usize::try_from(filter.most).unwrap_or(usize::MAX));
    Ok(all)
}

async fn of(
    db: &mut AnyConnection,
    filter: &Filter,
    table: &str,
    column: &str,
) -> Result<Vec<ListedEntry>, StoreError> {
    let house = table == "house_activity";
    let mut terms = vec!["at >= $2".to_owned(), "at < $3".to_owned()];
    let mut values: Vec<String> = Vec::new();
    let mut one = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            values.push(value.clone());
            terms.push(format!("{name} = ${}", values.len() + 5));
        }
    };
    if let Whose::Integration(id) = &filter.whose {
        one(column, &Some(id.to_string()));
    }
    one("actor", &filter.actor);
    one("event", &filter.event);
    one("outcome", &filter.outcome);
    // Those of the house come after those of integrations at the same time.
    let end = Place { at: i64::MAX, integration: String::new(), number: 0 };
    let before = filter.before.as_ref().unwrap_or(&end);
    match (house, before.integration.is_empty()) {
        (true, true) => terms.push("(at, number) < ($4, $5)".to_owned()),
        (true, false) => terms.push("at <= $4 AND $5 >= 0".to_owned()),
        (false, true) => terms.push("at < $4 AND $5 >= 0".to_owned()),
        (false, false) => {
            values.push(before.integration.clone());
            terms.push(format!("(at, {column}, number) < ($4, ${}, $5)", values.len() + 5));
        }
    }
    let statement = format!(
        "SELECT {column} AS whose, number, at, actor, event, target, outcome, detail, hash FROM {table} WHERE {} \
         ORDER BY at DESC, {column} DESC, number DESC LIMIT $1",
        terms.join(" AND ")
    );
    let mut query = sqlx::query(AssertSqlSafe(statement))
        .bind(filter.most)
        .bind(filter.since.unwrap_or(i64::MIN))
        .bind(filter.until.unwrap_or(i64::MAX))
        .bind(before.at)
        .bind(before.number);
    for value in &values {
        query = query.bind(value.as_str());
    }
    query.fetch_all(db).await?.iter().map(listed).collect()
}

fn listed(row: &AnyRow) -> Result<ListedEntry, StoreError> {
    Ok(ListedEntry { integration: Some(row.try_get("whose")?), entry: entry(row)? })
}
