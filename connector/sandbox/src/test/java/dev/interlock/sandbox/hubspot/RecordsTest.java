package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordsTest {

    private final Account account = new Account();

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void a_contact_is_created_with_201_and_read_back() {
        Account.Answer made = account.post(
                "/crm/v3/objects/contacts", "{\"properties\":{\"email\":\"Ann@Lee.example\",\"firstname\":\"Ann\"}}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("createdAt").asText()).isEqualTo("2026-11-01T08:00:00.000Z");
        assertThat(made.body().path("archived").asBoolean()).isFalse();
        Account.Answer read = account.get("/crm/v3/objects/contacts/" + made.id());
        assertThat(read.property("email")).isEqualTo("ann@lee.example");
        assertThat(read.property("lastmodifieddate")).isEqualTo("2026-11-01T08:00:00.000Z");
        assertThat(read.body().path("properties").path("lastname").isNull()).isTrue();
    }

    @Test
    void dated_paths_type_ids_and_singular_names_lead_to_the_same_record() {
        String id = account.company("Acme");

        assertThat(account.get("/crm/objects/2026-09/companies/" + id).property("name"))
                .isEqualTo("Acme");
        assertThat(account.get("/crm/objects/2026-03/0-2/" + id).property("name"))
                .isEqualTo("Acme");
        assertThat(account.get("/crm/v3/objects/company/" + id).property("name"))
                .isEqualTo("Acme");
        assertThat(account.get("/crm/objects/2019-01/companies/" + id).status()).isEqualTo(404);
    }

    @Test
    void properties_are_asked_for_comma_separated_or_repeated_and_unknown_ones_passed_over() {
        String id = account.create("companies", "name:Acme,city:Bonn,phone:123");

        Account.Answer read = account.get(
                "/crm/v3/objects/companies/" + id + "?properties=city,phone&properties=name&properties=nope");

        assertThat(read.property("city")).isEqualTo("Bonn");
        assertThat(read.property("name")).isEqualTo("Acme");
        assertThat(read.body().path("properties").has("nope")).isFalse();
        assertThat(read.body().path("properties").has("hs_lastmodifieddate")).isTrue();
    }

    @Test
    void a_patch_clears_with_an_empty_text_and_leaves_the_rest_alone() {
        String id = account.create("companies", "name:Acme,city:Bonn");
        account.passes(Duration.ofSeconds(5));

        account.patch("/crm/v3/objects/companies/" + id, "{\"properties\":{\"city\":\"\"}}");

        Account.Answer read = account.get("/crm/v3/objects/companies/" + id + "?properties=name,city");
        assertThat(read.property("city")).isEmpty();
        assertThat(read.property("name")).isEqualTo("Acme");
        assertThat(read.body().path("updatedAt").asText()).isEqualTo("2026-11-01T08:00:05.000Z");
    }

    @Test
    void an_archived_record_is_only_seen_among_the_archived() {
        String id = account.company("Acme");

        assertThat(account.delete("/crm/v3/objects/companies/" + id).status()).isEqualTo(204);

        Account.Answer gone = account.get("/crm/v3/objects/companies/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.category()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(gone.body().path("status").asText()).isEqualTo("error");
        assertThat(account.get("/crm/v3/objects/companies").body().path("results"))
                .isEmpty();
        Account.Answer archived = account.get("/crm/v3/objects/companies?archived=true");
        assertThat(archived.body().path("results").get(0).path("archivedAt").asText())
                .isEqualTo("2026-11-01T08:00:00.000Z");
    }

    @Test
    void an_archived_record_comes_back_by_the_control_door() {
        String id = account.company("Acme");
        account.delete("/crm/v3/objects/companies/" + id);

        account.human("restore", "{\"object\":\"companies\",\"id\":\"" + id + "\"}");

        assertThat(account.get("/crm/v3/objects/companies/" + id).status()).isEqualTo(200);
    }

    @Test
    void pages_follow_each_other_by_the_cursor_alone() {
        for (int i = 0; i < 25; i++) {
            account.company("Company " + i);
        }
        account.human("settings", "{\"shortPages\":true}");
        List<String> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            Account.Answer page = account.get("/crm/v3/objects/companies?limit=10" + after);
            seen.addAll(page.body().path("results").findValuesAsText("name"));
            after = "&after="
                    + page.body().path("paging").path("next").path("after").asText();
            pages++;
        } while (!after.equals("&after="));
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(pages).isGreaterThan(5);
    }

    @Test
    void a_page_holds_at_most_100() {
        assertThat(account.get("/crm/v3/objects/companies?limit=101").status()).isEqualTo(400);
        assertThat(account.get("/crm/v3/objects/companies?limit=100&propertiesWithHistory=name")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_second_contact_with_the_same_email_is_a_conflict_that_names_the_first() {
        String id = account.contact("ann@lee.example");

        Account.Answer refused =
                account.post("/crm/v3/objects/contacts", "{\"properties\":{\"email\":\"ANN@lee.example\"}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.category()).isEqualTo("CONFLICT");
        assertThat(refused.message()).isEqualTo("Contact already exists. Existing ID: " + id);
    }

    @Test
    void a_contact_is_read_by_its_email_but_a_company_not_by_its_domain() {
        String id = account.contact("ann@lee.example");
        account.create("companies", "domain:acme.example");

        assertThat(account.get("/crm/v3/objects/contacts/ann@lee.example?idProperty=email")
                        .id())
                .isEqualTo(id);
        assertThat(account.get("/crm/v3/objects/companies/acme.example?idProperty=domain")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_lead_needs_an_existing_contact() {
        String lead = "{\"properties\":{\"hs_lead_name\":\"Big one\"},\"associations\":[{\"to\":{\"id\":\"%s\"},"
                + "\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":578}]}]}";
        assertThat(account.post("/crm/v3/objects/leads", "{\"properties\":{\"hs_lead_name\":\"Big one\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(account.post("/crm/v3/objects/leads", String.format(lead, "123"))
                        .status())
                .isEqualTo(400);
        String contact = account.contact("ann@lee.example");

        Account.Answer made = account.post("/crm/v3/objects/0-136", String.format(lead, contact));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.property("hs_pipeline_stage")).isEqualTo("new-stage-id");
        Account.Answer read = account.get("/crm/v3/objects/leads/" + made.id() + "?associations=contacts");
        assertThat(read.body()
                        .path("associations")
                        .path("contacts")
                        .path("results")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(contact);
    }

    @Test
    void histories_tell_an_app_from_a_person() {
        String id = account.create("companies", "name:Acme");
        account.passes(Duration.ofSeconds(1));
        account.human(
                "edit",
                "{\"object\":\"companies\",\"id\":\"" + id + "\",\"userId\":4711,"
                        + "\"fields\":{\"name\":\"Acme Ltd\"}}");

        var history = account.get("/crm/v3/objects/companies/" + id + "?propertiesWithHistory=name")
                .body()
                .path("propertiesWithHistory")
                .path("name");

        assertThat(history.findValuesAsText("value")).containsExactly("Acme Ltd", "Acme");
        assertThat(history.findValuesAsText("sourceType")).containsExactly("CRM_UI", "INTEGRATION");
        assertThat(history.findValuesAsText("sourceId")).containsExactly("userId:4711", "8111832");
        assertThat(history.get(0).path("updatedByUserId").asInt()).isEqualTo(4711);
    }

    @Test
    void loaded_rows_were_there_before_and_are_found_by_search_at_once() {
        account.service.load(
                "companies", List.of(Map.of("name", "Acme"), Map.of("name", "Beta", "industry", "BANKING")));
        account.service.load("contacts", List.of(Map.of("email", "a@x.example", "associated_company", "Acme")));

        Account.Answer found = account.post("/crm/v3/objects/companies/search", "{\"query\":\"beta\"}");

        assertThat(found.body().path("total").asInt()).isEqualTo(1);
        assertThat(found.body().path("results").get(0).path("updatedAt").asText())
                .isEqualTo("2026-10-02T08:00:01.000Z");
    }

    @Test
    void a_row_that_does_not_fit_is_named_with_its_column() {
        assertThatThrownBy(() -> account.service.load(
                        "companies", List.of(Map.of("name", "Acme"), Map.of("name", "B", "colour", "red"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("'colour'");
    }
}
