package dev.interlock.app.assess;

import dev.interlock.app.assess.Assessment.Column;
import dev.interlock.app.assess.Assessment.Doubles;
import dev.interlock.app.assess.Assessment.Holding;
import dev.interlock.app.assess.Assessment.Kind;
import dev.interlock.app.assess.Assessment.Type;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report in short, for a terminal: counts, and no value of any record. */
public final class AssessmentText {

    private final PrintWriter out;

    public AssessmentText(PrintWriter out) {
        this.out = out;
    }

    /** Prints the summary; what could not be read comes last. */
    public void print(Assessment assessment) {
        assessment.types().forEach(this::type);
        assessment.troubles().forEach(trouble -> out.println("! " + trouble));
        out.flush();
    }

    private void type(Type type) {
        Doubles doubles = type.doubles();
        out.printf(
                Locale.ROOT, "%s: %d records are %d different ones%n", type.type(), type.records(), doubles.entities());
        out.println("  compared " + doubles.how().words());
        for (Holding holding : type.systems()) {
            out.printf(
                    Locale.ROOT,
                    "  %-13s %7d records, %d too many in %d groups of doubles%n",
                    holding.system(),
                    holding.records(),
                    doubles.tooMany(holding.system()),
                    doubles.within(holding.system()).size());
        }
        if (doubles.doubts() > 0) {
            out.printf(Locale.ROOT, "  %d pairs may be one; a person would be asked%n", doubles.doubts());
        }
        type.systems().forEach(this::fields);
        out.println();
    }

    private void fields(Holding holding) {
        for (Column column : holding.fields()) {
            List<String> wrong = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                if (column.count(kind) > 0) {
                    wrong.add(column.count(kind) + " " + kind.words());
                }
            }
            out.printf(
                    Locale.ROOT,
                    "    %-13s %-20s %4s filled%s%n",
                    holding.system(),
                    column.field(),
                    percent(column.filled(), holding.records()),
                    wrong.isEmpty() ? "" : "; " + String.join(", ", wrong));
        }
    }

    /** Rounded down, so that only what is complete is told to be. */
    static String percent(long part, long whole) {
        return whole == 0 ? "-" : part * 100 / whole + " %";
    }
}
