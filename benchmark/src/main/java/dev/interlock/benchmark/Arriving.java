package dev.interlock.benchmark;

import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Leads as one system shows them, made up in portions, so that a million need no room. */
final class Arriving {

    private static final int PORTION = 10_000;
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> FIELDS =
            List.of("first_name", "last_name", "company", "email", "phone", "city", "country");

    private final SystemId system;
    private final List<String> columns;

    /** @param columns how the system calls the fields of a lead, in order of first and last name, company, e-mail, phone, city, country */
    Arriving(SystemId system, List<String> columns) {
        this.system = system;
        this.columns = List.copyOf(columns);
    }

    /** About half of each portion of leads; the other half is with another system. */
    Iterator<Observation> portions(int from, int count) {
        return IntStream.range(from, from + count)
                .boxed()
                .flatMap(this::portion)
                .iterator();
    }

    static int portionsOf(int records) {
        return Math.max(1, records / PORTION);
    }

    private Stream<Observation> portion(int seed) {
        Leads leads = Leads.made(1_000 + seed, PORTION);
        return leads.rows().stream()
                .filter(row -> row.get(1).equals(system.name()))
                .map(row -> observation(seed, row, leads.columns()));
    }

    private Observation observation(int seed, List<String> row, List<String> names) {
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        for (int at = 0; at < FIELDS.size(); at++) {
            String cell = row.get(names.indexOf(FIELDS.get(at)));
            said.put(columns.get(at), cell.isBlank() ? Optional.empty() : Optional.of(cell));
        }
        RecordKey key = new RecordKey(system, new RecordType("lead"), seed + "-" + row.getFirst());
        return new Observation(key, new Fate.Live(), new RawFields(said), THEN, THEN);
    }
}
