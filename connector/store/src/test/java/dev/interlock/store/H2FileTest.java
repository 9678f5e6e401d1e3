package dev.interlock.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The contract, in a file. */
class H2FileTest extends StagingStoreContract {

    @TempDir
    Path folder;

    @Override
    JdbcStagingStore open(InstantSource clock) {
        return JdbcStagingStore.open("jdbc:h2:file:" + folder.resolve("store"), "sa", "secret", clock);
    }
}
