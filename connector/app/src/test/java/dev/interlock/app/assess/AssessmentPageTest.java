package dev.interlock.app.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.assess.Assessment.Column;
import dev.interlock.app.assess.Assessment.Doubles;
import dev.interlock.app.assess.Assessment.Example;
import dev.interlock.app.assess.Assessment.Finding;
import dev.interlock.app.assess.Assessment.Group;
import dev.interlock.app.assess.Assessment.Holding;
import dev.interlock.app.assess.Assessment.How;
import dev.interlock.app.assess.Assessment.Kind;
import dev.interlock.app.assess.Assessment.Member;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report as it looks, held against what it looked like when somebody found it good. */
class AssessmentPageTest {

    private static final RecordType PARTNER = new RecordType("partner");
    private static final SystemId CRM = new SystemId("salesforce");
    private static final SystemId PRM = new SystemId("partnerstack");

    private static final Assessment REPORT = new Assessment(
            Instant.parse("2026-07-01T08:00:00Z"),
            List.of(new Assessment.Type(
                    PARTNER,
                    List.of(
                            new Holding(
                                    CRM,
                                    4,
                                    List.of(
                                            new Column("name", 4, Map.of(Kind.MISNAMED, finding("ACME GMBH"))),
                                            new Column("email", 2, Map.of(Kind.INVALID, finding("a<b>\"&'\u202e"))))),
                            new Holding(PRM, 3, List.of(new Column("name", 3, Map.of())))),
                    new Doubles(
                            How.KEYS_AND_WEIGHT,
                            5,
                            List.of(new Group(
                                    List.of(member(CRM, "1"), member(CRM, "2"), member(PRM, "p")), "same domain")),
                            1,
                            List.of(new Group(List.of(member(CRM, "3"), member(PRM, "q")), "81.0 %: name alike"))))),
            List.of("lead of hubspot could not be read: it is down <now>"));

    private static Finding finding(String value) {
        return new Finding(1, Map.of(value, 1L), List.of(new Example("1", value, "because of <it>")));
    }

    private static Member member(SystemId system, String id) {
        return new Member(new RecordKey(system, PARTNER, id), "<script>alert('" + id + "')</script>");
    }

    @Test
    void the_page_looks_as_it_did() {
        assertThat(AssessmentPage.of(REPORT)).isEqualToIgnoringNewLines(golden("assessment.html"));
    }

    @Test
    void the_summary_looks_as_it_did_and_tells_no_value() {
        StringWriter out = new StringWriter();
        new AssessmentText(new PrintWriter(out)).print(REPORT);
        assertThat(out.toString()).isEqualToIgnoringNewLines(golden("assessment.txt"));
        assertThat(out.toString()).doesNotContain("ACME");
    }

    @Test
    void the_json_looks_as_it_did() {
        assertThat(AssessmentJson.of(REPORT).toPrettyString()).isEqualToIgnoringNewLines(golden("assessment.json"));
    }

    @Test
    void whatever_records_hold_the_page_runs_nothing_and_loads_nothing() {
        String page = AssessmentPage.of(REPORT);
        assertThat(page).contains("&lt;script&gt;alert(&#39;1&#39;)").doesNotContain("<script", "\u202e", "<it>");
        assertThat(page).doesNotContainPattern("(src|href)=|url\\(|@import|http");
    }

    private static String golden(String name) {
        try (var in = AssessmentPageTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no golden file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
