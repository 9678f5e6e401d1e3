package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.salesforce.Projection.Column;
import dev.interlock.sandbox.salesforce.Projection.Direction;
import dev.interlock.sandbox.salesforce.Projection.GroupOrdering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what stands in a query about groups: aggregates, their names, GROUP BY, HAVING and their order. */
final class GroupReader {

    private final Tokens tokens;
    private final PathReader paths;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Integer, Token> written = new HashMap<>();
    private int unnamed;

    GroupReader(Tokens tokens, PathReader paths) {
        this.tokens = tokens;
        this.paths = paths;
    }

    boolean aggregateAhead() {
        return tokens.peek(1).is("(") && function(tokens.peek()).isPresent();
    }

    /** Whether an aggregate stands in the SELECT that begins here, but not the bare COUNT(). */
    boolean aggregateAnywhere() {
        for (int i = 0; !tokens.peek(i).is("FROM") && tokens.peek(i).kind() != Token.Kind.END; i++) {
            if (tokens.peek(i).is("(") && tokens.peek(i + 1).is("SELECT")) {
                return false;
            }
            if (function(tokens.peek(i)).isPresent()
                    && tokens.peek(i + 1).is("(")
                    && !tokens.peek(i + 2).is(")")) {
                return true;
            }
        }
        return false;
    }

    /** One entry of the SELECT: a key or an aggregate, with the name that is given to it. */
    void column() {
        boolean aggregate = aggregateAhead();
        written.put(columns.size(), tokens.peek());
        Measure measure = measure();
        String name = aggregate ? "" : measure.path().field().name();
        if (tokens.peek().kind() == Token.Kind.WORD && !tokens.peek().is("FROM")) {
            name = tokens.next().text();
        }
        String given = name.isEmpty() ? "expr" + unnamed++ : name;
        if (columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(given))) {
            throw tokens.fault(tokens.peek()).malformed("duplicate alias: " + given);
        }
        columns.add(new Column(given, measure));
    }

    Measure measure() {
        if (!aggregateAhead()) {
            Path path = paths.read(tokens.next());
            return columns.stream()
                    .map(Column::measure)
                    .filter(measure ->
                            measure instanceof Measure.Key && measure.path().equals(path))
                    .findFirst()
                    .orElse(new Measure.Key(path));
        }
        Token word = tokens.next();
        Measure.Function function = function(word).orElseThrow();
        tokens.expect("(");
        Path path = paths.read(tokens.next());
        if (!function.fits(path.field())) {
            throw tokens.fault(word)
                    .malformed("field " + path.field().name() + " does not support aggregate operator " + function);
        }
        tokens.expect(")");
        return new Measure.Aggregate(function, path);
    }

    /** The rest of the query behind its WHERE, as far as it is about groups. */
    Projection.Grouped grouped() {
        List<Path> keys = new ArrayList<>();
        if (tokens.accept("GROUP")) {
            tokens.expect("BY");
            do {
                keys.add(key(tokens.next()));
            } while (tokens.accept(","));
        }
        checkColumns(keys);
        Optional<Having> having = Optional.empty();
        if (tokens.accept("HAVING")) {
            having = Optional.of(new HavingParser(tokens, this).having());
        }
        return new Projection.Grouped(keys, columns, having, order(keys));
    }

    private Path key(Token name) {
        Path path = paths.read(name);
        if (!DescribeResource.groupable(path.field())) {
            throw tokens.fault(name)
                    .malformed("field '" + path.field().name() + "' can not be grouped in a query call");
        }
        return path;
    }

    private void checkColumns(List<Path> keys) {
        for (int i = 0; i < columns.size(); i++) {
            Measure measure = columns.get(i).measure();
            if (measure instanceof Measure.Key && !keys.contains(measure.path())) {
                Token word = java.util.Objects.requireNonNull(written.get(i));
                throw tokens.fault(word).malformed("Field must be grouped or aggregated: " + word.text());
            }
        }
    }

    private List<GroupOrdering> order(List<Path> keys) {
        List<GroupOrdering> order = new ArrayList<>();
        if (!tokens.accept("ORDER")) {
            return order;
        }
        tokens.expect("BY");
        do {
            Token name = tokens.peek();
            Measure measure = named(name).orElseGet(this::measure);
            if (measure instanceof Measure.Key && !keys.contains(measure.path())) {
                throw tokens.fault(name).malformed("Ordered field must be grouped or aggregated: " + name.text());
            }
            Direction direction = tokens.accept("DESC") ? Direction.DESCENDING : Direction.ASCENDING;
            if (direction == Direction.ASCENDING) {
                tokens.accept("ASC");
            }
            order.add(new GroupOrdering(measure, direction, SoqlParser.blanks(tokens)));
        } while (tokens.accept(","));
        return order;
    }

    /** A column that is meant by the name given to it. */
    private Optional<Measure> named(Token name) {
        Optional<Measure> named = columns.stream()
                .filter(column -> column.measure() instanceof Measure.Aggregate)
                .filter(column -> name.is(column.name()))
                .map(Column::measure)
                .findFirst();
        if (named.isPresent()) {
            tokens.next();
        }
        return named;
    }

    private static Optional<Measure.Function> function(Token word) {
        for (Measure.Function function : Measure.Function.values()) {
            if (word.kind() == Token.Kind.WORD
                    && word.text().toUpperCase(Locale.ROOT).equals(function.name())) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
