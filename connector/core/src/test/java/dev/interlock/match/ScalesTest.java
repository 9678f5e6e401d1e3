package dev.interlock.match;

import static dev.interlock.match.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.FieldValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What two records weigh against one another, without any other record. */
class ScalesTest {

    private static final Map<String, FieldValue> MUELLER =
            company("Müller & Söhne GmbH", "mueller-soehne.de", "+49 30 5550100", "DE");

    private final Scales scales = new Scales(Companies.mapping(), Experience.SHIPPED);

    @Test
    void one_company_written_in_three_ways_is_one() {
        assertThat(chance(MUELLER, company("Mueller und Soehne", "mueller-soehne.de", "", "DE")))
                .isGreaterThan(0.99);
        assertThat(chance(MUELLER, company("MULLER SOEHNE", "", "+49 30 5550100", "DE")))
                .isGreaterThan(0.99);
    }

    @Test
    void another_kind_of_legal_entity_stays_another() {
        Weight weight = scales.weigh(
                company("Rio Tinto plc", "riotinto.com", "", "GB"), company("Rio Tinto Ltd", "riotinto.com", "", "GB"));
        assertThat(weight.chance()).isZero();
        assertThat(weight.ruledOut()).containsExactly("legal form of name: another kind of legal entity");
    }

    @Test
    void a_field_that_must_never_differ_rules_it_out_if_both_tell_it() {
        Map<String, FieldValue> one = company("Acme Robotics", "acme-robotics.com", "+1 212 555 0100", "US", "11-1");
        Map<String, FieldValue> other = company("Acme Robotics", "acme-robotics.com", "+1 212 555 0100", "US", "22-2");
        assertThat(scales.weigh(one, other).ruledOut()).containsExactly("tax_id: different");
        assertThat(chance(one, company("Acme Robotics", "acme-robotics.com", "", "US")))
                .isGreaterThan(0.99);
    }

    @Test
    void a_shared_name_of_common_words_alone_links_nobody() {
        assertThat(chance(
                        company("Global Solutions", "global-solutions.com", "+1 212 555 0100", "US"),
                        company("Global Solutions", "globalsol.de", "+49 30 7123456", "US")))
                .isLessThan(0.5);
    }

    @Test
    void what_was_weighed_before_changes_nothing() {
        Map<String, FieldValue> other = company("Mueller Soehne", "mueller-soehne.de", "", "DE");
        Weight first = scales.weigh(MUELLER, other);
        for (int i = 0; i < 100; i++) {
            scales.weigh(MUELLER, company("Müller & Söhne GmbH", "mueller-soehne.de", "+49 30 55" + (50200 + i), "DE"));
        }
        assertThat(scales.weigh(MUELLER, other)).isEqualTo(first);
        assertThat(scales.weigh(other, MUELLER).bits()).isEqualTo(first.bits());
    }

    @Test
    void records_that_are_one_share_a_clue_however_they_are_written() {
        Set<Long> clues = scales.clues(MUELLER);
        for (Map<String, FieldValue> other : List.of(
                company("Mueller und Soehne", "", "", "DE"),
                company("MM Gruppe", "mueller-soehne.de", "", ""),
                company("unknown", "", "+49 (0)30 555 0100", ""))) {
            assertThat(scales.clues(other)).containsAnyElementsOf(clues);
        }
        Set<Long> strangers = new HashSet<>(scales.clues(company("Zwetschkenbaum", "zwb.at", "+43 1 7123456", "AT")));
        strangers.retainAll(clues);
        assertThat(strangers).isEmpty();
        assertThat(scales.clues(Map.of())).isEmpty();
    }

    @Test
    void what_is_learnt_is_written_down_and_weighs_the_same_when_it_is_read() {
        Map<String, List<Map<String, FieldValue>>> staged = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            staged.put("e" + i, List.of(company("Nordic Partner " + i % 250, "n" + i + ".example", "", "SE")));
        }
        Experience learnt = Experience.learnt(Companies.mapping(), staged);
        Optional<Experience> read = ExperienceText.read(ExperienceText.write(learnt));
        assertThat(read).contains(learnt);
        assertThat(Experience.learnt(Companies.mapping(), new TreeMap<>(staged).descendingMap()))
                .isEqualTo(learnt);
        Scales taught = new Scales(Companies.mapping(), learnt);
        Map<String, FieldValue> one = company("Nordic Partner Malmö", "", "", "");
        Map<String, FieldValue> other = company("Nordic Partner Lund", "", "", "");
        assertThat(taught.weigh(one, other).bits())
                .isLessThan(scales.weigh(one, other).bits());
        assertThat(ExperienceText.read("anything else")).isEmpty();
    }

    private double chance(Map<String, FieldValue> one, Map<String, FieldValue> other) {
        Weight weight = scales.weigh(one, other);
        assertThat(weight.words()).as("never a value").doesNotContain("Müller");
        return weight.chance();
    }
}
