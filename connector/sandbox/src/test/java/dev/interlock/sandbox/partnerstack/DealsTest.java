package dev.interlock.sandbox.partnerstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DealsTest {

    private final Programme programme = new Programme();

    @AfterEach
    void stop() {
        programme.close();
    }

    private Programme.Answer deal(String more) {
        return programme.post("/deals", "{\"account_name\":\"Acme\",\"partner_key\":\"" + partner + "\"" + more + "}");
    }

    private final String partner = programme.partner("ann@lee.example");

    @Test
    void a_deal_is_created_in_its_partners_group_and_first_stage() {
        Programme.Answer made = deal(",\"amount\":1999,\"external_key\":\"opp-1\"");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body().path("status").asInt()).isEqualTo(200);
        assertThat(made.data().path("stage").asText()).isEqualTo("Submitted");
        assertThat(made.data().path("group_key").asText()).isEqualTo("grup_reseller000001");
        assertThat(made.data().path("source").asText()).isEqualTo("partner");
        assertThat(made.data().path("amount").asInt()).isEqualTo(1999);
        assertThat(made.data().path("created_at").asLong()).isEqualTo(programme.millis());
        assertThat(made.data().path("team_member").path("email").asText()).isEqualTo("ann@lee.example");
        assertThat(made.data().path("close_date").isNull()).isTrue();
    }

    @Test
    void a_deal_of_source_partner_needs_its_partner() {
        Programme.Answer refused = programme.post("/deals", "{\"account_name\":\"Acme\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).contains("partner_key");
    }

    @Test
    void a_deal_of_source_vendor_needs_a_group_and_can_be_assigned_later() {
        assertThat(programme.post("/deals", "{\"source\":\"vendor\"}").status()).isEqualTo(400);
        String key = programme
                .post("/deals", "{\"source\":\"vendor\",\"group_key\":\"grup_reseller000001\"}")
                .key();
        assertThat(programme.get("/deals/" + key).data().path("partner_key").isNull())
                .isTrue();
        String partnership = programme.get("/partnerships/" + partner).key();

        assertThat(programme
                        .post("/deals/" + key + "/assignment/partnership/" + partnership, "{}")
                        .status())
                .isEqualTo(200);

        assertThat(programme.get("/deals/" + key).data().path("partner_key").asText())
                .isEqualTo(partner);
    }

    @Test
    void an_external_key_stands_in_for_the_key_and_is_taken_once() {
        String key = deal(",\"external_key\":\"opp-1\"").key();

        assertThat(programme.get("/deals/opp-1").key()).isEqualTo(key);
        assertThat(deal(",\"external_key\":\"opp-1\"").status()).isEqualTo(400);
        programme.delete("/deals/opp-1");
        assertThat(deal(",\"external_key\":\"opp-1\"").status()).isEqualTo(400);
    }

    @Test
    void a_stage_of_another_group_is_refused() {
        assertThat(deal(",\"stage\":\"In Progress\"").status()).isEqualTo(400);
        String key = deal("").key();

        assertThat(programme
                        .patch("/deals/" + key, "{\"stage\":\"Negotiation\"}")
                        .status())
                .isEqualTo(200);
        assertThat(programme
                        .patch("/deals/" + key, "{\"stage\":\"negotiation\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_deal_stays_in_the_group_of_its_partner() {
        String key = deal("").key();

        assertThat(programme
                        .patch("/deals/" + key, "{\"group_key\":\"grup_referral000002\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_amount_is_a_32_bit_number_of_cents() {
        assertThat(deal(",\"amount\":19.99").status()).isEqualTo(400);
        assertThat(deal(",\"amount\":2147483648").status()).isEqualTo(400);
        assertThat(deal(",\"amount\":\"1999\"").status()).isEqualTo(400);
        assertThat(deal(",\"amount\":2147483647").status()).isEqualTo(200);
    }

    @Test
    void a_close_date_is_a_day() {
        assertThat(deal(",\"close_date\":\"2026-12-24\"").status()).isEqualTo(200);
        assertThat(deal(",\"close_date\":\"2026-12-24T00:00:00Z\"").status()).isEqualTo(400);
    }

    @Test
    void a_patch_leaves_alone_what_it_does_not_name_and_clears_with_null() {
        String key = deal(",\"amount\":5,\"contact_first_name\":\"Bo\"").key();
        programme.passes(Duration.ofSeconds(7));

        Programme.Answer patched = programme.patch("/deals/" + key, "{\"amount\":null}");

        assertThat(patched.data().path("amount").isNull()).isTrue();
        assertThat(patched.data().path("contact_first_name").asText()).isEqualTo("Bo");
        assertThat(patched.data().path("updated_at").asLong()).isEqualTo(programme.millis());
    }

    @Test
    void an_archived_deal_is_neither_listed_nor_found() {
        String key = deal("").key();

        assertThat(programme.delete("/deals/" + key).status()).isEqualTo(200);

        assertThat(programme.get("/deals/" + key).status()).isEqualTo(404);
        assertThat(programme.get("/deals").data().path("items")).isEmpty();
    }

    @Test
    void form_fields_are_written_by_three_ways_and_read_by_all() {
        String key = deal(",\"fields\":[{\"api_name\":\"product\",\"value\":\"Pro\"}]")
                .key();

        programme.patch("/deals/" + key, "{\"field_data\":{\"notes\":\"warm\"},\"meta\":{\"country\":\"DE\"}}");

        Programme.Answer read = programme.get("/deals/" + key);
        assertThat(read.data().path("field_data").path("product").asText()).isEqualTo("Pro");
        assertThat(read.data().path("meta").path("notes").asText()).isEqualTo("warm");
        assertThat(read.data().path("fields").findValuesAsText("value")).contains("Pro", "warm", "DE");
    }

    @Test
    void a_field_nobody_declared_is_refused() {
        assertThat(deal(",\"colour\":\"red\"").status()).isEqualTo(400);
        assertThat(deal(",\"meta\":{\"colour\":\"red\"}").status()).isEqualTo(400);
        programme.human("declare", "{\"object\":\"deals\",\"fields\":[{\"name\":\"colour\",\"options\":[\"red\"]}]}");

        assertThat(deal(",\"meta\":{\"colour\":\"red\"}").status()).isEqualTo(200);
        assertThat(deal(",\"meta\":{\"colour\":\"blue\"}").status()).isEqualTo(400);
    }

    @Test
    void a_converted_deal_points_to_its_customer() {
        String key = deal("").key();

        Programme.Answer customer = programme.post("/deals/" + key + "/convert", "{\"email\":\"it@acme.example\"}");

        assertThat(customer.status()).isEqualTo(200);
        assertThat(programme.get("/deals/" + key).data().path("customer_key").asText())
                .isEqualTo(customer.key());
    }

    @Test
    void each_group_has_deal_stages_of_its_own() {
        Programme.Answer stages = programme.get("/sales-cycles/deal/stages?group_key=grup_referral000002");

        assertThat(stages.data().path("items").findValuesAsText("name"))
                .containsExactly("New", "Accepted", "In Progress", "Won", "Lost");
    }
}
