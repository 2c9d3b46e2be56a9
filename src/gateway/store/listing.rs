//! Pages of resources for people: searched, sorted, and only those in one state.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row as _};

use super::error::StoreError;
use super::resources::{COLUMNS, Resource, resource};
use crate::contract::{IntegrationId, ResourceKind};

/// Where a resource is on its way, as [`Resource::stage`] says it, of those that are not gone. The index
/// `resources_shown_by_state` has the same words; others would make the database read every row.
const STATE: &str = "(CASE WHEN deleting = 1 THEN 'deleting' \
    WHEN failed_after < generation AND generation <= failed THEN 'failed' \
    WHEN settled < generation AND observed IS NULL THEN 'creating' \
    WHEN settled < generation THEN 'pending' ELSE 'in_sync' END)";

/// The states that there are.
pub const STATES: [&str; 5] = ["in_sync", "creating", "pending", "failed", "deleting"];

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As they were made here.
    #[default]
    Made,
    /// By `userName` or `displayName`.
    Name,
    /// By where they are on their way.
    State,
    /// By when they changed last.
    Changed,
}

impl Order {
    /// The one with that name: `name`, `state` or `changed`; with `-` before it, the other way round, which is `true`.
    pub fn named(name: &str) -> Option<(Self, bool)> {
        let (name, reverse) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
        let order = match name {
            "name" => Self::Name,
            "state" => Self::State,
            "changed" => Self::Changed,
            _ => return None,
        };
        Some((order, reverse))
    }

    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Made => &["id"],
            Self::Name => &["name", "id"],
            Self::State => &[STATE, "id"],
            Self::Changed => &["changed_at", "id"],
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// A part of the name, of the key in the app or of the identity provider's own id, whatever the case.
    pub text: Option<String>,
    /// One of [`STATES`].
    pub state: Option<String>,
    /// In which order.
    pub order: Order,
    /// The other way round.
    pub reverse: bool,
    /// Not the first so many.
    pub skip: i64,
    /// So many at most.
    pub most: i64,
}

/// How many there are of a kind as asked for, and a page of them.
///
/// # Errors
/// When the database fails.
pub async fn page(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    asked: &Asked,
) -> Result<(i64, Vec<Resource>), StoreError> {
    let mut terms = vec!["integration = $1 AND kind = $2 AND deleted = 0 AND acknowledged = 1".to_owned()];
    let mut values = vec![integration.to_string(), kind.plural().to_owned()];
    if let Some(state) = &asked.state {
        values.push(state.clone());
        terms.push(format!("{STATE} = ${}", values.len()));
    }
    if let Some(text) = &asked.text {
        values.push(containing(text));
        let hole = values.len();
        let like = |column: &str| format!("{column} LIKE ${hole} ESCAPE '!'");
        let of = ["name", "LOWER(app_key)", "LOWER(external_id)"].map(like);
        terms.push(format!("({})", of.join(" OR ")));
    }
    let shown = terms.join(" AND ");
    let counting = format!("SELECT COUNT(*) FROM resources WHERE {shown}");
    let total: i64 = bound(&counting, &values).fetch_one(&mut *db).await?.try_get(0)?;
    let way = if asked.reverse { " DESC" } else { "" };
    let order: Vec<String> = asked.order.columns().iter().map(|column| format!("{column}{way}")).collect();
    let order = order.join(", ");
    let (most, skip) = (values.len() + 1, values.len() + 2);
    // The ids first, from an index alone: rows that are skipped are not read.
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE id IN \
         (SELECT id FROM resources WHERE {shown} ORDER BY {order} LIMIT ${most} OFFSET ${skip}) ORDER BY {order}"
    );
    let rows = bound(&statement, &values).bind(asked.most).bind(asked.skip).fetch_all(db).await?;
    Ok((total, rows.iter().map(resource).collect::<Result<_, _>>()?))
}

/// A thousand of all that are not gone, from the one after that id on; the empty id is before all.
///
/// # Errors
/// When the database fails.
pub async fn following(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    after: &str,
) -> Result<Vec<Resource>, StoreError> {
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 AND id > $3 \
         ORDER BY id LIMIT 1000"
    );
    let values = [integration.to_string(), kind.plural().to_owned(), after.to_owned()];
    let rows = bound(&statement, &values).fetch_all(db).await?;
    rows.iter().map(resource).collect()
}

fn bound<'q>(statement: &str, values: &'q [String]) -> Query<'q, Any, AnyArguments> {
    values.iter().fold(sqlx::query(AssertSqlSafe(statement.to_owned())), |query, value| query.bind(value.as_str()))
}

/// A pattern of `LIKE` for whatever contains a text, with `!` before what would mean something there.
pub(super) fn containing(text: &str) -> String {
    let mut pattern = "%".to_owned();
    for sign in text.to_lowercase().chars() {
        if ['%', '_', '!'].contains(&sign) {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern + "%"
}
