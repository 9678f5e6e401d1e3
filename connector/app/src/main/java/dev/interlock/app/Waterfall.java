package dev.interlock.app;

import dev.interlock.app.Explanation.Step;
import dev.interlock.match.Weight;
import java.io.PrintWriter;
import java.util.Locale;

/** An {@link Explanation} as a waterfall: for a terminal, and as a drawing (SVG). */
final class Waterfall {

    private static final int WIDTH = 44;
    private static final int ROW = 26;
    private static final int LEFT = 330;
    private static final int DRAWN = 520;

    private final Explanation explanation;
    private final double least;
    private final double most;

    Waterfall(Explanation explanation) {
        this.explanation = explanation;
        double low = Math.min(0, explanation.review());
        double high = Math.max(0, explanation.link());
        for (Step step : explanation.steps()) {
            low = Math.min(low, step.to());
            high = Math.max(high, step.to());
        }
        least = low - 1;
        most = high + 1;
    }

    private double at(double bits) {
        return (bits - least) / (most - least);
    }

    void print(PrintWriter out) {
        String sum = Weight.percent(explanation.comparison().weight().chance());
        out.println(explanation.comparison().one().record() + " and "
                + explanation.comparison().other().record());
        out.println(sum + ": " + explanation.outcome());
        out.println();
        out.printf("  %-22s %-26s %7s  %s%n", "", "", "bits", line(ruler(), "?", "!"));
        for (Step step : explanation.steps()) {
            out.printf(
                    Locale.ROOT,
                    "  %-22s %-26s %+7.1f  %s%n",
                    cut(step.reason().part(), 22),
                    cut(step.reason().level(), 26),
                    step.reason().bits(),
                    line(bar(step), ":", "|"));
            step.values().forEach(value -> out.println("      " + value));
        }
        out.printf(
                Locale.ROOT,
                "  %-22s %-26s %+7.1f%n%n",
                "sum",
                sum,
                explanation.comparison().weight().bits());
        out.printf(
                Locale.ROOT,
                "  ? a person is asked from %+.1f bits (%s) on, ! linked from %+.1f (%s) on%n",
                explanation.review(),
                explanation.rules().review(),
                explanation.link(),
                explanation.rules().link());
        explanation.turningPoints().forEach(turning -> out.println("  " + turning));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "~";
    }

    private static char[] ruler() {
        return " ".repeat(WIDTH).toCharArray();
    }

    private char[] bar(Step step) {
        char[] bar = ruler();
        int from = column(Math.min(step.from(), step.to()));
        int to = column(Math.max(step.from(), step.to()));
        for (int at = from; at <= to; at++) {
            bar[at] = step.reason().bits() < 0 ? '-' : '#';
        }
        return bar;
    }

    private int column(double bits) {
        return (int) Math.round(at(bits) * (WIDTH - 1));
    }

    /** The lines from which on a person is asked and it is linked, where nothing else stands. */
    private String line(char[] bar, String review, String link) {
        int asked = column(explanation.review());
        int linked = column(explanation.link());
        bar[asked] = bar[asked] == ' ' ? review.charAt(0) : bar[asked];
        bar[linked] = bar[linked] == ' ' ? link.charAt(0) : bar[linked];
        return new String(bar).stripTrailing();
    }

    /** A drawing that stands alone. */
    String svg() {
        int height = (explanation.steps().size() + 4) * ROW;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LEFT + DRAWN + 20,
                height));
        text(
                svg,
                10,
                ROW,
                explanation.comparison().one().record() + " and "
                        + explanation.comparison().other().record());
        text(
                svg,
                10,
                2 * ROW,
                Weight.percent(explanation.comparison().weight().chance()) + ": " + explanation.outcome());
        threshold(svg, explanation.review(), height, "a person is asked");
        threshold(svg, explanation.link(), height, "linked");
        int row = 3;
        for (Step step : explanation.steps()) {
            step(svg, step, row++ * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private void step(StringBuilder svg, Step step, int y) {
        double from = x(Math.min(step.from(), step.to()));
        double to = x(Math.max(step.from(), step.to()));
        String said = step.reason().part() + ": " + step.reason().level();
        text(
                svg,
                10,
                y + 16,
                said + String.format(Locale.ROOT, " (%+.1f)", step.reason().bits()));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>%n",
                from,
                y + 4,
                Math.max(1, to - from),
                ROW - 8,
                step.reason().bits() < 0 ? "#c0504d" : "#4f8f4f",
                escaped(String.join("; ", step.values()))));
    }

    private void threshold(StringBuilder svg, double bits, int height, String what) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>%n",
                x(bits),
                2 * ROW + 8,
                x(bits),
                height - ROW));
        text(svg, (int) x(bits) - 20, height - 8, what);
    }

    private double x(double bits) {
        return LEFT + at(bits) * DRAWN;
    }

    private static void text(StringBuilder svg, int x, int y, String words) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, escaped(words)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    }
}
