package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PortalTest {

    private static final String PROPERTIES = "/crm/properties/2026-09/companies";
    private static final String REFRESH =
            "grant_type=refresh_token&client_id=sandbox-client" + "&client_secret=sandbox-secret&refresh_token=";

    private final Account account = new Account();

    @AfterEach
    void stop() {
        account.close();
    }

    private static String property(String name, String more) {
        return "{\"name\":\"" + name + "\",\"label\":\"L\",\"type\":\"string\",\"fieldType\":\"text\","
                + "\"groupName\":\"companyinformation\"" + more + "}";
    }

    @Test
    void a_wrong_token_is_refused_with_401() {
        account.uses("pat-wrong");

        Account.Answer refused = account.get("/crm/v3/objects/contacts");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.category()).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(refused.body().has("correlationId")).isTrue();
    }

    @Test
    void an_oauth_token_lives_for_half_an_hour() {
        Account.Answer token = account.post("/oauth/2026-03/token", REFRESH + "sandbox-refresh");
        assertThat(token.body().path("expires_in").asInt()).isEqualTo(1800);
        account.uses(token.body().path("access_token").asText());
        account.passes(Duration.ofSeconds(1799));
        Account.Answer good = account.get("/crm/v3/objects/contacts");
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.headers().firstValue("X-HubSpot-RateLimit-Daily")).isEmpty();

        account.passes(Duration.ofSeconds(1));

        Account.Answer expired = account.get("/crm/v3/objects/contacts");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.category()).isEqualTo("EXPIRED_AUTHENTICATION");
    }

    @Test
    void client_credentials_give_a_token_and_a_wrong_refresh_token_does_not() {
        assertThat(account.post(
                                "/oauth/v1/token",
                                "grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret")
                        .status())
                .isEqualTo(200);
        assertThat(account.post("/oauth/v1/token", REFRESH + "other")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void a_missing_scope_is_named() {
        account.human("settings", "{\"missingScopes\":[\"crm.objects.companies.write\"]}");

        Account.Answer refused = account.post("/crm/v3/objects/companies", "{\"properties\":{\"name\":\"A\"}}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.category()).isEqualTo("MISSING_SCOPES");
        assertThat(refused.body()
                        .path("errors")
                        .get(0)
                        .path("context")
                        .path("requiredGranularScopes")
                        .get(0)
                        .asText())
                .isEqualTo("crm.objects.companies.write");
        assertThat(account.get("/crm/v3/objects/companies").status()).isEqualTo(200);
    }

    @Test
    void ten_rolling_seconds_hold_so_many_calls() {
        account.human("settings", "{\"burstLimit\":2}");
        Account.Answer first = account.get("/crm/v3/objects/companies");
        assertThat(first.headers().firstValue("X-HubSpot-RateLimit-Remaining")).hasValue("1");
        assertThat(first.headers().firstValue("X-HubSpot-RateLimit-Daily-Remaining"))
                .hasValue("999999");
        account.passes(Duration.ofSeconds(5));
        account.get("/crm/v3/objects/companies");

        Account.Answer refused = account.get("/crm/v3/objects/companies");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(refused.body().has("category")).isFalse();
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        account.passes(Duration.ofSeconds(5));
        assertThat(account.get("/crm/v3/objects/companies").status()).isEqualTo(200);
    }

    @Test
    void searches_have_a_second_of_their_own_and_no_rate_headers() {
        for (int i = 0; i < 5; i++) {
            assertThat(account.post("/crm/v3/objects/companies/search", "{}").status())
                    .isEqualTo(200);
        }

        Account.Answer refused = account.post("/crm/v3/objects/companies/search", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.message()).isEqualTo("You have reached your secondly limit.");
        assertThat(refused.headers().firstValue("X-HubSpot-RateLimit-Max")).isEmpty();
        assertThat(account.get("/crm/v3/objects/companies").headers().firstValue("X-HubSpot-RateLimit-Remaining"))
                .hasValue("189");
    }

    @Test
    void the_day_has_a_limit_until_midnight_of_the_account() {
        account.human("settings", "{\"dailyLimit\":1,\"timeZone\":\"America/New_York\"}");
        account.get("/crm/v3/objects/companies");

        assertThat(account.get("/crm/v3/objects/companies")
                        .body()
                        .path("policyName")
                        .asText())
                .isEqualTo("DAILY");
        account.passes(Duration.ofHours(20));
        assertThat(account.get("/crm/v3/objects/companies").status()).isEqualTo(429);
        account.passes(Duration.ofHours(1));
        assertThat(account.get("/crm/v3/objects/companies").status()).isEqualTo(200);
    }

    @Test
    void a_property_is_created_read_and_archived() {
        assertThat(account.post(PROPERTIES, property("ext", ",\"hasUniqueValue\":true"))
                        .status())
                .isEqualTo(201);
        assertThat(account.get(PROPERTIES + "/ext")
                        .body()
                        .path("hasUniqueValue")
                        .asBoolean())
                .isTrue();
        assertThat(account.delete(PROPERTIES + "/ext").status()).isEqualTo(204);
        assertThat(account.get(PROPERTIES + "/ext").status()).isEqualTo(404);
    }

    @Test
    void a_property_that_is_there_already_is_a_conflict() {
        Account.Answer refused = account.post(PROPERTIES, property("name", ""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.category()).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(refused.body().path("subCategory").asText()).isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
    }

    @Test
    void an_object_has_at_most_ten_unique_properties_and_a_property_does_not_become_unique_later() {
        for (int i = 0; i < 10; i++) {
            account.post(PROPERTIES, property("ext" + i, ",\"hasUniqueValue\":true"));
        }
        assertThat(account.post(PROPERTIES, property("ext10", ",\"hasUniqueValue\":true"))
                        .status())
                .isEqualTo(400);
        account.post(PROPERTIES, property("plain", ""));
        assertThat(account.patch(PROPERTIES + "/plain", "{\"hasUniqueValue\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void definitions_tell_read_only_values_and_options() {
        var owner = account.get("/crm/v3/properties/deals/hs_is_closed").body();

        assertThat(owner.path("modificationMetadata").path("readOnlyValue").asBoolean())
                .isTrue();
        assertThat(account.get("/crm/v3/properties/0-3/dealtype")
                        .body()
                        .path("options")
                        .findValuesAsText("value"))
                .containsExactly("newbusiness", "existingbusiness");
    }

    @Test
    void pipelines_list_their_stages_in_order() {
        var stages = account.get("/crm/pipelines/2026-09/deals")
                .body()
                .path("results")
                .get(0)
                .path("stages");

        assertThat(stages.findValuesAsText("id")).hasSize(7).endsWith("closedwon", "closedlost");
        assertThat(stages.get(5).path("metadata").path("probability").asText()).isEqualTo("1.0");
    }

    @Test
    void owners_are_listed_living_or_archived() {
        account.human("archiveOwner", "{\"id\":\"77001\"}");

        assertThat(account.get("/crm/v3/owners").body().path("results")).hasSize(2);
        assertThat(account.get("/crm/owners/2026-09?archived=true").body().path("results"))
                .hasSize(1);
        assertThat(account.post(
                                "/crm/v3/objects/companies",
                                "{\"properties\":{\"name\":\"A\",\"hubspot_owner_id\":\"77001\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_declared_custom_object_has_a_type_id_and_records() {
        var declared = account.human(
                        "declare",
                        "{\"object\":\"registrations\",\"properties\":[\"title\",{\"name\":\"ext\","
                                + "\"hasUniqueValue\":true}]}")
                .body();
        String typeId = declared.path("objectTypeId").asText();

        String id = account.create(typeId, "title:First,ext:r-1");

        assertThat(account.get("/crm/objects/2026-09/registrations/" + id + "?properties=title")
                        .property("title"))
                .isEqualTo("First");
        assertThat(account.get("/crm-object-schemas/v3/schemas")
                        .body()
                        .path("results")
                        .get(0)
                        .path("objectTypeId")
                        .asText())
                .isEqualTo(typeId);
    }

    @Test
    void a_clock_that_runs_ahead_shows_in_the_stamps() {
        account.human("settings", "{\"clockSkewMillis\":60000}");

        assertThat(account.post("/crm/v3/objects/companies", "{\"properties\":{\"name\":\"A\"}}")
                        .body()
                        .path("createdAt")
                        .asText())
                .isEqualTo("2026-11-01T08:01:00.000Z");
    }

    @Test
    void a_setting_that_does_not_exist_is_named() {
        Account.Answer refused = account.human("settings", "{\"searchLag\":0}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("error").asText()).contains("'searchLag'");
    }

    @Test
    void account_details_name_the_portal() {
        assertThat(account.get("/account-info/v3/details")
                        .body()
                        .path("portalId")
                        .asLong())
                .isEqualTo(4_400_001L);
    }

    @Test
    void the_state_shows_every_record_with_its_id() {
        String id = account.company("Acme");

        var state = account.service.dump();

        assertThat(state.path("companies").get(0).path("id").asText()).isEqualTo(id);
        assertThat(state.path("companies").get(0).path("name").asText()).isEqualTo("Acme");
    }
}
