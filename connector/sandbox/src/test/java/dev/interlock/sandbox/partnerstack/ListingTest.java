package dev.interlock.sandbox.partnerstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListingTest {

    private final Programme programme = new Programme();

    @AfterEach
    void stop() {
        programme.close();
    }

    private void deals(int count) {
        programme.service.load("partnerships", List.of(Map.of("email", "ann@lee.example", "partner_key", "ann")));
        programme.service.load(
                "deals",
                IntStream.range(0, count)
                        .mapToObj(number -> Map.of("partner_key", "ann", "external_key", "d" + number))
                        .toList());
    }

    private static List<String> externalKeys(Programme.Answer page) {
        return page.data().path("items").findValuesAsText("external_key");
    }

    @Test
    void a_page_holds_ten_newest_first_unless_asked_otherwise() {
        deals(12);

        Programme.Answer page = programme.get("/deals");

        assertThat(externalKeys(page)).hasSize(10).startsWith("d11", "d10");
        assertThat(page.data().path("has_more").asBoolean()).isTrue();
        assertThat(page.body().path("message").asText()).isEqualTo("Page returned successfully");
    }

    @Test
    void pages_follow_each_other_by_the_key_of_the_last_item() {
        deals(25);
        List<String> seen = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            Programme.Answer page = programme.get("/deals?limit=10" + after);
            seen.addAll(externalKeys(page));
            more = page.data().path("has_more").asBoolean();
            after = "&starting_after="
                    + page.data().path("items").findValuesAsText("external_key").getLast();
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void the_page_before_a_key_is_the_one_just_before_it() {
        deals(10);

        Programme.Answer page = programme.get("/deals?limit=3&ending_before=d2");

        assertThat(externalKeys(page)).containsExactly("d5", "d4", "d3");
        assertThat(page.data().path("has_more").asBoolean()).isTrue();
        assertThat(programme.get("/deals?starting_after=d1&ending_before=d2").status())
                .isEqualTo(400);
    }

    @Test
    void update_filters_are_inclusive_at_both_ends() {
        deals(3);
        programme.patch("/deals/d0", "{\"amount\":1}");
        long changed = programme.millis();
        programme.passes(Duration.ofMillis(1));
        programme.patch("/deals/d1", "{\"amount\":1}");

        assertThat(externalKeys(programme.get("/deals?min_updated=" + changed))).containsExactly("d1", "d0");
        assertThat(externalKeys(programme.get("/deals?min_updated=" + changed + "&max_updated=" + changed)))
                .containsExactly("d0");
        assertThat(externalKeys(programme.get("/deals?min_updated=" + (changed + 2))))
                .isEmpty();
    }

    @Test
    void limits_outside_1_to_250_and_unknown_parameters_are_refused() {
        assertThat(programme.get("/deals?limit=0").status()).isEqualTo(400);
        assertThat(programme.get("/deals?limit=251").status()).isEqualTo(400);
        assertThat(programme.get("/deals?limit=250").status()).isEqualTo(200);
        assertThat(programme.get("/deals?order_by=updated_at").status()).isEqualTo(400);
        assertThat(programme.get("/deals?min_updated=2026-11-01").status()).isEqualTo(400);
    }

    @Test
    void deals_are_filtered_by_partner_and_by_group() {
        deals(2);
        programme.partner("bo@lee.example");

        assertThat(externalKeys(programme.get("/deals?partner_key=ann"))).hasSize(2);
        assertThat(externalKeys(programme.get("/deals?partner_key=annlee"))).isEmpty();
        assertThat(externalKeys(programme.get("/deals?group=reseller"))).hasSize(2);
        assertThat(externalKeys(programme.get("/deals?group=referral"))).isEmpty();
    }

    @Test
    void partnerships_can_be_listed_by_update_and_archived_ones_only_on_request() {
        deals(0);
        String later = programme.partner("bo@lee.example");
        programme.passes(Duration.ofSeconds(1));
        programme.patch("/partnerships/ann", "{\"tier_key\":\"Gold\"}");

        assertThat(programme
                        .get("/partnerships?order_by=-updated_at")
                        .data()
                        .path("items")
                        .findValuesAsText("partner_key"))
                .containsExactly("ann", later);
        programme.delete("/partnerships/ann");
        assertThat(programme.get("/partnerships").data().path("items")).hasSize(1);
        assertThat(programme.get("/partnerships?include_archived=true").data().path("items"))
                .hasSize(2);
    }
}
