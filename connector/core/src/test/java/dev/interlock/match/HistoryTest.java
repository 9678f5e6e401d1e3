package dev.interlock.match;

import static dev.interlock.match.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was weighed before tells nothing about two records. */
class HistoryTest {

    @Test
    void words_that_followed_one_another_in_other_records_weigh_the_same_as_ever() {
        Scales fresh = new Scales(Companies.mapping(), Experience.SHIPPED);
        Scales used = new Scales(Companies.mapping(), Experience.SHIPPED);
        for (int i = 0; i < 20; i++) {
            used.weigh(company("Zwetschken Baum Nr" + i, "", "", "DE"), company("Anders", "", "", "DE"));
        }

        Weight weight = used.weigh(
                company("Zwetschken Baum Wien", "", "", "DE"), company("Zwetschken Baum Graz", "", "", "DE"));

        assertThat(weight)
                .isEqualTo(fresh.weigh(
                        company("Zwetschken Baum Wien", "", "", "DE"), company("Zwetschken Baum Graz", "", "", "DE")));
    }
}
