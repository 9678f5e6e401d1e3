package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one object, found by id, by the value of an indexed field, and in the order of their system stamp. */
final class Table {

    /** A record that does not exist, to ask for the rows on one side of a stamp. */
    private static Row bound(long stamp, int number) {
        return Row.born(number, 0, Map.of(), new Stamps(stamp, 0, stamp, 0, stamp));
    }

    private static final Comparator<Row> BY_STAMP = Comparator.<Row>comparingLong(
                    row -> Math.floorDiv(row.stamps().stamp(), 1000L))
            .thenComparingInt(Row::number);

    private final ObjectType type;
    private final List<@Nullable Row> rows = new ArrayList<>();
    private final NavigableSet<Row> byStamp = new TreeSet<>(BY_STAMP);
    private final Map<String, Postings> indexes = new HashMap<>();
    private int first = 1;

    Table(ObjectType type) {
        this.type = type;
        type.fields().forEach(this::index);
    }

    ObjectType type() {
        return type;
    }

    /** Takes the number for a record that is about to be put. */
    int reserve() {
        rows.add(null);
        return first + rows.size() - 1;
    }

    Optional<Row> at(int number) {
        int place = number - first;
        return place < 0 || place >= rows.size() ? Optional.empty() : Optional.ofNullable(rows.get(place));
    }

    /** The record with this id of 15 or 18 characters, live or deleted. */
    Optional<Row> find(String id) {
        OptionalInt number = Ids.number(type.prefix(), id);
        return number.isEmpty() ? Optional.empty() : at(number.getAsInt());
    }

    String id(Row row) {
        return Ids.text(type.prefix(), row.number());
    }

    /** Puts the row in the place of the version before. */
    void put(Row row) {
        forget(row.number());
        rows.set(row.number() - first, row);
        byStamp.add(row);
        if (row.live()) {
            indexed().forEach(field -> postings(field).add(field.key(row.written(field)), row.number()));
        }
    }

    /** Takes the record away without a trace. */
    void forget(int number) {
        Optional<Row> before = at(number);
        if (before.isEmpty()) {
            return;
        }
        Row row = before.get();
        rows.set(number - first, null);
        byStamp.remove(row);
        if (row.live()) {
            indexed().forEach(field -> postings(field).remove(field.key(row.written(field)), number));
        }
    }

    /** Every record, live or deleted, in the order of the ids. */
    Stream<Row> all() {
        return rows.stream().filter(row -> row != null);
    }

    Stream<Row> live() {
        return all().filter(Row::live);
    }

    /** Every record stamped in [from, to), oldest first and by id within a second. Times in milliseconds, whole seconds count. */
    NavigableSet<Row> stamped(long from, long to) {
        return byStamp.subSet(bound(from, Integer.MIN_VALUE), true, bound(to, Integer.MIN_VALUE), false);
    }

    /** The live records that hold this value of an indexed field. */
    List<Row> holding(Field field, Object value) {
        List<Row> found = new ArrayList<>();
        for (int number : postings(field).holding(field.key(value))) {
            at(number).ifPresent(found::add);
        }
        return found;
    }

    /** Starts to keep an index for a field that has just been declared. */
    void index(Field field) {
        if (!field.indexed() || indexes.containsKey(field.name())) {
            return;
        }
        Postings postings = new Postings();
        live().forEach(row -> postings.add(field.key(row.written(field)), row.number()));
        indexes.put(field.name(), postings);
    }

    boolean indexes(Field field) {
        return indexes.containsKey(field.name());
    }

    /** Forgets every record. Their numbers are not given out again. */
    void clear() {
        first += rows.size();
        rows.clear();
        byStamp.clear();
        indexes.values().forEach(Postings::clear);
    }

    /** Forgets every record and gives out the first number again. */
    void restart() {
        clear();
        first = 1;
    }

    private List<Field> indexed() {
        return type.fields().stream()
                .filter(field -> field.indexed() && indexes(field))
                .toList();
    }

    private Postings postings(Field field) {
        return indexes.computeIfAbsent(field.name(), any -> new Postings());
    }
}
