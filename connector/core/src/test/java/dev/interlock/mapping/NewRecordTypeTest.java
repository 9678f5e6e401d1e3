package dev.interlock.mapping;

import static dev.interlock.mapping.Files.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Day;
import dev.interlock.record.FieldValue.Many;
import dev.interlock.record.FieldValue.Text;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A record type that nobody thought of needs a file, and no code. */
class NewRecordTypeTest {

    private static final String CERTIFICATION = """
            apiVersion: v1
            kind: Record
            record: certification
            systems:
              salesforce:   { object: Certification__c, key: Interlock_Id__c }
              partnerstack: { object: certifications, create: { when: "level == 'gold' && expires > timestamp('2026-01-01T00:00:00Z')" } }
            match: [ [holder, title] ]
            fields:
              title:
                type: text
                systems: { salesforce: Name, partnerstack: title }
              holder:
                type: person
                systems:
                  salesforce: { field: [FirstName__c, LastName__c], use: join-name }
                  partnerstack: holder
              level:
                type: choice
                systems:
                  salesforce: { field: Level__c, map: { Gold: gold, Silver: silver, Argent: silver }, reverse: { silver: Silver } }
                  partnerstack: { field: level, compute: "size(tier) > 0 ? tier.lowerAscii() : 'silver'" }
              topics:
                type: multi
                authority: merge
                systems:
                  salesforce: Topics__c
                  partnerstack: { field: topics, joiner: json }
              expires:
                type: date
                blank: clear
                systems:
                  salesforce: Expires__c
                  partnerstack: { field: expires_at, format: epoch-ms }
              partner:
                type: reference
                to: partner
                systems: { salesforce: Account__c }
            """.replace("field: level, compute", "compute");

    private final Configuration configuration = Files.good(
            file("certification.yaml", CERTIFICATION),
            file("interlock.yaml", Files.SETTINGS),
            file("partner.yaml", Files.PARTNER));
    private final RecordMapping mapping = configuration.records().get(new RecordType("certification"));

    private Lens lens(String field, String system) {
        return mapping.fields()
                .get(field)
                .in(new SystemId(system))
                .orElseThrow()
                .lens();
    }

    @Test
    void it_is_read_and_written_like_any_other() {
        RawFields salesforce = new RawFields(Map.of(
                "FirstName__c", Optional.of("Ann Mary"),
                "LastName__c", Optional.of("O'Neil"),
                "Level__c", Optional.of("ARGENT"),
                "Topics__c", Optional.of("b;a"),
                "Expires__c", Optional.of("2026-12-31")));
        assertThat(lens("holder", "salesforce").get(salesforce, Links.NONE))
                .isEqualTo(Form.said(new Text("Ann Mary O'Neil")));
        assertThat(lens("level", "salesforce").get(salesforce, Links.NONE)).isEqualTo(Form.said(new Text("silver")));
        FieldValue topics = new Many(new TreeSet<>(List.of("a", "b")));
        assertThat(lens("topics", "salesforce").get(salesforce, Links.NONE)).isEqualTo(Form.said(topics));
        assertThat(lens("topics", "partnerstack").put(topics, RawFields.NONE, Links.NONE))
                .isEqualTo(new Writing.Put(Laws.raw("topics", "[\"a\",\"b\"]")));
        FieldValue day = new Day(LocalDate.of(2026, 12, 31));
        assertThat(lens("expires", "salesforce").get(salesforce, Links.NONE)).isEqualTo(Form.said(day));
        assertThat(lens("expires", "partnerstack").put(day, RawFields.NONE, Links.NONE))
                .isEqualTo(new Writing.Put(Laws.raw("expires_at", "1798675200000")));
    }

    @Test
    void a_computed_field_is_read_from_the_columns_that_its_expression_names() {
        Lens level = lens("level", "partnerstack");
        assertThat(level.columns()).containsExactly("tier");
        assertThat(level.get(Laws.raw("tier", "GOLD"), Links.NONE)).isEqualTo(Form.said(new Text("gold")));
        assertThat(level.get(Laws.raw("tier", ""), Links.NONE)).isEqualTo(Form.said(new Text("silver")));
        assertThat(level.get(RawFields.NONE, Links.NONE)).isEqualTo(new Reading.Unsaid());
        Binding binding =
                mapping.fields().get("level").in(new SystemId("partnerstack")).orElseThrow();
        assertThat(binding.isWritten()).isFalse();
    }

    @Test
    void its_condition_may_ask_about_dates() {
        Condition when = mapping.place(new SystemId("partnerstack"))
                .flatMap(place -> place.create().when())
                .orElseThrow();
        Map<String, FieldValue> golden =
                Map.of("level", new Text("gold"), "expires", new Day(LocalDate.of(2026, 12, 31)));
        assertThat(when.holds(golden)).isTrue();
        assertThat(when.holds(Map.of("level", new Text("gold"), "expires", new Day(LocalDate.of(2020, 1, 1)))))
                .isFalse();
        assertThat(when.holds(Map.of("level", new Text("gold")))).isFalse();
    }

    @Test
    void it_comes_after_what_it_points_at() {
        assertThat(configuration.inOrder()).containsExactly(new RecordType("partner"), new RecordType("certification"));
    }

    @Test
    void the_fingerprint_changes_with_the_mapping_and_not_with_comments_or_the_environment() {
        List<SourceFile> files = List.of(
                file("c.yaml", "# a comment\n" + CERTIFICATION),
                file("p.yaml", Files.PARTNER),
                file("i.yaml", Files.SETTINGS));
        ConfigReading same = ConfigReader.read(files, Map.of("SALESFORCE_TOKEN", "another"));
        Configuration other = Files.good(
                file("c.yaml", CERTIFICATION.replace("Gold: gold", "Golden: gold")),
                file("i.yaml", Files.SETTINGS),
                file("p.yaml", Files.PARTNER));

        assertThat(configuration.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(same)
                .isInstanceOfSatisfying(
                        ConfigReading.Good.class,
                        good -> assertThat(good.configuration().fingerprint()).isEqualTo(configuration.fingerprint()));
        assertThat(other.fingerprint()).isNotEqualTo(configuration.fingerprint());
    }
}
