package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValuesTest {

    private final Account account = new Account();

    @AfterEach
    void stop() {
        account.close();
    }

    private Account.Answer company(String properties) {
        return account.post("/crm/v3/objects/companies", "{\"properties\":" + properties + "}");
    }

    @Test
    void an_unknown_property_fails_the_whole_call_and_is_named_in_context() {
        Account.Answer refused = company("{\"name\":\"Acme\",\"colour\":\"red\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.category()).isEqualTo("VALIDATION_ERROR");
        assertThat(refused.message()).startsWith("Property values were not valid: [{");
        var error = refused.body().path("errors").get(0);
        assertThat(error.path("code").asText()).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(error.path("context").path("propertyName").get(0).asText()).isEqualTo("colour");
    }

    @ParameterizedTest
    @CsvSource({
        "hs_object_id, 5, READ_ONLY_VALUE",
        "num_associated_contacts, 5, READ_ONLY_VALUE",
        "industry, Banking, INVALID_OPTION",
        "numberofemployees, many, INVALID_INTEGER",
        "hubspot_owner_id, 1, INVALID_OWNER_ID"
    })
    void a_value_that_does_not_fit_is_refused_with_its_code(String property, String value, String code) {
        Account.Answer refused = company("{\"name\":\"Acme\",\"" + property + "\":\"" + value + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("code").asText()).isEqualTo(code);
    }

    @Test
    void null_and_numbers_are_no_property_values() {
        assertThat(company("{\"name\":null}").status()).isEqualTo(400);
        assertThat(company("{\"name\":\"Acme\",\"numberofemployees\":5}").status())
                .isEqualTo(400);
        assertThat(account.post("/crm/v3/objects/companies", "{\"propertys\":{\"name\":\"Acme\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_day_is_written_as_a_day_or_as_midnight() {
        account.human("declare", "{\"object\":\"companies\",\"properties\":[{\"name\":\"since\",\"type\":\"date\"}]}");

        assertThat(company("{\"name\":\"A\",\"since\":\"2026-02-28\"}").property("since"))
                .isEqualTo("2026-02-28");
        assertThat(company("{\"name\":\"A\",\"since\":\"1772236800000\"}").property("since"))
                .isEqualTo("2026-02-28");
        assertThat(company("{\"name\":\"A\",\"since\":\"1772236800001\"}").status())
                .isEqualTo(400);
        assertThat(company("{\"name\":\"A\",\"since\":\"28.02.2026\"}").body().toString())
                .contains("INVALID_LONG");
    }

    @Test
    void a_leading_semicolon_appends_to_a_multi_select() {
        account.human(
                "declare",
                "{\"object\":\"companies\",\"properties\":[{\"name\":\"parts\",\"type\":\"enumeration\","
                        + "\"fieldType\":\"checkbox\",\"options\":[\"a\",\"b\",\"c\"]}]}");
        String id = company("{\"name\":\"A\",\"parts\":\"a;b\"}").id();

        assertThat(account.patch("/crm/v3/objects/companies/" + id, "{\"properties\":{\"parts\":\";c\"}}")
                        .property("parts"))
                .isEqualTo("a;b;c");
        assertThat(account.patch("/crm/v3/objects/companies/" + id, "{\"properties\":{\"parts\":\"c\"}}")
                        .property("parts"))
                .isEqualTo("c");
    }

    @Test
    void a_deal_needs_name_pipeline_and_a_stage_of_it() {
        Account.Answer bare = account.post("/crm/v3/objects/deals", "{\"properties\":{\"dealname\":\"Big\"}}");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.message()).isEqualTo("Error creating DEAL. Some required properties were not set.");

        Account.Answer stray = account.post(
                "/crm/v3/objects/deals",
                "{\"properties\":{\"dealname\":\"Big\",\"pipeline\":\"default\",\"dealstage\":\"won\"}}");

        assertThat(stray.body().path("errors").get(0).path("code").asText()).isEqualTo("INVALID_OPTION");
    }

    @Test
    void a_won_deal_is_closed_without_anyone_saying_so() {
        String id = account.deal("Big");

        account.patch("/crm/v3/objects/deals/" + id, "{\"properties\":{\"dealstage\":\"closedwon\"}}");

        Account.Answer read =
                account.get("/crm/v3/objects/deals/" + id + "?properties=hs_is_closed,hs_is_closed_won,dealstage");
        assertThat(read.property("hs_is_closed")).isEqualTo("true");
        assertThat(read.property("hs_is_closed_won")).isEqualTo("true");
    }

    @Test
    void a_lifecycle_stage_does_not_go_back_unless_cleared_first() {
        String id = account.create("contacts", "email:ann@lee.example,lifecyclestage:customer");
        String path = "/crm/v3/objects/contacts/" + id;

        assertThat(account.patch(path, "{\"properties\":{\"lifecyclestage\":\"lead\"}}")
                        .property("lifecyclestage"))
                .isEqualTo("customer");
        account.patch(path, "{\"properties\":{\"lifecyclestage\":\"\"}}");
        assertThat(account.patch(path, "{\"properties\":{\"lifecyclestage\":\"lead\"}}")
                        .property("lifecyclestage"))
                .isEqualTo("lead");
    }

    @Test
    void a_unique_value_is_held_by_one_record() {
        account.human(
                "declare", "{\"object\":\"companies\",\"properties\":[{\"name\":\"ext\",\"hasUniqueValue\":true}]}");
        String id = company("{\"name\":\"A\",\"ext\":\"x-1\"}").id();

        assertThat(company("{\"name\":\"B\",\"ext\":\"x-1\"}").body().toString())
                .contains("CONFLICTING_UNIQUE_VALUE")
                .contains(id);
        assertThat(account.get("/crm/v3/objects/companies/x-1?idProperty=ext").id())
                .isEqualTo(id);
    }
}
