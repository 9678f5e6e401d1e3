package dev.interlock.app.assess;

import java.util.List;
import java.util.Locale;

/** A drawing of shares of a whole, one bar a row, that stands in the page itself. */
final class BarChart {

    private static final int LEFT = 230;
    private static final int WIDTH = 420;
    private static final int ROW = 22;
    private static final int RIGHT = 190;

    private BarChart() {}

    /**
     * One row.
     *
     * @param good how many are as they should be
     * @param bad how many are there, but are not
     * @param whole how many there could be
     */
    record Bar(String label, long good, long bad, long whole) {}

    /** @param wrong what is the matter with those that are bad */
    static String svg(String title, String wrong, List<Bar> bars) {
        int height = bars.size() * ROW + 8;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
                LEFT + WIDTH + RIGHT,
                height,
                LEFT + WIDTH + RIGHT,
                height,
                Markup.escaped(title)));
        int y = 4;
        for (Bar bar : bars) {
            bar(svg, bar, y, wrong);
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, Bar bar, int y, String wrong) {
        double good = share(bar.good(), bar.whole());
        double bad = share(bar.bad(), bar.whole());
        svg.append(text("end", LEFT - 8, y, bar.label()));
        svg.append(rect(LEFT, WIDTH, y, "empty"));
        svg.append(rect(LEFT, good, y, "good"));
        svg.append(rect(LEFT + good, bad, y, "bad"));
        String told = AssessmentText.percent(bar.good() + bar.bad(), bar.whole())
                + (bar.bad() > 0 ? ", " + bar.bad() + " " + wrong : "");
        svg.append(text("start", LEFT + WIDTH + 8, y, told));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) WIDTH * part / whole;
    }

    private static String rect(double x, double width, int y, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>%n",
                x,
                y,
                width,
                ROW - 8,
                colour);
    }

    private static String text(String anchor, int x, int y, String words) {
        return String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n",
                anchor,
                x,
                y + 11,
                Markup.escaped(words));
    }
}
