package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SearchTest {

    private final Account account = new Account();

    @AfterEach
    void stop() {
        account.close();
    }

    private static List<String> names(Account.Answer answer) {
        return answer.body().path("results").findValuesAsText("name");
    }

    private Account.Answer search(String body) {
        account.passes(Duration.ofMillis(1_001));
        return account.post("/crm/objects/2026-09/companies/search", body);
    }

    @Test
    void a_new_record_is_not_found_until_the_index_has_caught_up() {
        account.company("Acme");

        assertThat(account.post("/crm/v3/objects/companies/search", "{\"filterGroups\":[]}")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        account.passes(Duration.ofMillis(1_000));
        assertThat(account.post("/crm/v3/objects/companies/search", "{\"filterGroups\":[]}")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_changed_record_is_found_as_it_was_until_the_index_has_caught_up() {
        String id = account.company("Acme");
        account.passes(Duration.ofSeconds(2));
        account.patch("/crm/v3/objects/companies/" + id, "{\"properties\":{\"name\":\"Beta\"}}");

        assertThat(names(account.post("/crm/v3/objects/companies/search", "{\"filterGroups\":[]}")))
                .containsExactly("Acme");
        assertThat(names(search("{\"filterGroups\":[]}"))).containsExactly("Beta");
    }

    @Test
    void archived_records_never_appear() {
        String id = account.company("Acme");
        account.delete("/crm/v3/objects/companies/" + id);

        assertThat(search("{\"filterGroups\":[]}").body().path("total").asInt()).isZero();
    }

    @Test
    void changes_are_found_by_a_window_of_epoch_milliseconds_and_come_in_order() {
        account.company("A");
        account.passes(Duration.ofSeconds(10));
        String second = account.company("B");
        long from = account.now().toEpochMilli();
        account.passes(Duration.ofSeconds(10));
        account.company("C");
        account.passes(Duration.ofSeconds(10));
        account.patch("/crm/v3/objects/companies/" + second, "{\"properties\":{\"city\":\"Bonn\"}}");
        String window =
                "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"hs_lastmodifieddate\",\"operator\":\"GTE\","
                        + "\"value\":\"" + from + "\"}]}],\"sorts\":[%s]}";

        assertThat(names(search(String.format(window, "\"hs_lastmodifieddate\""))))
                .containsExactly("C", "B");
        assertThat(names(search(String.format(
                        window, "{\"propertyName\":\"hs_lastmodifieddate\",\"direction\":\"DESCENDING\"}"))))
                .containsExactly("B", "C");
        assertThat(names(search(String.format(window, "\"-hs_object_id\"")))).containsExactly("C", "B");
    }

    @Test
    void a_moment_in_iso_form_is_no_search_value() {
        assertThat(account.find("companies", "hs_lastmodifieddate GTE \"value\":\"2026-11-01T08:00:00Z\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_hs_stamp_of_a_contact_does_not_follow_its_edits() {
        String id = account.contact("ann@lee.example");
        account.passes(Duration.ofMinutes(1));
        account.patch("/crm/v3/objects/contacts/" + id, "{\"properties\":{\"city\":\"Bonn\"}}");
        long edited = account.now().toEpochMilli();

        assertThat(account.find("contacts", "hs_lastmodifieddate GTE \"value\":\"" + edited + "\"")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(account.find("contacts", "lastmodifieddate GTE \"value\":\"" + edited + "\"")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void texts_compare_without_case_but_in_knows_lower_case_only_and_options_are_exact() {
        account.create("companies", "name:Acme,industry:BANKING");

        assertThat(names(account.find("companies", "name EQ \"value\":\"ACME\"")))
                .hasSize(1);
        assertThat(names(account.find("companies", "name IN \"values\":[\"Acme\"]")))
                .isEmpty();
        assertThat(names(account.find("companies", "name IN \"values\":[\"acme\"]")))
                .hasSize(1);
        assertThat(names(account.find("companies", "industry EQ \"value\":\"banking\"")))
                .isEmpty();
        assertThat(names(account.find("companies", "industry IN \"values\":[\"BANKING\"]")))
                .hasSize(1);
    }

    @Test
    void numbers_tokens_and_presence_have_operators_of_their_own() {
        account.create("companies", "name:Acme Steel Works,numberofemployees:50");
        account.create("companies", "name:Beta");

        assertThat(names(account.find("companies", "numberofemployees BETWEEN \"value\":\"9\",\"highValue\":\"100\"")))
                .containsExactly("Acme Steel Works");
        assertThat(names(account.find("companies", "name CONTAINS_TOKEN \"value\":\"ste*\"")))
                .hasSize(1);
        assertThat(names(account.find("companies", "name CONTAINS_TOKEN \"value\":\"ste\"")))
                .isEmpty();
        assertThat(names(account.find("companies", "name NOT_CONTAINS_TOKEN \"value\":\"steel\"")))
                .containsExactly("Beta");
        assertThat(names(account.find("companies", "numberofemployees NOT_HAS_PROPERTY")))
                .containsExactly("Beta");
    }

    @Test
    void limits_of_groups_filters_sorts_and_pages_are_kept() {
        String filter = "{\"propertyName\":\"name\",\"operator\":\"HAS_PROPERTY\"}";
        String seven = IntStream.range(0, 7).mapToObj(any -> filter).collect(Collectors.joining(","));
        String six = IntStream.range(0, 6)
                .mapToObj(any -> "{\"filters\":[" + filter + "]}")
                .collect(Collectors.joining(","));

        assertThat(search("{\"filterGroups\":[{\"filters\":[" + seven + "]}]}").status())
                .isEqualTo(400);
        assertThat(search("{\"filterGroups\":[" + six + "]}").status()).isEqualTo(400);
        assertThat(search("{\"filterGroups\":[],\"sorts\":[\"name\",\"city\"]}").status())
                .isEqualTo(400);
        assertThat(search("{\"filterGroups\":[],\"limit\":201}").status()).isEqualTo(400);
        assertThat(search("{\"filterGroups\":[],\"limit\":200,\"after\":\"9800\"}")
                        .status())
                .isEqualTo(200);
        assertThat(search("{\"filterGroups\":[],\"limit\":200,\"after\":\"9801\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pages_are_offsets_and_name_the_next_one() {
        account.service.load(
                "companies",
                IntStream.range(0, 5).mapToObj(i -> Map.of("name", "C" + i)).toList());

        Account.Answer page = search("{\"filterGroups\":[],\"limit\":2,\"after\":\"2\"}");

        assertThat(names(page)).containsExactly("C2", "C3");
        assertThat(page.body().path("total").asInt()).isEqualTo(5);
        assertThat(page.body().path("paging").path("next").path("after").asText())
                .isEqualTo("4");
    }

    @Test
    void a_query_looks_into_the_usual_properties() {
        account.create("companies", "name:Acme,domain:steel.example");

        assertThat(names(search("{\"query\":\"stee\"}"))).containsExactly("Acme");
        assertThat(names(search("{\"query\":\"iron\"}"))).isEmpty();
    }

    @Test
    void two_hundred_thousand_records_are_paged_by_their_stamp_without_delay() {
        account.service.load(
                "companies",
                IntStream.range(0, 200_000)
                        .mapToObj(i -> Map.of("name", "Company " + i))
                        .toList());
        account.human("settings", "{\"searchLimit\":1000}");
        long from = Account.START.minus(Duration.ofDays(30)).toEpochMilli();
        Instant began = Instant.now();
        JsonNode last = search("{}").body();
        for (int chunk = 0; chunk < 50; chunk++) {
            long low = from + chunk * 4_000_000L;
            last = search("{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"hs_lastmodifieddate\","
                            + "\"operator\":\"BETWEEN\",\"value\":\"" + low + "\",\"highValue\":\"" + (low + 3_999_999)
                            + "\"}]}],\"sorts\":[\"hs_lastmodifieddate\"],\"limit\":200}")
                    .body();
        }
        assertThat(last.path("total").asInt()).isEqualTo(4_000);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
}
