package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IdentityTest {

    private final Account account = new Account();

    @AfterEach
    void stop() {
        account.close();
    }

    private Account.Answer merge(String type, String primary, String other) {
        return account.post(
                "/crm/v3/objects/" + type + "/merge",
                "{\"primaryObjectId\":\"" + primary + "\",\"objectIdToMerge\":\"" + other + "\"}");
    }

    @Test
    void merged_companies_get_a_new_id_to_which_both_old_ones_lead() {
        String one = account.create("companies", "name:Acme");
        String two = account.create("companies", "name:Acme Ltd,city:Bonn");

        Account.Answer merged = merge("companies", one, two);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.id()).isNotIn(one, two);
        assertThat(merged.property("name")).isEqualTo("Acme");
        assertThat(merged.property("city")).isEqualTo("Bonn");
        assertThat(merged.property("hs_merged_object_ids")).isEqualTo(one + ";" + two);
        assertThat(account.get("/crm/v3/objects/companies/" + two).id()).isEqualTo(merged.id());
        assertThat(account.get("/crm/v3/objects/companies/" + one).id()).isEqualTo(merged.id());
        assertThat(account.get("/crm/v3/objects/companies?archived=true").body().path("results"))
                .isEmpty();
    }

    @Test
    void a_portal_may_keep_the_primary_id() {
        account.human("settings", "{\"mergedIdIsNew\":false}");
        String one = account.company("Acme");
        String two = account.company("Acme Ltd");

        assertThat(merge("companies", one, two).id()).isEqualTo(one);
        assertThat(account.get("/crm/v3/objects/companies/" + two).id()).isEqualTo(one);
    }

    @Test
    void a_merged_contact_keeps_both_addresses_and_both_collide() {
        String one = account.contact("ann@lee.example");
        String two = account.contact("ann@acme.example");

        Account.Answer merged = merge("contacts", one, two);

        assertThat(merged.property("hs_additional_emails")).isEqualTo("ann@acme.example");
        assertThat(merged.property("hs_calculated_merged_vids")).contains(two + ":");
        assertThat(account.post("/crm/v3/objects/contacts", "{\"properties\":{\"email\":\"ann@acme.example\"}}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void associations_follow_a_merge() {
        String one = account.company("Acme");
        String two = account.company("Acme Ltd");
        String deal = account.deal("Big");
        account.put("/crm/v4/objects/deals/" + deal + "/associations/default/companies/" + two, "");

        String merged = merge("companies", one, two).id();

        assertThat(account.get("/crm/v4/objects/deals/" + deal + "/associations/companies")
                        .body()
                        .path("results")
                        .findValuesAsText("toObjectId"))
                .containsExactly(merged);
    }

    @Test
    void a_merge_takes_the_loser_out_of_search() {
        String one = account.company("Acme");
        String two = account.company("Beta");
        account.human("merge", "{\"object\":\"companies\",\"winner\":\"" + one + "\",\"loser\":\"" + two + "\"}");

        assertThat(account.find("companies", "name HAS_PROPERTY")
                        .body()
                        .path("results")
                        .findValuesAsText("name"))
                .containsExactly("Acme");
    }

    @Test
    void leads_cannot_be_merged() {
        assertThat(merge("leads", "1", "2").status()).isEqualTo(404);
    }

    @Test
    void an_erased_contact_leaves_no_trace_and_cannot_come_back() {
        String id = account.contact("ann@lee.example");

        assertThat(account.post("/crm/v3/objects/contacts/gdpr-delete", "{\"objectId\":\"" + id + "\"}")
                        .status())
                .isEqualTo(204);

        assertThat(account.get("/crm/v3/objects/contacts/" + id).status()).isEqualTo(404);
        assertThat(account.get("/crm/v3/objects/contacts?archived=true").body().path("results"))
                .isEmpty();
        assertThat(account.post("/crm/v3/objects/contacts", "{\"properties\":{\"email\":\"ann@lee.example\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_edited_pipeline_moves_the_stamp_of_its_deals() {
        String id = account.deal("Big");
        account.passes(Duration.ofMinutes(1));

        account.patch("/crm/v3/pipelines/deals/default", "{\"label\":\"Sales\"}");

        assertThat(account.get("/crm/v3/objects/deals/" + id).property("hs_lastmodifieddate"))
                .isEqualTo("2026-11-01T08:01:00.000Z");
    }
}
