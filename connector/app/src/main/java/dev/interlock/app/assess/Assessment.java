package dev.interlock.app.assess;

import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the systems hold before anything is brought in step.
 *
 * @param troubles what could not be read, in words
 */
public record Assessment(Instant at, List<Type> types, List<String> troubles) {

    public Assessment {
        types = List.copyOf(types);
        troubles = List.copyOf(troubles);
    }

    /** Whether everything that was asked for could be read. */
    public boolean isWhole() {
        return troubles.isEmpty();
    }

    long records() {
        return types.stream().mapToLong(Type::records).sum();
    }

    /** Everything about one record type. */
    record Type(RecordType type, List<Holding> systems, Doubles doubles) {
        Type {
            systems = List.copyOf(systems);
        }

        long records() {
            return systems.stream().mapToLong(Holding::records).sum();
        }
    }

    /** What one system holds of a type. */
    record Holding(SystemId system, long records, List<Column> fields) {
        Holding {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field in one system.
     *
     * @param filled how many records say something there
     * @param findings what is wrong, by kind; a kind without any is left out
     */
    record Column(String field, long filled, Map<Kind, Finding> findings) {
        Column {
            findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        }

        long count(Kind kind) {
            Finding finding = findings.get(kind);
            return finding == null ? 0 : finding.count();
        }
    }

    /** What can be wrong with a value. */
    enum Kind {
        INVALID("invalid"),
        UNMAPPED("not mapped"),
        MISNAMED("not written by its standard"),
        NOBODY("points at nobody");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Values with the same thing wrong.
     *
     * @param values how many records have each of them, the most frequent first; not all of them
     * @param examples some records that have one
     */
    record Finding(long count, Map<String, Long> values, List<Example> examples) {
        Finding {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            examples = List.copyOf(examples);
        }
    }

    /** One record with a value that something is wrong with. */
    record Example(String id, String value, String why) {}

    /**
     * What is there more than once.
     *
     * @param how by what records were compared
     * @param entities how many different ones there are in all systems together
     * @param groups records that are one
     * @param doubts how many pairs a person would be asked about
     * @param asked some of these
     */
    record Doubles(How how, long entities, List<Group> groups, long doubts, List<Group> asked) {
        Doubles {
            groups = List.copyOf(groups);
            asked = List.copyOf(asked);
        }

        /** The groups of which a system has more than one record. */
        List<Group> within(SystemId system) {
            return groups.stream().filter(group -> group.of(system) > 1).toList();
        }

        /** How many records a system would have less, if each were there once. */
        long tooMany(SystemId system) {
            return within(system).stream()
                    .mapToLong(group -> group.of(system) - 1)
                    .sum();
        }

        /** How many entities both systems have. */
        long shared(SystemId one, SystemId other) {
            return groups.stream()
                    .filter(group -> group.of(one) > 0 && group.of(other) > 0)
                    .count();
        }
    }

    /** By what records of a type are compared. */
    enum How {
        KEYS_AND_WEIGHT("by keys and by weight"),
        KEYS("by keys alone: the record file has no 'weigh'"),
        NOTHING("not compared: the record file has neither keys nor 'weigh' under 'match'");

        private final String words;

        How(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Records that are, or may be, one. */
    record Group(List<Member> members, String why) {
        Group {
            members = List.copyOf(members);
        }

        long of(SystemId system) {
            return members.stream()
                    .filter(member -> member.key().system().equals(system))
                    .count();
        }
    }

    /** One of them. */
    record Member(RecordKey key, String title) {}
}
