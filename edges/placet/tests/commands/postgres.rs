//! An installation whose facts lie in PostgreSQL. `cargo xtask test` starts the server.

use crate::program::{Desk, MACHINE, USAGE};
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// A schema of its own in the tests' server, and its address.
struct Schema {
    server: String,
    name: String,
}

impl Schema {
    async fn new(name: &str) -> Self {
        let server = std::env::var("PLACET_TEST_POSTGRES")
            .expect("PLACET_TEST_POSTGRES is not set: run the tests through `cargo xtask test`");
        let name = format!("placet_command_{}_{name}", std::process::id());
        let schema = Schema { server, name };
        schema.run(&format!("CREATE SCHEMA {}", schema.name)).await;
        schema
    }

    fn address(&self) -> String {
        let joint = if self.server.contains('?') { '&' } else { '?' };
        format!("{}{joint}options=-c%20search_path%3D{}", self.server, self.name)
    }

    async fn remove(self) {
        self.run(&format!("DROP SCHEMA {} CASCADE", self.name)).await;
    }

    async fn run(&self, statement: &str) {
        let mut connection = PgConnection::connect(&self.server).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(statement.to_owned()))
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
    }
}

#[tokio::test]
async fn an_installation_on_postgresql_is_made_once_and_audited() {
    let schema = Schema::new("once").await;
    let address = schema.address();
    let desk = Desk::new();
    desk.init(&["--database", &address]).done();
    assert_eq!(desk.run(&["verify", "data"]).code, 0);
    desk.run(&["backup", "data", "copy"])
        .failed(USAGE, &["PostgreSQL", "pg_dump"]);
    std::fs::remove_dir_all(desk.path("data")).unwrap();
    let again = desk.init(&["--database", &address]);
    assert!(!again.err.contains('@'), "a password is shown: {again:?}");
    again.failed(USAGE, &["facts lie in this database already", "empty"]);
    assert!(desk.names().is_empty());
    schema.remove().await;
}

#[tokio::test]
async fn an_empty_database_is_no_installations() {
    let schema = Schema::new("empty").await;
    let desk = Desk::with_installation();
    desk.run(&["verify", "data", "--database", &schema.address()])
        .failed(MACHINE, &["no facts", "--database"]);
    schema.remove().await;
}
