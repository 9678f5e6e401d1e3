package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 acknowledged is on disk, however the process ends. Power loss is not covered. */
class KillTest {

    private static final int[] KILLED_AFTER = {1, 7, 60, 23};

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_missing_after_the_process_was_killed() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=2000";
        List<EntityId> acknowledged = new ArrayList<>();
        for (int round = 0; round < KILLED_AFTER.length; round++) {
            acknowledged.addAll(killedAfter(KILLED_AFTER[round], url, "round" + round));
            try (JdbcStagingStore store = JdbcStagingStore.open(url, "sa", "secret")) {
                Map<EntityId, Dossier> there = store.inTransaction(stage -> stage.dossiers(acknowledged));
                assertThat(there).containsOnlyKeys(acknowledged);
                assertThat(there.values()).allMatch(KillTest::isWhole);
                assertThat(store.verifyAudit()).isInstanceOf(AuditVerdict.Intact.class);
                long live = store.inTransaction(stage -> stage.countLive(SALESFORCE, PARTNER));
                assertThat(live).isGreaterThanOrEqualTo(acknowledged.size());
            }
        }
    }

    private static boolean isWhole(Dossier dossier) {
        return dossier.shadows().containsKey(SALESFORCE) && dossier.pending().containsKey(HUBSPOT);
    }

    /** Runs the child until it acknowledged so many; what it managed to say before it died counts as well. */
    private static List<EntityId> killedAfter(int count, String url, String name)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        url,
                        "sa",
                        "secret",
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<EntityId> acknowledged = new ArrayList<>();
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(new EntityId(line.substring("saved ".length())));
                if (acknowledged.size() == count) {
                    // Through the handle, because the process itself would close the stream that is still to be read.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor()).isNotZero();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(count);
        return acknowledged;
    }
}
