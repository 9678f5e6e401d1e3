package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;

/** Reads a HAVING. As in a WHERE, AND and OR do not stand side by side without parentheses. */
final class HavingParser {

    private final Tokens tokens;
    private final GroupReader groups;

    HavingParser(Tokens tokens, GroupReader groups) {
        this.tokens = tokens;
        this.groups = groups;
    }

    Having having() {
        List<Having> parts = new ArrayList<>(List.of(part()));
        String word = tokens.peek().is("AND") ? "AND" : "OR";
        while (tokens.accept(word)) {
            parts.add(part());
        }
        if (tokens.peek().is("AND") || tokens.peek().is("OR")) {
            throw tokens.unexpected(tokens.peek());
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return word.equals("AND") ? new Having.All(parts) : new Having.Any(parts);
    }

    private Having part() {
        if (tokens.accept("NOT")) {
            return new Having.Not(part());
        }
        if (tokens.accept("(")) {
            Having inner = having();
            tokens.expect(")");
            return inner;
        }
        Measure measure = groups.measure();
        Token sign = tokens.next();
        if (sign.is("LIKE")) {
            return new Having.Like(measure, ConditionParser.pattern(tokens, tokens.next()));
        }
        Condition.Operator operator = Condition.Operator.of(sign).orElseThrow(() -> tokens.unexpected(sign));
        return new Having.Compared(measure, operator, value(measure, tokens.next()));
    }

    private Object value(Measure measure, Token token) {
        if (token.kind() == Token.Kind.NUMBER) {
            return Values.decimal(token.text())
                    .orElseThrow(() -> tokens.unexpected(token))
                    .stripTrailingZeros();
        }
        return measure.path().key(new LiteralReader(tokens).read(measure.path().field(), token));
    }
}
