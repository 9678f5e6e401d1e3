package dev.interlock.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Trait;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer would say that a column holds. */
class InferenceTest {

    @ParameterizedTest
    @CsvSource({
        "given_name, Mitchell, GIVEN_NAME",
        "surname, Green, FAMILY_NAME",
        "LastName, Green, FAMILY_NAME",
        "street_number, 7, HOUSE_NUMBER",
        "address_1, wallaby place, STREET",
        "addr, 435 S. La Cienega Blvd., STREET",
        "suburb, Cleveland, CITY",
        "birth_place, Devon, CITY",
        "postcode_fake, tq13 8df, POSTCODE",
        "Zip, 60302, POSTCODE",
        "state, nsw, REGION",
        "date_of_birth, 19560409, DATE",
        "dob, 1971-06-24, DATE",
        "soc_sec_id, 1804974, IDENTIFIER",
        "Site name, Chicago Commons, COMPANY",
        "Email Address, a@example.com, EMAIL",
        "Phone, 3865286, PHONE",
        "website, www.example.org, DOMAIN",
        "full_name, Thomas Clifford, FULL_NAME",
        "True Id, 27, NOTHING",
        "cluster, 3, NOTHING",
        "whatever, someone@example.com, EMAIL",
        "whatever, 1971-06-24, DATE"
    })
    void a_column_is_known_by_its_name_and_by_what_it_holds(String name, String cell, Trait trait) {
        List<Row> rows = List.of(new Row("a", List.of(cell)), new Row("b", List.of(cell)));
        assertThat(Inference.of(List.of(name), rows).getFirst().column()).isEqualTo(new Column(name, trait));
    }

    @Test
    void a_name_whose_contents_say_otherwise_is_not_believed() {
        List<Row> rows = Collections.nCopies(5, new Row("a", List.of("2014-01-31")));
        assertThat(Inference.of(List.of("Email Address"), rows)
                        .getFirst()
                        .column()
                        .trait())
                .isEqualTo(Trait.DATE);
    }

    @Test
    void the_full_name_beside_its_parts_counts_once() {
        List<Row> rows = List.of(new Row("a", List.of("Ann Lee", "Ann", "Lee")));
        assertThat(Inference.of(List.of("full_name", "first_name", "surname"), rows).stream()
                        .map(each -> each.column().trait()))
                .containsExactly(Trait.NOTHING, Trait.GIVEN_NAME, Trait.FAMILY_NAME);
    }
}
