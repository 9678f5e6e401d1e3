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

    private final Tokens tokens;
    private final PathReader paths;
    private int depth;

    ConditionParser(Tokens tokens, PathReader paths) {
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
        Operator operator = operator(sign).orElseThrow(() -> tokens.unexpected(sign));
        boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        if (ordered && path.field().type() == FieldType.BOOLEAN) {
            throw tokens.fault(sign)
                    .invalidFilter("'" + sign.text() + "' operator is not valid on field '"
                            + path.field().name() + "'");
        }
        Object value = value(path);
        if (ordered && value == Blank.BLANK) {
            throw tokens.fault(sign).malformed("'" + sign.text() + "' operator cannot be used with null");
        }
        return new Condition.Compared(path, operator, value);
    }

    private static Optional<Operator> operator(Token sign) {
        if (sign.kind() != Token.Kind.SYMBOL) {
            return Optional.empty();
        }
        return switch (sign.text()) {
            case "=" -> Optional.of(Operator.EQUAL);
            case "!=", "<>" -> Optional.of(Operator.NOT_EQUAL);
            case "<" -> Optional.of(Operator.LESS);
            case "<=" -> Optional.of(Operator.LESS_OR_EQUAL);
            case ">" -> Optional.of(Operator.GREATER);
            case ">=" -> Optional.of(Operator.GREATER_OR_EQUAL);
            default -> Optional.empty();
        };
    }

    private Set<Object> values(Path path) {
        tokens.expect("(");
        Set<Object> values = new HashSet<>();
        do {
            values.add(value(path));
        } while (tokens.accept(","));
        tokens.expect(")");
        return values;
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
        if (token.kind() != Token.Kind.STRING) {
            throw tokens.unexpected(token);
        }
        String pattern = Lexer.unescaped(token.text(), true, tokens.fault(token));
        return new Condition.Like(path, regex(pattern));
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
