package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a query by recursive descent. The object is looked for first, so that every name can be resolved where it stands. */
final class SoqlParser {

    private static final int MOST_OFFSET = 2_000;

    private final Org org;
    private final Tokens tokens;

    private SoqlParser(Org org, String text) {
        this.org = org;
        this.tokens = new Tokens(text);
    }

    /** @throws Refusal MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE with row and column */
    static Soql parse(Org org, String text) {
        return new SoqlParser(org, text).query();
    }

    private Soql query() {
        tokens.expect("SELECT");
        Table table = from();
        PathReader paths = new PathReader(org, tokens, table);
        boolean counts = counts();
        List<Path> select = counts ? List.of() : select(paths);
        tokens.expect("FROM");
        tokens.next();
        Optional<Condition> where = Optional.empty();
        if (tokens.accept("WHERE")) {
            where = Optional.of(new ConditionParser(tokens, paths).condition());
        }
        List<Ordering> order = orderBy(paths);
        OptionalInt limit = tokens.accept("LIMIT") ? OptionalInt.of(number()) : OptionalInt.empty();
        int offset = tokens.accept("OFFSET") ? number() : 0;
        if (offset > MOST_OFFSET) {
            throw Refusal.of("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MOST_OFFSET);
        }
        tokens.expectEnd();
        return new Soql(table, counts, select, where, order, limit, offset);
    }

    private Table from() {
        Token name = tokens.afterFirst("FROM");
        if (name.kind() != Token.Kind.WORD) {
            throw tokens.unexpected(name);
        }
        return org.table(name.text()).orElseThrow(() -> tokens.fault(name).noSuchType(name.text()));
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

    private List<Path> select(PathReader paths) {
        List<Path> select = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        do {
            Token name = tokens.next();
            Path path = paths.read(name);
            if (!seen.add(path)) {
                throw tokens.fault(name)
                        .invalidField(
                                "duplicate field selected: " + path.field().name());
            }
            select.add(path);
        } while (tokens.accept(","));
        return select;
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
            order.add(new Ordering(path, descending, blanksLast()));
        } while (tokens.accept(","));
        return order;
    }

    private boolean blanksLast() {
        if (!tokens.accept("NULLS")) {
            return false;
        }
        if (tokens.accept("LAST")) {
            return true;
        }
        tokens.expect("FIRST");
        return false;
    }

    private int number() {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
            throw tokens.unexpected(token);
        }
        return Integer.parseInt(token.text());
    }
}
