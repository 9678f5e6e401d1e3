package dev.interlock.sandbox.salesforce;

import java.util.Optional;

/** Reads the value that a field is compared with. Its form has to fit the field's type. */
final class LiteralReader {

    private final Tokens tokens;

    LiteralReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Object read(Field field, Token token) {
        if (token.is("null")) {
            return Blank.BLANK;
        }
        if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.SYMBOL) {
            throw tokens.unexpected(token);
        }
        return typed(field, token).orElseThrow(() -> mismatch(field, token));
    }

    private Optional<Object> typed(Field field, Token token) {
        return switch (field.type()) {
            case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, EMAIL, PHONE, URL -> quoted(token);
            case ID, REFERENCE -> quoted(token).map(text -> id(text.toString(), token));
            case BOOLEAN -> token.is("true") || token.is("false") ? Optional.of(token.is("true")) : Optional.empty();
            case INT -> number(token).map(number -> (Object) number.intValue());
            case DOUBLE, CURRENCY, PERCENT -> number(token).map(number -> (Object) number.doubleValue());
            case DATE -> bare(token, Token.Kind.DATE).flatMap(Values::date).map(date -> (Object) date);
            case DATETIME ->
                bare(token, Token.Kind.DATETIME).flatMap(Values::instant).map(instant -> (Object) instant);
        };
    }

    /** A blank text is the same as null. */
    private Optional<Object> quoted(Token token) {
        return bare(token, Token.Kind.STRING)
                .map(raw -> Lexer.unescaped(raw, false, tokens.fault(token)))
                .map(text -> text.isEmpty() ? Blank.BLANK : text);
    }

    private Object id(String text, Token token) {
        if (!Ids.wellFormed(text)) {
            throw tokens.fault(token).invalidFilter("invalid ID field: " + text);
        }
        return Ids.lengthened(Ids.shortened(text));
    }

    private static Optional<java.math.BigDecimal> number(Token token) {
        return bare(token, Token.Kind.NUMBER).flatMap(Values::decimal);
    }

    private static Optional<String> bare(Token token, Token.Kind kind) {
        return token.kind() == kind ? Optional.of(token.text()) : Optional.empty();
    }

    private Refusal mismatch(Field field, Token token) {
        boolean quoted = field.type().isText() || field.type().isId();
        return tokens.fault(token)
                .invalidField("value of filter criterion for field '" + field.name() + "' must be of type "
                        + field.type().plainName() + " and should " + (quoted ? "" : "not ") + "be enclosed in quotes");
    }
}
