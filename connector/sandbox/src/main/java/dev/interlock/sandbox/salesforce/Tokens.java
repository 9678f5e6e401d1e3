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

    /** The token behind the first of these words, wherever that stands. */
    Token afterFirst(String word) {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (all.get(i).is(word)) {
                return all.get(i + 1);
            }
        }
        throw unexpected(all.getLast());
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
