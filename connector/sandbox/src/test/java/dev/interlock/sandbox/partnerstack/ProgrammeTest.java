package dev.interlock.sandbox.partnerstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProgrammeTest {

    private static final String LEAD = "{\"external_key\":\"bo@acme.example\",\"partner_key\":\"annlee\","
            + "\"status\":\"open\",\"meta\":{\"first_name\":\"Bo\",\"last_name\":\"Day\"}}";

    private final Programme programme = new Programme();

    @AfterEach
    void stop() {
        programme.close();
    }

    @Test
    void wrong_keys_are_refused_with_401() {
        programme.uses("pk_sandbox:wrong");

        Programme.Answer refused = programme.get("/deals");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void a_partnership_carries_group_team_tags_and_a_key_made_of_its_name() {
        Programme.Answer made = programme.post(
                "/partnerships",
                "{\"email\":\"ann@lee.example\",\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"tags\":[\"emea\"],"
                        + "\"fields\":[{\"api_name\":\"company\",\"value\":\"Lee Ltd\"}]}");

        assertThat(made.data().path("partner_key").asText()).isEqualTo("annlee");
        assertThat(made.data().path("group").path("slug").asText()).isEqualTo("reseller");
        assertThat(made.data().path("team").path("name").asText()).isEqualTo("Lee Ltd");
        assertThat(made.data().path("tags").get(0).asText()).isEqualTo("emea");
        assertThat(made.data().path("archived").asBoolean()).isFalse();
    }

    @Test
    void two_partnerships_do_not_share_an_email() {
        programme.partner("ann@lee.example");

        assertThat(programme
                        .post("/partnerships", "{\"email\":\"ANN@lee.example\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_partners_name_is_not_patched_unless_settings_open_it() {
        String partner = programme.partner("ann@lee.example");
        String rename = "{\"first_name\":\"Anne\"}";
        assertThat(programme.patch("/partnerships/" + partner, rename).status()).isEqualTo(400);

        programme.human("settings", "{\"partnershipPatchable\":[\"first_name\"]}");

        assertThat(programme.patch("/partnerships/" + partner, rename).status()).isEqualTo(200);
    }

    @Test
    void a_deal_follows_its_partner_to_a_new_partner_key() {
        programme.partner("ann@lee.example");
        String key = programme.post("/deals", "{\"partner_key\":\"annlee\"}").key();

        programme.patch("/partnerships/annlee", "{\"partner_key\":\"lee-ltd\"}");

        assertThat(programme.get("/deals/" + key).data().path("partner_key").asText())
                .isEqualTo("lee-ltd");
    }

    @Test
    void a_lead_needs_external_key_partner_status_and_both_names() {
        programme.partner("ann@lee.example");

        assertThat(programme
                        .post("/leads", LEAD.replace("\"last_name\":\"Day\"", "\"email\":\"x@y.z\""))
                        .status())
                .isEqualTo(400);
        assertThat(programme.post("/leads", LEAD.replace("annlee", "nobody")).status())
                .isEqualTo(400);
        assertThat(programme.post("/leads", LEAD.replace("open", "warm")).status())
                .isEqualTo(400);
        Programme.Answer made = programme.post("/leads", LEAD);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.data().path("meta").path("first_name").asText()).isEqualTo("Bo");
        assertThat(made.data().path("partner_key").asText()).isEqualTo("annlee");
    }

    @Test
    void a_lead_is_found_by_its_email_shaped_external_key_and_converted() {
        programme.partner("ann@lee.example");
        programme.post("/leads", LEAD);

        assertThat(programme.get("/leads/bo%40acme.example").status()).isEqualTo(200);
        Programme.Answer customer =
                programme.post("/leads/bo%40acme.example/convert", "{\"email\":\"bo@acme.example\"}");
        assertThat(customer.data().path("partner_key").asText()).isEqualTo("annlee");
    }

    @Test
    void a_person_edits_by_the_control_door_and_the_stamp_moves() {
        programme.partner("ann@lee.example");
        String key = programme.post("/deals", "{\"partner_key\":\"annlee\"}").key();
        programme.passes(Duration.ofMinutes(1));

        programme.human(
                "edit",
                "{\"object\":\"deals\",\"id\":\"" + key + "\",\"fields\":{\"stage\":\"Qualified\",\"notes\":\"x\"}}");

        Programme.Answer read = programme.get("/deals/" + key);
        assertThat(read.data().path("stage").asText()).isEqualTo("Qualified");
        assertThat(read.data().path("updated_at").asLong()).isEqualTo(programme.millis());
    }

    @Test
    void an_archived_record_comes_back_by_the_control_door() {
        String partner = programme.partner("ann@lee.example");
        programme.delete("/partnerships/" + partner);

        programme.human("restore", "{\"object\":\"partnerships\",\"id\":\"" + partner + "\"}");

        assertThat(programme.get("/partnerships/" + partner).status()).isEqualTo(200);
    }

    @Test
    void loaded_rows_were_there_before_each_a_second_younger_than_the_last() {
        programme.service.load("partnerships", List.of(Map.of("email", "a@x.example"), Map.of("email", "b@x.example")));

        List<Long> stamps = programme.service.dump().path("partnerships").findValues("updated_at").stream()
                .map(JsonNode::asLong)
                .distinct()
                .toList();
        long before = Programme.START.minus(Duration.ofDays(30)).toEpochMilli();
        assertThat(stamps).contains(before, before + 1000);
    }

    @Test
    void a_row_that_does_not_fit_is_named_with_its_column() {
        assertThatThrownBy(() -> programme.service.load(
                        "partnerships", List.of(Map.of("email", "a@x.example"), Map.of("colour", "red"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("'colour'");
    }

    @Test
    void two_hundred_thousand_deals_are_paged_and_polled_without_delay() {
        programme.partner("ann@lee.example");
        programme.service.load(
                "deals",
                IntStream.range(0, 200_000)
                        .mapToObj(number -> Map.of("partner_key", "annlee", "external_key", "d" + number))
                        .toList());
        programme.patch("/deals/d7", "{\"amount\":1}");
        Instant began = Instant.now();

        for (int page = 0; page < 40; page++) {
            assertThat(programme
                            .get("/deals?limit=250&starting_after=d" + (page * 4_000 + 300))
                            .data()
                            .path("items"))
                    .hasSize(250);
        }
        Programme.Answer changed = programme.get("/deals?min_updated=" + programme.millis());

        assertThat(changed.data().path("items").findValuesAsText("external_key"))
                .containsExactly("d7");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_clock_that_runs_ahead_shows_in_the_stamps() {
        programme.human("settings", "{\"clockSkewMillis\":60000}");

        String partner = programme.partner("ann@lee.example");

        assertThat(programme
                        .get("/partnerships/" + partner)
                        .data()
                        .path("created_at")
                        .asLong())
                .isEqualTo(programme.millis() + 60_000);
    }

    @Test
    void a_fault_set_by_the_control_door_strikes_once() {
        programme.partner("ann@lee.example");
        programme.human("fail", "{\"kind\":\"STATUS\",\"status\":503}");

        assertThat(programme.get("/partnerships").status()).isEqualTo(503);
        assertThat(programme.get("/partnerships").status()).isEqualTo(200);
    }
}
