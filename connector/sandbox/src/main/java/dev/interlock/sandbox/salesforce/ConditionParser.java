package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.salesforce.Condition.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a WHERE. AND and OR do not stand side by side without parentheses, as the service demands. */
final class ConditionParser {

    private static final int DEEPEST = 100;
    private static final int MOST_JOINS = 2;

    private final Org org;
    private final Tokens tokens;
    private final PathReader paths;
    private int depth;
    private int joins;

    ConditionParser(Org org, Tokens tokens, PathReader paths) {
        this.org = org;
        this.tokens = tokens;
        this.paths = paths;
    }

    Condition condition() {
        List<Condition> parts = new ArrayList<>(List.of(negation()));
        if (tokens.peek().is("AND")) {
            while (tokens.accept("AND")) {
                parts.add(negation());
            }
            if (tokens.peek().is("OR")) {
                throw tokens.unexpected(tokens.peek());
            }
            return new Condition.All(parts);
        }
        while (tokens.accept("OR")) {
            parts.add(negation());
        }
        if (tokens.peek().is("AND")) {
            throw tokens.unexpected(tokens.peek());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition negation() {
        return tokens.accept("NOT") ? new Condition.Not(primary()) : primary();
    }

    private Condition primary() {
        if (tokens.accept("(")) {
            if (++depth > DEEPEST) {
                throw Refusal.of(
                        "QUERY_TOO_COMPLICATED",
                        "Query is either selecting too many fields or the filter" + " conditions are too complicated.");
            }
            Condition inner = condition();
            tokens.expect(")");
            depth--;
            return inner;
        }
        Token name = tokens.next();
        Path path = paths.read(name);
        if (!path.field().is(Trait.FILTERABLE)) {
            throw tokens.fault(name)
                    .invalidField("field '" + path.field().name() + "' can not be filtered in a query call");
        }
        return comparison(path);
    }

    private Condition comparison(Path path) {
        Token sign = tokens.next();
        if (sign.is("NOT")) {
            tokens.expect("IN");
            return new Condition.Not(new Condition.In(path, values(path)));
        }
        if (sign.is("IN")) {
            return new Condition.In(path, values(path));
        }
        if (sign.is("LIKE")) {
            return like(path, sign);
        }
        if (sign.is("INCLUDES") || sign.is("EXCLUDES")) {
            Condition includes = includes(path, sign);
            return sign.is("INCLUDES") ? includes : new Condition.Not(includes);
        }
        return compared(path, sign);
    }

    private Condition compared(Path path, Token sign) {
        Operator operator = Operator.of(sign).orElseThrow(() -> tokens.unexpected(sign));
        boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        if (ordered && path.field().type() == FieldType.BOOLEAN) {
            throw tokens.fault(sign)
                    .invalidFilter("'" + sign.text() + "' operator is not valid on field '"
                            + path.field().name() + "'");
        }
        Optional<Condition> span = span(path, operator);
        if (span.isPresent()) {
            return span.get();
        }
        Object value = value(path);
        if (ordered && value == Blank.BLANK) {
            throw tokens.fault(sign).malformed("'" + sign.text() + "' operator cannot be used with null");
        }
        return new Condition.Compared(path, operator, value);
    }

    private Set<Object> values(Path path) {
        tokens.expect("(");
        if (tokens.peek().is("SELECT")) {
            return joined(path);
        }
        Set<Object> values = new HashSet<>();
        do {
            values.add(value(path));
        } while (tokens.accept(","));
        tokens.expect(")");
        return values;
    }

    /** The ids that another query finds. It has one field, an id, and stands in no other (SOQL reference, semi-joins). */
    private Set<Object> joined(Path path) {
        Token select = tokens.peek();
        if (!path.field().type().isId()) {
            throw tokens.fault(select)
                    .malformed("The left operand of a semi join must be an id or reference field: "
                            + path.field().name());
        }
        if (++joins > MOST_JOINS) {
            throw tokens.fault(select).malformed("maximum " + MOST_JOINS + " semi join sub-selects are allowed");
        }
        Soql inner = SoqlParser.inner(org, tokens);
        boolean single = inner.select() instanceof Projection.Fields fields
                && fields.children().isEmpty()
                && fields.paths().size() == 1
                && fields.paths().getFirst().field().type().isId();
        if (!single || !inner.orderBy().isEmpty() || inner.limit().isPresent()) {
            throw tokens.fault(select)
                    .malformed("The inner select field of a semi join must be one id or reference field, without order"
                            + " and limit");
        }
        tokens.expect(")");
        Path chosen = ((Projection.Fields) inner.select()).paths().getFirst();
        Set<Object> ids = new HashSet<>();
        new Search(org, inner, false).rows().forEach(row -> ids.add(chosen.key(chosen.read(org, inner.from(), row))));
        ids.remove(Blank.BLANK);
        return ids;
    }

    private Object value(Path path) {
        Token token = tokens.next();
        return path.key(new LiteralReader(tokens).read(path.field(), token));
    }

    private Condition like(Path path, Token sign) {
        Token token = tokens.next();
        if (!path.field().type().isText()) {
            throw tokens.fault(sign)
                    .invalidFilter("'LIKE' operator is not valid on field '"
                            + path.field().name() + "'");
        }
        return new Condition.Like(path, pattern(tokens, token));
    }

    static Pattern pattern(Tokens tokens, Token token) {
        if (token.kind() != Token.Kind.STRING) {
            throw tokens.unexpected(token);
        }
        return regex(Lexer.unescaped(token.text(), true, tokens.fault(token)));
    }

    private Condition includes(Path path, Token sign) {
        if (path.field().type() != FieldType.MULTIPICKLIST) {
            throw tokens.fault(sign)
                    .invalidFilter("'" + sign.text() + "' operator is not valid on field '"
                            + path.field().name() + "'");
        }
        tokens.expect("(");
        List<Set<String>> combinations = new ArrayList<>();
        do {
            Token token = tokens.next();
            Object value = new LiteralReader(tokens).read(path.field(), token);
            combinations.add(Set.of(ObjectType.lower(value.toString()).split(";")));
        } while (tokens.accept(","));
        tokens.expect(")");
        return new Condition.Includes(path, combinations);
    }

    /** A comparison with a date literal: a stretch of time instead of a point in it. */
    private Optional<Condition> span(Path path, Operator operator) {
        FieldType type = path.field().type();
        if (type != FieldType.DATE && type != FieldType.DATETIME) {
            return Optional.empty();
        }
        return DateSpan.read(tokens, org.now()).map(span -> span.compared(path, operator));
    }

    /** {@code %} is any text, {@code _} any one character, a backslash takes the meaning from what follows. */
    private static Pattern regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (letter == '%') {
                regex.append(".*");
            } else if (letter == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
