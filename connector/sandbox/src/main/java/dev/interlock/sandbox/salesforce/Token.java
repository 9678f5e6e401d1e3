package dev.interlock.sandbox.salesforce;

/**
 * One word of a query.
 *
 * @param text as written; of a string literal what stands between the quotes, escapes not yet read
 * @param start where it begins in the query, from 0
 */
record Token(Kind kind, String text, int start) {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
