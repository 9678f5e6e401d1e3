package dev.interlock.app.assess;

import java.util.List;

/** HTML, written from the inside out. Every text is escaped; nothing refers to anything outside of the page. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** Text as it may stand between tags and in attributes. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(letter) ? letter : ' ');
            }
        });
        return safe.toString();
    }

    /** Controls may not stand in HTML, and what turns the direction of writing would disguise what follows. */
    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    Markup text(String tag, String words) {
        html.append('<').append(tag).append('>').append(escaped(words));
        html.append("</").append(tag).append(">\n");
        return this;
    }

    /** What is markup already. */
    Markup raw(String markup) {
        html.append(markup).append('\n');
        return this;
    }

    /** A table of texts. */
    Markup table(List<String> header, List<List<String>> rows) {
        html.append("<table><thead>");
        row("th scope=\"col\"", "th", header);
        html.append("</thead><tbody>\n");
        rows.forEach(cells -> row("td", "td", cells));
        html.append("</tbody></table>\n");
        return this;
    }

    private void row(String open, String close, List<String> cells) {
        html.append("<tr>");
        cells.forEach(cell -> html.append('<')
                .append(open)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(close)
                .append('>'));
        html.append("</tr>\n");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
