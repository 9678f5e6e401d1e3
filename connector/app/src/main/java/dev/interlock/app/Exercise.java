package dev.interlock.app;

import dev.interlock.mapping.Trait;
import dev.interlock.match.Column;
import dev.interlock.match.Inference;
import dev.interlock.match.Linkage;
import dev.interlock.match.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Records to match, and what is known about them.
 *
 * @param rows of one table or of two, each in its order, with the same cells
 */
record Exercise(List<List<Row>> rows, List<Inference> inferred, Truth truth, String idColumn) {

    /**
     * What the user says of the columns.
     *
     * @param ignored columns to leave out
     * @param fields kinds of columns by their names
     */
    record Wishes(List<String> ignored, Map<String, String> fields) {}

    static Exercise of(List<Table> tables, Table known, Wishes wishes) {
        Truth truth = Truth.read(known, tables);
        List<Integer> ids = new ArrayList<>();
        for (int at = 0; at < tables.size(); at++) {
            ids.add(IdColumn.of(
                    tables.get(at), at == 0 ? truth.ids().get(0) : truth.ids().get(1)));
        }
        Table first = tables.getFirst();
        Exercise.check(tables, wishes);
        List<Integer> kept = IntStream.range(0, first.columns().size())
                .filter(at -> at != ids.getFirst()
                        && !contains(wishes.ignored(), first.columns().get(at)))
                .boxed()
                .toList();
        List<String> names = kept.stream().map(first.columns()::get).toList();
        List<List<Row>> rows = new ArrayList<>();
        rows.add(rows(first, ids.getFirst(), kept));
        if (tables.size() > 1) {
            rows.add(rows(tables.get(1), ids.get(1), Alignment.of(first, kept, tables.get(1))));
        }
        List<Row> all = rows.stream().flatMap(List::stream).toList();
        List<Inference> inferred = Inference.of(names, all).stream()
                .map(each -> wished(each, wishes.fields()))
                .toList();
        return new Exercise(rows, inferred, truth, first.columns().get(ids.getFirst()));
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(each -> each.strip().equalsIgnoreCase(name.strip()));
    }

    private static void check(List<Table> tables, Wishes wishes) {
        List<String> named = new ArrayList<>(wishes.ignored());
        named.addAll(wishes.fields().keySet());
        for (String name : named) {
            if (tables.stream().noneMatch(table -> contains(table.columns(), name))) {
                throw new NotPossible(
                        Exit.CONFIGURATION,
                        "there is no column '" + name + "'; there are "
                                + String.join(", ", tables.getFirst().columns()));
            }
        }
    }

    private static Inference wished(Inference inferred, Map<String, String> fields) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().strip().equalsIgnoreCase(inferred.column().name())) {
                return new Inference(new Column(inferred.column().name(), trait(field.getValue())), "as --fields says");
            }
        }
        return inferred;
    }

    private static Trait trait(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Trait trait : Trait.values()) {
            if (trait.name().equals(wanted)) {
                return trait;
            }
        }
        String known = String.join(
                ", ",
                java.util.Arrays.stream(Trait.values())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw new NotPossible(Exit.CONFIGURATION, "--fields: there is no kind '" + name + "'; there are " + known);
    }

    private static List<Row> rows(Table table, int id, List<Integer> kept) {
        return table.rows().stream()
                .map(cells -> new Row(
                        cells.get(id).strip(),
                        kept.stream().map(at -> at < 0 ? "" : cells.get(at)).toList()))
                .toList();
    }

    int size() {
        return rows.stream().mapToInt(List::size).sum();
    }

    Linkage link() {
        List<Column> columns = inferred.stream().map(Inference::column).toList();
        return rows.size() == 1
                ? Linkage.within(columns, rows.getFirst())
                : Linkage.between(columns, rows.getFirst(), rows.get(1));
    }

    /** Compares what was found with what is known. */
    Tally tally(List<Linkage.Same> found) {
        Map<String, Integer> first = places(rows.getFirst(), 0);
        Map<String, Integer> second =
                rows.size() == 1 ? first : places(rows.get(1), rows.getFirst().size());
        Set<Long> same = keys(truth.same(), first, second);
        Set<Long> judged = new HashSet<>(same);
        judged.addAll(keys(truth.different(), first, second));
        boolean isJudged = !truth.different().isEmpty();
        long right = 0;
        long counted = 0;
        for (Linkage.Same pair : found) {
            long key = key(pair.one(), pair.other());
            counted += !isJudged || judged.contains(key) ? 1 : 0;
            right += same.contains(key) ? 1 : 0;
        }
        return new Tally(counted, right, same.size());
    }

    private static Map<String, Integer> places(List<Row> rows, int from) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            places.putIfAbsent(rows.get(at).id(), from + at);
        }
        return places;
    }

    /** Pairs about records that are not there are no pairs; between two tables, a pair may name them either way round. */
    private static Set<Long> keys(List<Truth.Pair> pairs, Map<String, Integer> first, Map<String, Integer> second) {
        Set<Long> keys = new HashSet<>();
        for (Truth.Pair pair : pairs) {
            Integer one = first.get(pair.one());
            Integer other = second.get(pair.other());
            if (one == null || other == null) {
                one = first.get(pair.other());
                other = second.get(pair.one());
            }
            if (one != null && other != null && !one.equals(other)) {
                keys.add(key(one, other));
            }
        }
        return keys;
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
