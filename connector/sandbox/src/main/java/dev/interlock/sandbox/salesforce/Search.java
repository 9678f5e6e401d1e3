package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.salesforce.Condition.Operator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the records that a query asks for. */
final class Search {

    private final Org org;
    private final Soql soql;
    private final Table table;
    private final boolean withDeleted;

    Search(Org org, Soql soql, boolean withDeleted) {
        this.org = org;
        this.soql = soql;
        this.table = soql.from();
        this.withDeleted = withDeleted;
    }

    List<Row> rows() {
        Predicate<Row> wanted = soql.where().map(this::predicate).orElse(row -> true);
        Stream<Row> rows = candidates().filter(row -> withDeleted || row.live()).filter(wanted);
        if (!byStamp()) {
            rows = soql.orderBy().stream()
                    .map(order -> order.comparator(org, table))
                    .reduce(Comparator::thenComparing)
                    .map(rows::sorted)
                    .orElse(rows);
        }
        rows = rows.skip(soql.offset());
        return (soql.limit().isPresent() ? rows.limit(soql.limit().getAsInt()) : rows).toList();
    }

    /** Those of the rows that hang on a record. The limit of the query counts for each record by itself. */
    List<Row> hangingOn(Field link, String parent) {
        Condition hanging = new Condition.Compared(new Path(List.of(), link), Operator.EQUAL, parent);
        Condition all = soql.where()
                .<Condition>map(where -> new Condition.All(List.of(hanging, where)))
                .orElse(hanging);
        Soql narrowed = new Soql(
                table, soql.select(), Optional.of(all), soql.orderBy(), soql.limit(), soql.offset(), soql.purpose());
        return new Search(org, narrowed, withDeleted).rows();
    }

    /** The records among which the answer is: by id, by an index, by the stamp, or all of them. */
    private Stream<Row> candidates() {
        StampWindow window = StampWindow.of(soql.where());
        if (byStamp()) {
            return table.stamped(window.from(), window.to()).stream();
        }
        Optional<List<Row>> few =
                conjuncts().flatMap(part -> indexed(part).stream()).min(Comparator.comparingInt(List::size));
        if (few.isPresent()) {
            return few.get().stream()
                    .sorted(Comparator.comparingInt(Row::number))
                    .distinct();
        }
        return window.open()
                ? table.all()
                : table.stamped(window.from(), window.to()).stream().sorted(Comparator.comparingInt(Row::number));
    }

    /** Whether the order asked for is the one in which the table keeps its rows by stamp. */
    private boolean byStamp() {
        List<Ordering> order = soql.orderBy();
        return !order.isEmpty()
                && order.size() <= 2
                && order.stream().noneMatch(Ordering::descending)
                && plain(order.getFirst().path(), Role.SYSTEM_MODSTAMP)
                && (order.size() == 1 || plain(order.getLast().path(), Role.ID));
    }

    private static boolean plain(Path path, Role role) {
        return path.direct() && path.field().role() == role;
    }

    private Stream<Condition> conjuncts() {
        return soql.where().stream()
                .flatMap(where -> where instanceof Condition.All all ? all.parts().stream() : Stream.of(where));
    }

    private Optional<List<Row>> indexed(Condition condition) {
        if (condition instanceof Condition.Compared compared
                && compared.operator() == Operator.EQUAL
                && findable(compared.path())
                && compared.value() != Blank.BLANK) {
            return Optional.of(holding(compared.path().field(), Stream.of(compared.value())));
        }
        if (condition instanceof Condition.In in
                && findable(in.path())
                && !in.values().contains(Blank.BLANK)) {
            return Optional.of(holding(in.path().field(), in.values().stream()));
        }
        return Optional.empty();
    }

    /** An index holds only live records, and times with their milliseconds. */
    private boolean findable(Path path) {
        return plain(path, Role.ID)
                || (path.direct()
                        && !withDeleted
                        && path.field().type() != FieldType.DATETIME
                        && table.indexes(path.field()));
    }

    private List<Row> holding(Field field, Stream<Object> values) {
        return field.role() == Role.ID
                ? values.flatMap(id -> table.find(id.toString()).stream()).toList()
                : values.flatMap(value -> table.holding(field, value).stream()).toList();
    }

    private Predicate<Row> predicate(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().map(this::predicate).reduce(row -> true, Predicate::and);
            case Condition.Any any -> any.parts().stream().map(this::predicate).reduce(row -> false, Predicate::or);
            case Condition.Not not -> predicate(not.other()).negate();
            case Condition.Compared compared ->
                row -> compared.operator().holds(key(compared.path(), row), compared.value());
            case Condition.In in -> row -> in.values().contains(key(in.path(), row));
            case Condition.Includes includes ->
                row -> includes(includes, includes.path().read(org, table, row));
            case Condition.Like like ->
                row -> like.path().read(org, table, row) instanceof String text
                        && like.pattern().matcher(text).matches();
        };
    }

    private Object key(Path path, Row row) {
        return path.key(path.read(org, table, row));
    }

    private static boolean includes(Condition.Includes includes, Object value) {
        Set<String> chosen = Set.of(ObjectType.lower(value.toString()).split(";"));
        return value != Blank.BLANK && includes.combinations().stream().anyMatch(chosen::containsAll);
    }
}
