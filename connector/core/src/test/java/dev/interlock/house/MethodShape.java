package dev.interlock.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One method as the source text shows it, found by counting braces.
 *
 * @param parameters how many it declares
 * @param lines of its body, between the braces
 */
record MethodShape(String name, int parameters, int lines) {

    /** A name with parentheses in front of a brace, that is no statement, no record header and nothing created by {@code new}. */
    private static final Pattern HEAD =
            Pattern.compile("([\\w>\\]?]+)\\s+(\\w+)\\s*\\(([^;{}]*?)\\)\\s*(throws [\\w., ]+)?\\{", Pattern.DOTALL);

    private static final Pattern NO_TYPE =
            Pattern.compile("new|else|record|return|throw|case|public|private|protected");

    /** All methods of a Java source file; constructors are left out. */
    static List<MethodShape> of(String source) {
        String code = withoutText(source);
        List<MethodShape> shapes = new ArrayList<>();
        Matcher head = HEAD.matcher(code);
        int from = 0;
        while (head.find(from)) {
            from = head.start(2) + 1;
            if (!NO_TYPE.matcher(head.group(1)).matches()) {
                shapes.add(new MethodShape(head.group(2), count(head.group(3)), lines(code, head.end())));
            }
        }
        return shapes;
    }

    /** Comments, strings and characters hold braces and commas that mean nothing; line ends are kept. */
    static String withoutText(String source) {
        String plain = blank(source, Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL));
        plain = blank(plain, Pattern.compile("\"(\\\\.|[^\"\\\\\n])*\"|'(\\\\.|[^'\\\\\n])+'"));
        plain = blank(plain, Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL));
        plain = blank(plain, Pattern.compile("//[^\n]*"));
        return blank(plain, Pattern.compile("@\\w+(\\([^()]*\\))?"));
    }

    private static String blank(String source, Pattern what) {
        return what.matcher(source).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    private static int count(String parameters) {
        if (parameters.isBlank()) {
            return 0;
        }
        int depth = 0;
        int count = 1;
        for (char each : parameters.toCharArray()) {
            depth += each == '<' || each == '(' ? 1 : 0;
            depth -= each == '>' || each == ')' ? 1 : 0;
            count += each == ',' && depth == 0 ? 1 : 0;
        }
        return count;
    }

    private static int lines(String code, int bodyStart) {
        int depth = 1;
        int lines = 0;
        for (int at = bodyStart; at < code.length() && depth > 0; at++) {
            char each = code.charAt(at);
            depth += each == '{' ? 1 : 0;
            depth -= each == '}' ? 1 : 0;
            lines += each == '\n' ? 1 : 0;
        }
        return Math.max(0, lines - 1);
    }
}
