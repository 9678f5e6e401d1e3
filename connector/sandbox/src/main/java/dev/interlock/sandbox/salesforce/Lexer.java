package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class Lexer {

    /** How a token of one kind looks. */
    private record Shape(Token.Kind kind, Pattern pattern) {}

    /** In the order in which they are tried. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(Token.Kind.STRING, Pattern.compile("'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'", Pattern.DOTALL)),
            new Shape(
                    Token.Kind.DATETIME,
                    Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)")),
            new Shape(Token.Kind.DATE, Pattern.compile("\\d{4}-\\d\\d-\\d\\d")),
            new Shape(Token.Kind.NUMBER, Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)")),
            new Shape(Token.Kind.WORD, Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*")),
            new Shape(Token.Kind.SYMBOL, Pattern.compile("<=|>=|!=|<>|[=<>(),:]")));

    private final String text;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            at = next(at, tokens);
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", text.length()));
        return tokens;
    }

    private int next(int at, List<Token> tokens) {
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern().matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                String word = shape.kind() == Token.Kind.STRING ? matcher.group(1) : matcher.group();
                tokens.add(new Token(shape.kind(), word, at));
                return matcher.end();
            }
        }
        throw SoqlFault.at(text, at).malformed("unexpected token: '" + text.charAt(at) + "'");
    }

    /** Reads the escapes of a string literal; in a pattern {@code \%} and {@code \_} stay as they are. */
    static String unescaped(String raw, boolean pattern, SoqlFault fault) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter != '\\') {
                read.append(letter);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n', 'N' -> read.append('\n');
                case 'r', 'R' -> read.append('\r');
                case 't', 'T' -> read.append('\t');
                case 'b', 'B' -> read.append('\b');
                case 'f', 'F' -> read.append('\f');
                case '\'', '"' -> read.append(escaped);
                case '\\' -> read.append(pattern ? "\\\\" : "\\");
                case '_', '%' -> read.append(pattern ? "\\" + escaped : String.valueOf(escaped));
                default ->
                    throw fault.malformed("invalid string literal '" + raw + "'. Illegal character sequence '\\"
                            + escaped + "' in string literal");
            }
        }
        return read.toString();
    }
}
