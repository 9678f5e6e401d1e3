package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BatchTest {

    private static final String BATCH = "/crm/objects/2026-09/companies/batch/";

    private final Account account = new Account();

    @BeforeEach
    void declare() {
        account.human(
                "declare",
                "{\"object\":\"companies\",\"properties\":[{\"name\":\"ext\",\"hasUniqueValue\":true},\"plain\"]}");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private Account.Answer batch(String verb, String inputs) {
        return account.post(BATCH + verb, "{\"inputs\":[" + inputs + "]}");
    }

    private static String upsert(String ext, String more) {
        return "{\"id\":\"" + ext + "\",\"idProperty\":\"ext\",\"properties\":{\"name\":\"" + ext + "\"" + more + "}}";
    }

    private int stored() {
        return account.get("/crm/v3/objects/companies").body().path("results").size();
    }

    @Test
    void a_batch_create_answers_201_with_every_record() {
        Account.Answer made = batch("create", "{\"properties\":{\"name\":\"A\"}},{\"properties\":{\"name\":\"B\"}}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("status").asText()).isEqualTo("COMPLETE");
        assertThat(made.body().path("results")).hasSize(2);
        assertThat(made.body().has("errors")).isFalse();
    }

    @Test
    void one_bad_row_fails_the_whole_create() {
        Account.Answer refused = batch("create", "{\"properties\":{\"name\":\"A\"}},{\"properties\":{\"nope\":\"B\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void with_a_trace_id_on_every_input_only_the_bad_row_fails() {
        Account.Answer mixed = batch(
                "create",
                "{\"objectWriteTraceId\":\"t1\",\"properties\":{\"name\":\"A\"}},"
                        + "{\"objectWriteTraceId\":\"t2\",\"properties\":{\"nope\":\"B\"}}");

        assertThat(mixed.status()).isEqualTo(207);
        assertThat(mixed.body()
                        .path("results")
                        .get(0)
                        .path("objectWriteTraceId")
                        .asText())
                .isEqualTo("t1");
        assertThat(mixed.body().path("numErrors").asInt()).isEqualTo(1);
        var error = mixed.body().path("errors").get(0);
        assertThat(error.path("context").path("objectWriteTraceId").get(0).asText())
                .isEqualTo("t2");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_batch_create_ties_records_together() {
        String contact = account.contact("ann@lee.example");

        String company = batch(
                        "create",
                        "{\"properties\":{\"name\":\"A\"},\"associations\":[{\"to\":{\"id\":\"" + contact
                                + "\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\","
                                + "\"associationTypeId\":280}]}]}")
                .body()
                .path("results")
                .get(0)
                .path("id")
                .asText();

        assertThat(account.get("/crm/v4/objects/contacts/" + contact + "/associations/companies")
                        .body()
                        .path("results")
                        .get(0)
                        .path("toObjectId")
                        .asText())
                .isEqualTo(company);
    }

    @Test
    void an_update_reports_rows_that_do_not_exist_alone() {
        String id = account.company("A");

        Account.Answer mixed = batch(
                "update",
                "{\"id\":\"" + id + "\",\"properties\":{\"city\":\"Bonn\"}},"
                        + "{\"id\":\"999\",\"properties\":{\"city\":\"Bonn\"}}");

        assertThat(mixed.status()).isEqualTo(207);
        assertThat(mixed.body().path("results")).hasSize(1);
        assertThat(mixed.body().path("errors").get(0).path("category").asText()).isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void an_update_with_a_bad_value_changes_nothing() {
        String one = account.company("A");
        String two = account.company("B");

        Account.Answer refused = batch(
                "update",
                "{\"id\":\"" + one + "\",\"properties\":{\"city\":\"Bonn\"}}," + "{\"id\":\"" + two
                        + "\",\"properties\":{\"industry\":\"nope\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(account.get("/crm/v3/objects/companies/" + one + "?properties=city")
                        .body()
                        .path("properties")
                        .path("city")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_upsert_says_which_records_are_new() {
        batch("upsert", upsert("x-1", ""));

        Account.Answer again = batch("upsert", upsert("x-1", ",\"city\":\"Bonn\"") + "," + upsert("x-2", ""));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("results").findValuesAsText("new")).containsExactly("false", "true");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void an_upsert_keeps_good_rows_and_reports_bad_ones() {
        Account.Answer mixed = batch("upsert", upsert("x-1", "") + "," + upsert("x-2", ",\"industry\":\"nope\""));

        assertThat(mixed.status()).isEqualTo(207);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void an_upsert_needs_a_unique_property() {
        assertThat(batch("upsert", upsert("x-1", "").replace("\"ext\"", "\"plain\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_upsert_by_email_is_all_or_nothing() {
        String row = "{\"id\":\"%s\",\"idProperty\":\"email\",\"properties\":{\"%s\":\"Ann\"}}";

        Account.Answer refused = account.post(
                "/crm/v3/objects/contacts/batch/upsert",
                "{\"inputs\":[" + String.format(row, "a@x.example", "firstname") + ","
                        + String.format(row, "b@x.example", "nope") + "]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(account.get("/crm/v3/objects/contacts").body().path("results"))
                .isEmpty();
    }

    @Test
    void a_read_answers_207_when_some_ids_lead_nowhere() {
        String id = account.company("A");

        Account.Answer mixed = account.post(
                BATCH + "read", "{\"inputs\":[{\"id\":\"" + id + "\"},{\"id\":\"999\"}],\"properties\":[]}");

        assertThat(mixed.status()).isEqualTo(207);
        assertThat(mixed.body()
                        .path("errors")
                        .get(0)
                        .path("context")
                        .path("ids")
                        .get(0)
                        .asText())
                .isEqualTo("999");
    }

    @Test
    void a_read_by_a_unique_property_finds_the_record() {
        batch("upsert", upsert("x-1", ""));

        Account.Answer read = account.post(
                BATCH + "read", "{\"idProperty\":\"ext\",\"inputs\":[{\"id\":\"x-1\"}],\"properties\":[\"ext\"]}");

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()
                        .path("results")
                        .get(0)
                        .path("properties")
                        .path("ext")
                        .asText())
                .isEqualTo("x-1");
    }

    @Test
    void an_archive_answers_204() {
        String id = account.company("A");

        assertThat(batch("archive", "{\"id\":\"" + id + "\"}").status()).isEqualTo(204);
        assertThat(stored()).isZero();
    }

    @Test
    void more_than_a_hundred_inputs_and_repeated_ids_are_refused() {
        String many = IntStream.range(0, 101)
                .mapToObj(any -> "{\"properties\":{\"name\":\"A\"}}")
                .collect(Collectors.joining(","));

        assertThat(batch("create", many).status()).isEqualTo(400);
        assertThat(batch("upsert", upsert("x-1", "") + "," + upsert("x-1", "")).status())
                .isEqualTo(400);
    }
}
