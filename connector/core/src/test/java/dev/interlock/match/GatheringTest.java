package dev.interlock.match;

import static dev.interlock.match.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.match.Gathering.Found;
import dev.interlock.record.FieldValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of many records are one, without a store. */
class GatheringTest {

    private static final List<Map<String, FieldValue>> RECORDS = List.of(
            company("Müller & Söhne GmbH", "mueller-soehne.de", "+49 30 5550100", "DE"),
            company("Rio Tinto plc", "riotinto.com", "", "GB"),
            company("MULLER SOEHNE", "", "+49 30 5550100", "DE"),
            company("Rio Tinto Ltd", "", "", "GB"),
            company("Mueller und Soehne", "mueller-soehne.de", "", "DE"));

    @Test
    void spellings_of_one_company_are_one_group_and_another_legal_entity_is_none() {
        Found found = Gathering.among(Companies.mapping(), RECORDS);
        assertThat(found.groups()).extracting(Gathering.Group::records).containsExactly(List.of(0, 2, 4));
        assertThat(found.groups().getFirst().why()).isNotBlank();
    }

    @Test
    void the_order_of_the_records_changes_nothing() {
        Found found = Gathering.among(Companies.mapping(), RECORDS.reversed());
        assertThat(found.groups()).extracting(Gathering.Group::records).containsExactly(List.of(0, 2, 4));
    }

    @Test
    void of_what_is_likely_but_not_certain_a_person_is_asked() {
        Found found = Gathering.among(
                Companies.mapping(),
                List.of(
                        company("Zwetschkenbaum Logistik GmbH", "", "", "AT"),
                        company("Zwetschkenbaum Logistik GmbH", "", "", "")));
        assertThat(found.groups().size() + found.doubts().size()).isEqualTo(1);
    }

    @Test
    void nothing_is_found_among_nothing() {
        assertThat(Gathering.among(Companies.mapping(), List.of())).isEqualTo(new Found(List.of(), List.of()));
    }
}
