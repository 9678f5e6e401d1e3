package dev.interlock.store;

import java.time.InstantSource;

/** The contract, in PostgreSQL. */
class PostgreSqlTest extends StagingStoreContract {

    @Override
    JdbcStagingStore open(InstantSource clock) {
        return JdbcStagingStore.open(TestPostgres.freshSchema(), TestPostgres.USER, TestPostgres.PASSWORD, clock);
    }
}
