package dev.interlock.sandbox.salesforce;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the sandbox's own SOQL parser understands of a query. */
public final class SoqlReading {

    private static final Org ORG = new Org(InstantSource.system());

    private SoqlReading() {}

    /** The texts a query compares with, in order, after it was parsed in full; its WHERE must be one IN. */
    public static List<String> texts(String query) {
        Soql soql = SoqlParser.parse(ORG, query);
        if (!(soql.where().orElseThrow() instanceof Condition.In)
                || soql.limit().isPresent()) {
            throw new AssertionError("another query was understood: " + soql);
        }
        List<String> texts = new ArrayList<>();
        Tokens tokens = new Tokens(query);
        for (Token token = tokens.next(); token.kind() != Token.Kind.END; token = tokens.next()) {
            if (token.kind() == Token.Kind.STRING) {
                texts.add(Lexer.unescaped(token.text(), false, tokens.fault(token)));
            }
        }
        return texts;
    }
}
