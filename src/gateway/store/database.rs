//! The database: `SQLite` in a file, or `PostgreSQL` for several gateways. The same statements for both.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Once};
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::migrate::{Migration, MigrationSource, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor as _, SqlStr, Transaction};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;

use super::error::StoreError;
use crate::contract::IntegrationId;

/// The longest wait for a connection.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many connections there are at most.
const CONNECTIONS: u32 = 8;
/// Readers do not wait for the writer; what was committed is on disk when `COMMIT` returns.
const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 20000; \
                       PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -8000";

/// A database that is open. Copies are the same one.
#[derive(Debug, Clone)]
pub struct Database {
    pool: AnyPool,
    kind: Kind,
    /// `SQLite` has one writer; waiting here is in order, waiting for its lock is not.
    turn: Arc<Semaphore>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

impl Database {
    /// Opens `sqlite:///var/lib/idlcm/gateway.db` or `postgres://user:password@host/name`, makes the file if there is
    /// none, and brings the tables up to date.
    ///
    /// # Errors
    /// When the address is none, or nobody answers there.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        static DRIVERS: Once = Once::new();
        DRIVERS.call_once(install_default_drivers);
        let shown = without_password(address);
        let closed = |reason: String| StoreError::Unreachable { address: shown.clone(), reason };
        let (kind, url) = match address.split_once(':') {
            Some(("sqlite", _)) if address.contains('?') => (Kind::Sqlite, address.to_owned()),
            Some(("sqlite", _)) => (Kind::Sqlite, format!("{address}?mode=rwc")),
            Some(("postgres" | "postgresql", _)) => (Kind::Postgres, address.to_owned()),
            _ => return Err(closed("it begins neither with sqlite: nor with postgres:".to_owned())),
        };
        let writers = if kind == Kind::Sqlite { 1 } else { CONNECTIONS as usize / 2 };
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if kind == Kind::Sqlite {
                        connection.execute(PRAGMAS).await?;
                    }
                    Ok(())
                })
            })
            .connect(&url)
            .await
            .map_err(|error| closed(error.to_string()))?;
        let migrator = Migrator::new(Migrations).await.map_err(|error| closed(error.to_string()))?;
        migrator.run(&pool).await.map_err(|error| closed(error.to_string()))?;
        Ok(Self { pool, kind, turn: Arc::new(Semaphore::new(writers)) })
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// When none is free within 20 s.
    pub async fn read(&self) -> Result<PoolConnection<Any>, StoreError> {
        Ok(self.pool.acquire().await?)
    }

    /// A connection for reading what belongs together: all of it is of one moment.
    ///
    /// # Errors
    /// As [`Database::read`].
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        let begin = match self.kind {
            Kind::Sqlite => "BEGIN",
            Kind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(Snapshot(self.pool.begin_with(begin).await?))
    }

    /// A transaction that writes what belongs to an integration: one at a time for each, over all gateways.
    ///
    /// # Errors
    /// When it cannot be begun within 20 s.
    pub async fn write(&self, integration: &IntegrationId) -> Result<Writing, StoreError> {
        let mut writing = self.write_any().await?;
        // The row's lock is held to the end of the transaction, and with it the place in the activity log.
        sqlx::query("UPDATE integrations SET chain_length = chain_length WHERE id = $1")
            .bind(integration.as_str())
            .execute(&mut *writing)
            .await?;
        Ok(writing)
    }

    /// A transaction that makes something new.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub async fn write_any(&self) -> Result<Writing, StoreError> {
        // Closed by nobody.
        let turn = self.turn.clone().acquire_owned().await.map_err(|_| sqlx::Error::PoolClosed)?;
        let begin = if self.kind == Kind::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        Ok(Writing { transaction: self.pool.begin_with(begin).await?, _turn: turn })
    }

    /// Whether several gateways may share it.
    pub fn is_shared(&self) -> bool {
        self.kind == Kind::Postgres
    }

    /// Waits for what is under way and closes it.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// What the database held at one moment.
#[derive(Debug)]
pub struct Snapshot(Transaction<'static, Any>);

impl Deref for Snapshot {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.0
    }
}

impl DerefMut for Snapshot {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.0
    }
}

/// A transaction; undone if it is dropped.
#[derive(Debug)]
pub struct Writing {
    transaction: Transaction<'static, Any>,
    _turn: OwnedSemaphorePermit,
}

impl Writing {
    /// Makes it last.
    ///
    /// # Errors
    /// When it does not: nothing of it stays then.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for Writing {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.transaction
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }
}

/// What made the tables what they are, in order. One that was published is never changed.
const TABLES: [(i64, &str, &str); 5] = [
    (1, "tables", include_str!("migrations/0001.sql")),
    (2, "steps of jobs", include_str!("migrations/0002.sql")),
    (3, "people", include_str!("migrations/0003.sql")),
    (4, "questions and lists", include_str!("migrations/0004.sql")),
    (5, "sign-ins through an identity provider", include_str!("migrations/0005.sql")),
];

#[derive(Debug)]
struct Migrations;

impl<'s> MigrationSource<'s> for Migrations {
    fn resolve(self) -> BoxFuture<'s, Result<Vec<Migration>, sqlx::error::BoxDynError>> {
        let all = TABLES.map(|(number, name, text)| {
            Migration::new(number, name.into(), MigrationType::Simple, SqlStr::from_static(text), false)
        });
        Box::pin(async move { Ok(all.into()) })
    }
}

fn without_password(address: &str) -> String {
    match Url::parse(address) {
        Ok(mut url) if url.password().is_some() => match url.set_password(Some("***")) {
            Ok(()) => url.to_string(),
            Err(()) => "(its address)".to_owned(),
        },
        _ => address.to_owned(),
    }
}
