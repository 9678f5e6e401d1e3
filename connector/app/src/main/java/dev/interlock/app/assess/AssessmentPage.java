package dev.interlock.app.assess;

import dev.interlock.app.assess.Assessment.Column;
import dev.interlock.app.assess.Assessment.Doubles;
import dev.interlock.app.assess.Assessment.Finding;
import dev.interlock.app.assess.Assessment.Group;
import dev.interlock.app.assess.Assessment.Holding;
import dev.interlock.app.assess.Assessment.Kind;
import dev.interlock.app.assess.Assessment.Type;
import dev.interlock.app.assess.BarChart.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report as one HTML page that stands alone: it can be mailed, printed, and opened without a network. */
public final class AssessmentPage {

    private static final int GROUPS = 50;

    private static final String STYLE = """
            body { font: 15px/1.5 sans-serif; max-width: 62em; margin: 2em auto; padding: 0 1em; color: #222; }
            h1 { margin-bottom: 0; } h2 { margin-top: 2.5em; border-bottom: 2px solid #456; }
            table { border-collapse: collapse; margin: .5em 0 1.5em; }
            th, td { border: 1px solid #ccd; padding: .25em .6em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            th { background: #eef1f5; } svg { max-width: 100%; height: auto; font-size: 13px; }
            .empty { fill: #e4e7ec; } .good { fill: #4f8f4f; } .bad { fill: #c0504d; }
            .trouble { background: #fbe9e7; padding: .5em 1em; }
            @media print { h2 { break-before: page; } }
            """;

    private final Assessment assessment;
    private final Markup page = new Markup();

    private AssessmentPage(Assessment assessment) {
        this.assessment = assessment;
    }

    /** The page. It holds values of records: it is as confidential as these. */
    public static String of(Assessment assessment) {
        return new AssessmentPage(assessment).written();
    }

    private String written() {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width\"><title>Assessment</title>");
        page.raw("<style>\n" + STYLE + "</style></head><body>");
        page.text("h1", "What the systems hold");
        page.text("p", "Read at " + assessment.at() + "; nothing was written.");
        for (String trouble : assessment.troubles()) {
            page.raw("<p class=\"trouble\">" + Markup.escaped(trouble) + "</p>");
        }
        overview();
        assessment.types().forEach(this::type);
        return page.raw("</body></html>").toString();
    }

    private void overview() {
        List<List<String>> rows = new ArrayList<>();
        for (Type type : assessment.types()) {
            for (Holding holding : type.systems()) {
                List<String> row = new ArrayList<>(List.of(
                        type.type().name(),
                        holding.system().name(),
                        "" + holding.records(),
                        "" + type.doubles().tooMany(holding.system())));
                for (Kind kind : Kind.values()) {
                    row.add("" + wrong(holding, kind));
                }
                rows.add(row);
            }
        }
        List<String> header = new ArrayList<>(List.of("record", "system", "records", "too many"));
        for (Kind kind : Kind.values()) {
            header.add(kind.words());
        }
        page.table(header, rows);
    }

    private static long wrong(Holding holding, Kind kind) {
        return holding.fields().stream().mapToLong(column -> column.count(kind)).sum();
    }

    private void type(Type type) {
        page.text("h2", type.type().name());
        page.text(
                "p",
                type.records() + " records are " + type.doubles().entities() + " different ones, compared "
                        + type.doubles().how().words() + ".");
        for (Holding holding : type.systems()) {
            page.text("h3", "How complete " + holding.system() + " is");
            page.raw(BarChart.svg(
                    "How complete the fields of " + holding.system() + " are",
                    "wrong",
                    holding.fields().stream()
                            .map(column -> bar(column, holding))
                            .toList()));
            wrong(holding);
        }
        doubles(type);
    }

    /** A name in another spelling is good; it is only not beautiful. */
    private static Bar bar(Column column, Holding holding) {
        long bad = column.count(Kind.INVALID) + column.count(Kind.UNMAPPED) + column.count(Kind.NOBODY);
        return new Bar(column.field(), Math.max(0, column.filled() - bad), bad, holding.records());
    }

    private void wrong(Holding holding) {
        List<List<String>> rows = new ArrayList<>();
        for (Column column : holding.fields()) {
            column.findings()
                    .forEach((kind, finding) -> rows.add(List.of(
                            column.field(), kind.words(), "" + finding.count(), values(finding), examples(finding))));
        }
        if (!rows.isEmpty()) {
            page.table(List.of("field", "what", "records", "most frequent", "for example"), rows);
        }
    }

    private static String values(Finding finding) {
        return finding.values().entrySet().stream()
                .limit(8)
                .map(each -> "'" + each.getKey() + "' (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String examples(Finding finding) {
        return finding.examples().stream()
                .limit(3)
                .map(example -> example.id() + ": " + example.why())
                .collect(Collectors.joining("; "));
    }

    private void doubles(Type type) {
        Doubles doubles = type.doubles();
        List<Bar> bars = type.systems().stream()
                .map(holding -> new Bar(
                        holding.system().name(),
                        holding.records() - doubles.tooMany(holding.system()),
                        doubles.tooMany(holding.system()),
                        Math.max(1, holding.records())))
                .toList();
        page.text("h3", "What is there twice");
        page.raw(BarChart.svg("How many records of each system are too many", "too many", bars));
        shared(type);
        List<Group> within = doubles.groups().stream()
                .filter(group -> type.systems().stream().anyMatch(holding -> group.of(holding.system()) > 1))
                .toList();
        groups("The same, more than once in one system", within, within.size());
        groups("May be the same: a person would be asked", doubles.asked(), doubles.doubts());
    }

    private void shared(Type type) {
        List<String> header = new ArrayList<>(List.of("in both"));
        List<List<String>> rows = new ArrayList<>();
        for (Holding one : type.systems()) {
            header.add(one.system().name());
            List<String> row = new ArrayList<>(List.of(one.system().name()));
            for (Holding other : type.systems()) {
                row.add(one == other ? "" : "" + type.doubles().shared(one.system(), other.system()));
            }
            rows.add(row);
        }
        if (rows.size() > 1) {
            page.table(header, rows);
        }
    }

    private void groups(String title, List<Group> groups, long all) {
        if (groups.isEmpty()) {
            return;
        }
        long told = Math.min(groups.size(), GROUPS);
        page.text("h4", title + (told < all ? " (" + told + " of " + all + ")" : ""));
        List<List<String>> rows = new ArrayList<>();
        for (Group group : groups.subList(0, (int) told)) {
            String members = group.members().stream()
                    .map(member -> member.key().system() + " " + member.key().id() + ": " + member.title())
                    .collect(Collectors.joining(" | "));
            rows.add(List.of(members, group.why()));
        }
        page.table(List.of("records", "why"), rows);
    }
}
