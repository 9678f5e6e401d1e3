package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.PARTNERSTACK;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.text;

import dev.interlock.match.MatchKey;
import dev.interlock.plan.Decision;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Staged;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how fast pages of new entities are saved, looked up and loaded, and prints it. Arguments: number of pages, and
 * {@code postgresql} for the tests' own server instead of a temporary H2 file.
 */
final class SpeedOfSaving {

    private static final int PAGE = 2_000;
    private static final AtomicLong SERIAL = new AtomicLong();

    private SpeedOfSaving() {}

    public static void main(String[] arguments) throws IOException {
        int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path folder = Files.createTempDirectory("speed");
        boolean postgres = arguments.length > 1 && arguments[1].equals("postgresql");
        String url = postgres ? TestPostgres.freshSchema() : "jdbc:h2:file:" + folder.resolve("store");
        try (JdbcStagingStore store = JdbcStagingStore.open(url, TestPostgres.USER, TestPostgres.PASSWORD)) {
            long saving = 0;
            long reading = 0;
            for (int page = 0; page < pages; page++) {
                List<Staged> entities = page();
                long start = now();
                store.inTransaction(stage -> {
                    stage.save(entities);
                    return true;
                });
                long saved = now();
                List<RecordKey> keys = new ArrayList<>();
                List<MatchKey> matchKeys = new ArrayList<>();
                entities.forEach(each -> each.plan().shadows().values().forEach(shadow -> keys.add(shadow.key())));
                entities.forEach(each -> matchKeys.addAll(each.keys()));
                store.inTransaction(stage -> {
                    Map<RecordKey, EntityId> found = stage.entities(keys);
                    stage.candidates(matchKeys);
                    return stage.dossiers(found.values().stream().distinct().toList());
                });
                long read = now();
                saving += saved - start;
                reading += read - saved;
                System.out.printf(
                        "page %d: saved in %d ms, read in %d ms%n",
                        page, (saved - start) / 1_000_000, (read - saved) / 1_000_000);
            }
            System.out.printf(
                    "%d entities: %.0f saved a second, %.0f read a second%n",
                    pages * PAGE, pages * PAGE * 1e9 / saving, pages * PAGE * 1e9 / reading);
            long start = now();
            String counts = store.inTransaction(stage -> stage.countLive(SALESFORCE, Sample.PARTNER) + " live, "
                    + stage.countEntities() + ", open " + stage.countOpen(HUBSPOT));
            System.out.println(counts);
            System.out.println("counted in " + Duration.ofNanos(now() - start).toMillis() + " ms");
        }
    }

    /** Processor time of this thread: what the machine does besides does not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Staged> page() {
        List<Staged> page = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            page.add(entity(SERIAL.incrementAndGet()));
        }
        return page;
    }

    private static Staged entity(long serial) {
        // Ids that grow with time, as systems give them out, and as entities should have them: see the package's
        // description.
        String id = "0198f3a2-%04x-7%03x-8000-%012x"
                .formatted(serial >> 12, serial & 0xfff, serial * 2654435761L & 0xffffffffffffL);
        Map<String, FieldValue> values = new LinkedHashMap<>();
        List<Decision> decisions = new ArrayList<>();
        Sample sample = Sample.partner(id);
        for (int field = 0; field < 10; field++) {
            FieldValue value = text("value of field " + field + " of " + id.substring(0, 8));
            values.put("field" + field, value);
            sample = sample.with("field" + field, value);
            decisions.add(new Decision("field" + field, "D3", "salesforce", Optional.empty(), Optional.of(value)));
        }
        return sample.in(
                        Sample.shadow(SALESFORCE, "0015e00000%08d".formatted(serial), values),
                        Sample.shadow(HUBSPOT, "%011d".formatted(30_000_000_000L + serial * 17), values),
                        Sample.shadow(
                                PARTNERSTACK, "part_%012x".formatted(serial * 2654435761L & 0xffffffffffffL), values))
                .writing(SALESFORCE, "x")
                .writing(write(sample, values, HUBSPOT), write(sample, values, PARTNERSTACK))
                .keyed(Sample.email(id + "@example.org"), new MatchKey(Sample.PARTNER, "name+country", "acme " + id))
                .deciding(decisions.toArray(Decision[]::new))
                .staged();
    }

    private static dev.interlock.plan.Write write(
            Sample sample, Map<String, FieldValue> values, dev.interlock.record.SystemId system) {
        return new dev.interlock.plan.Write(
                sample.golden().id(), Sample.PARTNER, system, dev.interlock.plan.Write.Kind.CREATE, values, Map.of());
    }
}
