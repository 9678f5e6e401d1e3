package dev.interlock.mapping;

import static dev.interlock.mapping.Files.field;
import static dev.interlock.mapping.Files.file;
import static dev.interlock.mapping.Files.problemsOfRecord;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.normalise.Nasty;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NameTemplateTest {

    private static final FieldValue DAY = new FieldValue.Day(LocalDate.of(2026, 9, 30));

    private static NameTemplate template(String text) {
        String record = field(
                "title:",
                "  type: text",
                "  write: '" + text + "'",
                "  systems: { hubspot: title }",
                "company: { type: company, systems: { hubspot: company } }",
                "product: { type: text, systems: { hubspot: product } }",
                "person: { type: person, systems: { hubspot: person } }",
                "closes: { type: date, systems: { hubspot: closes } }",
                "seen: { type: moment, systems: { hubspot: seen } }");
        Configuration configuration = Files.good(file("interlock.yaml", Files.SETTINGS), file("r.yaml", record));
        RecordMapping mapping = configuration.records().get(new RecordType("thing"));
        Field title = mapping.fields().values().iterator().next();
        return title.composed().orElseThrow().template();
    }

    private static String written(String template, Map<String, FieldValue> values) {
        return template(template).write(values).map(FieldValueText::show).orElse("(none)");
    }

    @Test
    void a_name_is_put_together_out_of_other_fields() {
        Map<String, FieldValue> values = Map.of(
                "company", FieldValue.text("Müller & Söhne GmbH"),
                "product", FieldValue.text("GTX Pro"),
                "person", FieldValue.text("Ann van Dyke"),
                "seen", new FieldValue.Moment(Instant.parse("2026-12-31T23:59:59Z")),
                "closes", DAY);
        assertThat(written("{company} - {product} - {closes.quarter}", values))
                .isEqualTo("Müller & Söhne GmbH - GTX Pro - Q3 2026");
        assertThat(written("{company.plain} ({company.form})", values)).isEqualTo("Müller & Söhne (GmbH)");
        assertThat(written("{person.last}, {person.first} {closes.month} {closes.year} {seen.quarter}", values))
                .isEqualTo("van Dyke, Ann 2026-09 2026 Q4 2026");
    }

    @Test
    void a_blank_field_leaves_out_the_words_before_it_too() {
        String template = "{company} - {product} - {closes.quarter}";
        assertThat(written(template, Map.of("product", FieldValue.text("GTX"), "closes", DAY)))
                .isEqualTo("GTX - Q3 2026");
        assertThat(written(template, Map.of("company", FieldValue.text("Acme"), "closes", DAY)))
                .isEqualTo("Acme - Q3 2026");
        assertThat(written(template, Map.of("company", FieldValue.text("Acme"), "closes", FieldValue.EMPTY)))
                .isEqualTo("Acme");
        assertThat(written(template, Map.of())).isEqualTo("(none)");
        assertThat(written("[{company}] {product}!", Map.of("product", FieldValue.text("GTX"))))
                .isEqualTo("[GTX!");
    }

    @Test
    void an_unknown_placeholder_is_told_with_its_place_and_what_was_meant() {
        assertThat(problemsOfRecord(field(
                        "title:",
                        "  type: text",
                        "  write: '{compny} - {closes.quater} - {up} - {title}'",
                        "  systems: { hubspot: title }",
                        "company: { type: company, systems: { hubspot: company } }",
                        "closes: { type: date, systems: { hubspot: closes } }",
                        "up: { type: reference, to: thing, systems: { hubspot: up } }")))
                .containsExactly(
                        "r.yaml:10:14 unknown field 'compny' in the name (did you mean 'company'?)",
                        "r.yaml:10:32 a field of this type has no part 'quater'; it has year, quarter, month"
                                + " (did you mean 'quarter'?)",
                        "r.yaml:10:43 'up' is a reference to another record, which a name cannot be composed of",
                        "r.yaml:10:50 'title' is composed itself, which a name cannot be composed of");
    }

    @Test
    void a_standard_that_cannot_be_is_told() {
        assertThat(problemsOfRecord(field("a:", "  type: company", "  write: propr", "  systems: { hubspot: a }")))
                .containsExactly("r.yaml:10:12 'propr' is neither the standard proper nor a template such as"
                        + " '{company} - {product}' (did you mean 'proper'?)");
        assertThat(problemsOfRecord(field("a:", "  type: text", "  write: proper", "  systems: { hubspot: a }")))
                .containsExactly("r.yaml:10:12 only a field of type company or person is written proper");
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: text",
                        "  writers: [hubspot]",
                        "  write: { as: 'x{b', over: all }",
                        "  systems: { hubspot: { field: a, direction: out } }",
                        "b: { type: text, systems: { hubspot: b } }")))
                .contains(
                        "r.yaml:11:31 'all' must be one of ours, anything",
                        "r.yaml:10:5 a composed field has no 'writers': nobody's edit of it travels, and 'over' says"
                                + " what is written over",
                        "r.yaml:11:20 this brace has no other: a field stands in a pair, such as {company}");
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: text",
                        "  write: '{b}'",
                        "  systems: { hubspot: { field: a, direction: out } }",
                        "b: { type: text, systems: { hubspot: b } }")))
                .containsExactly("r.yaml:11:25 what is never read cannot be spared: leave out the direction, or say"
                        + " 'over: anything'");
    }

    @Property
    void a_written_name_is_on_one_line_and_says_itself(@ForAll @Nasty String company, @ForAll @Nasty String product) {
        Map<String, FieldValue> values =
                Map.of("company", FieldValue.text(company), "product", FieldValue.text(product));
        NameTemplate template = new NameTemplate(List.of(
                new NameTemplate.Piece.Slot("company", NamePart.PLAIN),
                new NameTemplate.Piece.Words(" - "),
                new NameTemplate.Piece.Slot("product", NamePart.WHOLE)));
        template.write(values)
                .ifPresent(name -> Laws.hold(
                        new ColumnLens("c", new WordForm.Words()),
                        Laws.raw("c", FieldValueText.show(name)),
                        Laws.raw("c", company)));
    }
}
