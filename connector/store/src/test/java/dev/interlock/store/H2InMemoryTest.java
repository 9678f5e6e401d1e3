package dev.interlock.store;

import java.time.InstantSource;
import java.util.UUID;

/** The contract, in memory. */
class H2InMemoryTest extends StagingStoreContract {

    @Override
    JdbcStagingStore open(InstantSource clock) {
        return JdbcStagingStore.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", clock);
    }
}
