package dev.interlock.sandbox.salesforce;

import java.util.List;

/** The tokens of a query, taken one after the other. */
final class Tokens {

    private final String text;
    private final List<Token> all;
    private int at;

    Tokens(String text) {
        this.text = text;
        this.all = new Lexer(text).tokens();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean accept(String word) {
        boolean here = peek().is(word);
        if (here) {
            at++;
        }
        return here;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected(peek());
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek());
        }
    }

    /** The token behind the next such word that does not stand within parentheses. */
    Token afterNext(String word) {
        int depth = 0;
        for (int i = at; i + 1 < all.size() && depth >= 0; i++) {
            if (depth == 0 && all.get(i).is(word)) {
                return all.get(i + 1);
            }
            depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
        }
        throw unexpected(all.getLast());
    }

    /** Whether this word is still to come outside of any parentheses, before those close that surround this place. */
    boolean aheadAtThisDepth(String word) {
        int depth = 0;
        for (int i = at; i < all.size() && depth >= 0; i++) {
            if (depth == 0 && all.get(i).is(word)) {
                return true;
            }
            depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
        }
        return false;
    }

    /** As {@link #afterNext}, and one further. */
    Token afterNextBut(String word) {
        int depth = 0;
        for (int i = at; i + 2 < all.size() && depth >= 0; i++) {
            if (depth == 0 && all.get(i).is(word)) {
                return all.get(i + 2);
            }
            depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
        }
        return all.getLast();
    }

    SoqlFault fault(Token token) {
        return SoqlFault.at(text, token.start());
    }

    Refusal unexpected(Token token) {
        return token.kind() == Token.Kind.END
                ? fault(token).malformed("unexpected end of query")
                : fault(token).malformed("unexpected token: '" + token.text() + "'");
    }
}
