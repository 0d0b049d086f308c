//! The contract of stores, on PostgreSQL.

use async_trait::async_trait;
use desk::store::{Hand, StoreFault};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};
use store_contract::{Clause, Place, clauses, contract};
use store_postgres::PostgresStore;

/// Distinguishes the schemas of one test run.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A schema of its own in the test database.
struct Schema {
    server: String,
    name: String,
    /// What a connection is set to before the store says otherwise: `-c NAME=VALUE`, as in an address.
    settings: &'static str,
}

impl Schema {
    async fn new() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let Ok(server) = std::env::var("PLACET_TEST_POSTGRES") else {
            return Err(
                "PLACET_TEST_POSTGRES is not set: run the tests through `cargo xtask test`, which starts \
                        PostgreSQL"
                    .into(),
            );
        };
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = Schema {
            server,
            name: format!("placet_contract_{}_{number}", std::process::id()),
            settings: "",
        };
        let name = &schema.name;
        // An earlier run with the same process number may have been broken off.
        schema
            .run(&format!(
                "DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}"
            ))
            .await?;
        Ok(schema)
    }

    fn url(&self) -> String {
        let joint = if self.server.contains('?') { '&' } else { '?' };
        format!(
            "{}{joint}options={}-c%20search_path%3D{}",
            self.server, self.settings, self.name
        )
    }

    async fn run(&self, sql: &str) -> Result<(), String> {
        let text = |error: sqlx::Error| format!("{}: {error}", self.server);
        let mut connection = PgConnection::connect(&self.server).await.map_err(text)?;
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
            .execute(&mut connection)
            .await
            .map_err(text)?;
        connection.close().await.map_err(text)
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        let sql = format!("DROP SCHEMA {} CASCADE", self.name);
        // In the clause's own runtime, whose threads the drop may hold: stores still open must let go meanwhile.
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(self.run(&sql)))
            .unwrap_or_else(|problem| eprintln!("the schema stays behind: {problem}"));
    }
}

#[async_trait]
impl Place for Schema {
    type Opened = PostgresStore;

    async fn open(&self, hand: Hand) -> Result<PostgresStore, StoreFault> {
        PostgresStore::connect(&self.url(), hand).await
    }

    async fn close(&self, store: &PostgresStore) -> Result<(), StoreFault> {
        store.close().await
    }

    async fn age(&self) -> Result<(), String> {
        self.run(&format!(
            "UPDATE {}.meta SET value = value + 1 WHERE name = 'schema'",
            self.name
        ))
        .await
    }

    async fn spoil_views(&self) -> Result<(), String> {
        self.run(&format!(
            "SET search_path = {}; \
             INSERT INTO document (stream, version, body) VALUES ('note/stray', 1, '\\x00'); \
             INSERT INTO view_row (view, scope, key, sort, body) VALUES ('tally', 'stray', 'k', 's', '\\x00'); \
             UPDATE counter SET n = n + 1",
            self.name
        ))
        .await
    }
}

contract!(Schema::new().await?);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_at_once_make_the_tables_once() -> Clause {
    let schema = Schema::new().await?;
    let (one, two, three) = tokio::join!(
        schema.open(store_contract::hand()?),
        schema.open(store_contract::hand()?),
        schema.open(store_contract::hand()?),
    );
    for store in [one?, two?, three?] {
        store.close().await?;
    }
    clauses::positions_follow_without_gaps(&schema).await
}

/// Whatever an operator's server or address says, an answer means that the fact is on disk: every fact is written by a connection that
/// waits for that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn facts_are_on_disk_when_they_are_answered_whatever_the_default_is() -> Clause {
    let mut schema = Schema::new().await?;
    schema.settings = "-c%20synchronous_commit%3Doff%20";
    let prepared = schema.open(store_contract::hand()?).await?;
    schema.close(&prepared).await?;
    let name = &schema.name;
    schema
        .run(&format!(
            "CREATE FUNCTION {name}.waits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF current_setting('synchronous_commit') <> 'on' THEN \
             RAISE EXCEPTION 'synchronous_commit is %', current_setting('synchronous_commit'); \
             END IF; RETURN NEW; END $$; \
             CREATE TRIGGER waits BEFORE INSERT ON {name}.fact FOR EACH ROW EXECUTE FUNCTION {name}.waits()"
        ))
        .await?;
    clauses::positions_follow_without_gaps(&schema).await
}
