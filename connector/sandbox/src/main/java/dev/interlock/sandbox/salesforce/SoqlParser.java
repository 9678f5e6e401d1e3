package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.salesforce.Projection.Blanks;
import dev.interlock.sandbox.salesforce.Projection.Children;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a query by recursive descent. The object is looked for first, so that every name can be resolved where it stands. */
final class SoqlParser {

    private static final int MOST_OFFSET = 2_000;
    private static final int MOST_CHILDREN = 20;
    private static final int MOST_OF_ALL_FIELDS = 200;
    private static final Set<String> CLAUSES =
            Set.of("where", "group", "having", "order", "limit", "offset", "for", "all", "using", "with", "update");

    private final Org org;
    private final Tokens tokens;
    private boolean everyField;

    private SoqlParser(Org org, Tokens tokens) {
        this.org = org;
        this.tokens = tokens;
    }

    /** @throws Refusal MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE with row and column */
    static Soql parse(Org org, String text) {
        Tokens tokens = new Tokens(text);
        SoqlParser parser = new SoqlParser(org, tokens);
        tokens.expect("SELECT");
        Token name = parser.fromName();
        Table table =
                org.table(name.text()).orElseThrow(() -> tokens.fault(name).noSuchType(name.text()));
        Soql query = parser.rest(table);
        tokens.expectEnd();
        return query;
    }

    /** The query within the parentheses of a semi-join, of which the opening one has been read. */
    static Soql inner(Org org, Tokens tokens) {
        SoqlParser parser = new SoqlParser(org, tokens);
        tokens.expect("SELECT");
        Token name = parser.fromName();
        Table table =
                org.table(name.text()).orElseThrow(() -> tokens.fault(name).noSuchType(name.text()));
        return parser.rest(table);
    }

    private Token fromName() {
        Token name = tokens.afterNext("FROM");
        if (name.kind() != Token.Kind.WORD) {
            throw tokens.unexpected(name);
        }
        return name;
    }

    private Soql rest(Table table) {
        PathReader paths = new PathReader(org, tokens, table).called(alias());
        GroupReader groups = new GroupReader(tokens, paths);
        boolean grouping = tokens.aheadAtThisDepth("GROUP") || groups.aggregateAnywhere();
        boolean counts = !grouping && counts();
        Projection select = new Projection.Counted();
        if (grouping) {
            do {
                groups.column();
            } while (tokens.accept(","));
        } else if (!counts) {
            select = fields(table, paths);
        }
        skipFrom();
        Optional<Condition> where = Optional.empty();
        if (tokens.accept("WHERE")) {
            where = Optional.of(new ConditionParser(org, tokens, paths).condition());
        }
        if (grouping) {
            select = groups.grouped();
        }
        List<Ordering> order = orderBy(paths);
        return end(table, select, where, order);
    }

    private Soql end(Table table, Projection select, Optional<Condition> where, List<Ordering> order) {
        OptionalInt limit = tokens.accept("LIMIT") ? OptionalInt.of(number()) : OptionalInt.empty();
        int offset = tokens.accept("OFFSET") ? number() : 0;
        if (offset > MOST_OFFSET) {
            throw Refusal.of("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MOST_OFFSET);
        }
        if (everyField && limit.orElse(Integer.MAX_VALUE) > MOST_OF_ALL_FIELDS) {
            throw Refusal.of(
                    "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most " + MOST_OF_ALL_FIELDS);
        }
        return new Soql(table, select, where, order, limit, offset, purpose());
    }

    private Soql.Purpose purpose() {
        Soql.Purpose purpose = Soql.Purpose.READING;
        while (tokens.accept("FOR")) {
            Token what = tokens.next();
            if (what.is("VIEW")) {
                purpose = Soql.Purpose.VIEWING;
            } else if (!what.is("REFERENCE") && !what.is("UPDATE")) {
                throw tokens.unexpected(what);
            }
        }
        if (tokens.peek().is("ALL") && tokens.peek(1).is("ROWS")) {
            throw tokens.fault(tokens.peek()).malformed("ALL ROWS not allowed in this context");
        }
        return purpose;
    }

    /** The other name that the query gives to its object. */
    private Optional<String> alias() {
        Token word = tokens.afterNextBut("FROM");
        return word.kind() == Token.Kind.WORD && !CLAUSES.contains(ObjectType.lower(word.text()))
                ? Optional.of(word.text())
                : Optional.empty();
    }

    private void skipFrom() {
        tokens.expect("FROM");
        tokens.next();
        Token word = tokens.peek();
        if (word.kind() == Token.Kind.WORD && !CLAUSES.contains(ObjectType.lower(word.text()))) {
            tokens.next();
        }
    }

    private boolean counts() {
        if (!tokens.peek().is("COUNT") || !tokens.peek(1).is("(")) {
            return false;
        }
        tokens.next();
        tokens.expect("(");
        tokens.expect(")");
        return true;
    }

    private Projection fields(Table table, PathReader paths) {
        List<Path> select = new ArrayList<>();
        List<Children> children = new ArrayList<>();
        do {
            if (tokens.accept("(")) {
                children.add(children(table));
            } else if (tokens.peek().is("FIELDS") && tokens.peek(1).is("(")) {
                everyOf(table).stream().filter(path -> !select.contains(path)).forEach(select::add);
            } else {
                add(select, paths);
            }
        } while (tokens.accept(","));
        if (children.size() > MOST_CHILDREN) {
            throw Refusal.of("MALFORMED_QUERY", "a query has at most " + MOST_CHILDREN + " subqueries");
        }
        return new Projection.Fields(select, children);
    }

    private void add(List<Path> select, PathReader paths) {
        Token name = tokens.next();
        Path path = paths.read(name);
        if (new HashSet<>(select).contains(path)) {
            throw tokens.fault(name)
                    .invalidField("duplicate field selected: " + path.field().name());
        }
        select.add(path);
    }

    /** {@code FIELDS(STANDARD)}, or with a limit of 200 {@code FIELDS(ALL)} and {@code FIELDS(CUSTOM)}. */
    private List<Path> everyOf(Table table) {
        tokens.next();
        tokens.expect("(");
        Token which = tokens.next();
        tokens.expect(")");
        String kind = which.text().toUpperCase(Locale.ROOT);
        if (!Set.of("ALL", "CUSTOM", "STANDARD").contains(kind)) {
            throw tokens.unexpected(which);
        }
        everyField |= !kind.equals("STANDARD");
        return table.type().visibleFields().stream()
                .filter(field -> kind.equals("ALL") || field.custom() == kind.equals("CUSTOM"))
                .map(field -> new Path(List.of(), field))
                .toList();
    }

    private Children children(Table parent) {
        tokens.expect("SELECT");
        Token name = fromName();
        ChildRelation relation = ChildRelation.of(org, parent).stream()
                .filter(each -> each.name().equalsIgnoreCase(name.text()))
                .findFirst()
                .orElseThrow(() -> tokens.fault(name).noSuchRelationship(name.text()));
        Soql query = new SoqlParser(org, tokens).rest(relation.child());
        if (!(query.select() instanceof Projection.Fields fields)) {
            throw tokens.fault(name).malformed("only root queries support aggregate expressions");
        }
        if (!fields.children().isEmpty()) {
            throw tokens.fault(name).malformed("a subquery in a subquery is not simulated");
        }
        tokens.expect(")");
        return new Children(relation.name(), relation.link(), query);
    }

    private List<Ordering> orderBy(PathReader paths) {
        List<Ordering> order = new ArrayList<>();
        if (!tokens.accept("ORDER")) {
            return order;
        }
        tokens.expect("BY");
        do {
            Token name = tokens.next();
            Path path = paths.read(name);
            if (!path.field().is(Trait.FILTERABLE) || path.field().type() == FieldType.MULTIPICKLIST) {
                throw tokens.fault(name)
                        .malformed("field '" + path.field().name() + "' can not be sorted in a query call");
            }
            boolean descending = tokens.accept("DESC");
            if (!descending) {
                tokens.accept("ASC");
            }
            order.add(new Ordering(path, descending, blanks(tokens) == Blanks.LAST));
        } while (tokens.accept(","));
        return order;
    }

    static Blanks blanks(Tokens tokens) {
        if (!tokens.accept("NULLS")) {
            return Blanks.FIRST;
        }
        if (tokens.accept("LAST")) {
            return Blanks.LAST;
        }
        tokens.expect("FIRST");
        return Blanks.FIRST;
    }

    private int number() {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
            throw tokens.unexpected(token);
        }
        return Integer.parseInt(token.text());
    }
}
