package dev.interlock.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AssociationsTest {

    private final Account account = new Account();
    private String deal = "";
    private String company = "";

    @BeforeEach
    void records() {
        deal = account.deal("Big");
        company = account.company("Acme");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private String pair() {
        return "/crm/v4/objects/deals/" + deal + "/associations/companies/" + company;
    }

    private int label(String name) {
        return account.post(
                        "/crm/v4/associations/deals/companies/labels",
                        "{\"name\":\"" + name + "\",\"label\":\"" + name + "\"}")
                .body()
                .path("results")
                .get(0)
                .path("typeId")
                .asInt();
    }

    private static String labelled(int... types) {
        return Arrays.stream(types)
                .mapToObj(type -> "{\"associationCategory\":\"USER_DEFINED\",\"associationTypeId\":" + type + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<Integer> types(String from, String id, String to) {
        JsonNode results = account.get("/crm/v4/objects/" + from + "/" + id + "/associations/" + to)
                .body()
                .path("results");
        return results.findValues("typeId").stream().map(JsonNode::asInt).toList();
    }

    @Test
    void the_plain_association_is_answered_in_both_directions_and_the_first_company_is_primary() {
        Account.Answer made =
                account.put("/crm/v4/objects/deals/" + deal + "/associations/default/companies/" + company, "");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body().path("results").findValuesAsText("associationTypeId"))
                .containsExactly("341", "342");
        assertThat(types("deals", deal, "companies")).containsExactlyInAnyOrder(5, 341);
        assertThat(types("companies", company, "deals")).containsExactlyInAnyOrder(6, 342);
    }

    @Test
    void a_second_primary_company_takes_over_from_the_first() {
        account.put("/crm/v4/objects/deals/" + deal + "/associations/default/companies/" + company, "");
        String other = account.company("Beta");

        account.put(
                "/crm/objects/2026-09/deals/" + deal + "/associations/companies/" + other,
                "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":5}]");

        assertThat(types("companies", company, "deals")).containsExactly(342);
        assertThat(types("companies", other, "deals")).containsExactlyInAnyOrder(6, 342);
    }

    @Test
    void a_put_with_labels_replaces_the_labels_there_were() {
        int partner = label("Partner");
        int distributor = label("Distributor");
        Account.Answer first = account.put(pair(), labelled(partner));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("labels").get(0).asText()).isEqualTo("Partner");
        assertThat(first.body().path("fromObjectId").isIntegralNumber()).isTrue();

        account.put(pair(), labelled(distributor));

        assertThat(types("deals", deal, "companies")).contains(distributor).doesNotContain(partner);
    }

    @Test
    void a_type_id_of_the_other_direction_is_refused() {
        assertThat(account.put(pair(), "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":342}]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deleting_a_pair_takes_all_its_labels_from_both_sides() {
        account.put(pair(), labelled(label("Partner")));

        assertThat(account.delete(pair()).status()).isEqualTo(204);

        assertThat(types("deals", deal, "companies")).isEmpty();
        assertThat(types("companies", company, "deals")).isEmpty();
    }

    @Test
    void one_label_is_taken_off_without_the_others() {
        int partner = label("Partner");
        account.put(pair(), labelled(partner));

        account.post(
                "/crm/v4/associations/deals/companies/batch/labels/archive",
                "{\"inputs\":[{\"from\":{\"id\":\"" + deal + "\"},\"to\":{\"id\":\"" + company + "\"},\"types\":"
                        + labelled(partner) + "}]}");

        assertThat(types("deals", deal, "companies")).contains(341).doesNotContain(partner);
    }

    private Account.Answer createPair(String path) {
        return account.post(
                path + "create",
                "{\"inputs\":[{\"from\":{\"id\":\"" + deal + "\"},\"to\":{\"id\":\"" + company + "\"},\"types\":["
                        + "{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":341}]}]}");
    }

    private Account.Answer archivePair(String path) {
        return account.post(
                path + "archive",
                "{\"inputs\":[{\"from\":{\"id\":\"" + deal + "\"},\"to\":[{\"id\":\"" + company + "\"}]}]}");
    }

    @Test
    void a_batch_read_reports_what_is_associated_with_nothing() {
        String path = "/crm/associations/2026-09/deals/companies/batch/";
        createPair(path);

        Account.Answer read = account.post(path + "read", "{\"inputs\":[{\"id\":\"" + deal + "\"},{\"id\":\"9\"}]}");

        assertThat(read.status()).isEqualTo(207);
        assertThat(read.body()
                        .path("results")
                        .get(0)
                        .path("to")
                        .get(0)
                        .path("toObjectId")
                        .asText())
                .isEqualTo(company);
        assertThat(read.body().path("errors").get(0).path("subCategory").asText())
                .isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
    }

    @Test
    void batches_answer_as_their_version_does() {
        String four = "/crm/v4/associations/deals/companies/batch/";
        String dated = "/crm/associations/2026-09/deals/companies/batch/";

        assertThat(createPair(four).status()).isEqualTo(201);
        assertThat(archivePair(four).status()).isEqualTo(204);
        assertThat(types("deals", deal, "companies")).isEmpty();
        assertThat(createPair(dated).status()).isEqualTo(200);
        assertThat(archivePair(dated).status()).isEqualTo(200);
        assertThat(types("deals", deal, "companies")).isEmpty();
    }

    @Test
    void a_contacts_first_company_is_primary_from_whichever_side_they_are_tied() {
        String contact = account.contact("ann@lee.example");

        account.put("/crm/v4/objects/companies/" + company + "/associations/default/contacts/" + contact, "");

        assertThat(types("contacts", contact, "companies")).containsExactlyInAnyOrder(1, 279);
        assertThat(account.get("/crm/v3/objects/contacts/" + contact + "?associations=companies")
                        .body()
                        .path("associations")
                        .path("companies")
                        .path("results")
                        .findValuesAsText("type"))
                .containsExactlyInAnyOrder("contact_to_company", "contact_to_company_unlabeled");
    }

    @Test
    void a_parent_company_sees_a_child_and_the_child_a_parent() {
        String child = account.company("Acme Nord");

        account.put(
                "/crm/v4/objects/companies/" + company + "/associations/companies/" + child,
                "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":13}]");

        assertThat(types("companies", company, "companies")).containsExactlyInAnyOrder(13, 450);
        assertThat(types("companies", child, "companies")).containsExactlyInAnyOrder(14, 450);
    }

    @Test
    void many_associations_of_one_record_come_in_pages() {
        account.human("settings", "{\"associationPage\":1}");
        createPair("/crm/v4/associations/deals/companies/batch/");
        String other = account.company("Beta");
        account.put("/crm/v4/objects/deals/" + deal + "/associations/default/companies/" + other, "");
        String read = "/crm/v4/associations/deals/companies/batch/read";

        JsonNode first = account.post(read, "{\"inputs\":[{\"id\":\"" + deal + "\"}]}")
                .body()
                .path("results")
                .get(0);
        String after = first.path("paging").path("next").path("after").asText();
        JsonNode second = account.post(read, "{\"inputs\":[{\"id\":\"" + deal + "\",\"after\":\"" + after + "\"}]}")
                .body()
                .path("results")
                .get(0);

        assertThat(first.path("to").findValuesAsText("toObjectId")).containsExactly(company);
        assertThat(second.path("to").findValuesAsText("toObjectId")).containsExactly(other);
        assertThat(second.has("paging")).isFalse();
    }

    @Test
    void a_batch_names_the_record_that_does_not_exist_and_keeps_the_other_pairs() {
        String types = "\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":341}]}";
        String inputs = "{\"inputs\":[{\"from\":{\"id\":\"" + deal + "\"},\"to\":{\"id\":\"" + company + "\"}," + types
                + ",{\"from\":{\"id\":\"" + deal + "\"},\"to\":{\"id\":\"9\"}," + types + "]}";

        Account.Answer made = account.post("/crm/associations/2026-09/deals/companies/batch/create", inputs);

        assertThat(made.status()).isEqualTo(207);
        assertThat(made.body().path("results").findValuesAsText("toObjectId")).containsExactly(company);
        JsonNode error = made.body().path("errors").get(0);
        assertThat(error.path("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(error.path("context").path("objectId").get(0).asText()).isEqualTo("9");
    }

    @Test
    void batches_larger_than_the_api_takes_are_refused() {
        String read = "/crm/v4/associations/deals/companies/batch/read";
        String many = String.join(",", java.util.Collections.nCopies(1_001, "{\"id\":\"1\"}"));

        assertThat(account.post(read, "{\"inputs\":[" + many + "]}").status()).isEqualTo(400);
    }

    @Test
    void the_associations_api_has_a_burst_limit_of_its_own() {
        account.human("settings", "{\"associationLimit\":2}");
        String labels = "/crm/v4/associations/deals/companies/labels";
        account.get(labels);
        account.get(labels);

        assertThat(account.get(labels).body().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(account.get("/crm/v3/objects/deals/" + deal).status()).isEqualTo(200);
    }

    @Test
    void an_association_moves_no_change_stamp() {
        String before = account.get("/crm/v3/objects/deals/" + deal)
                .body()
                .path("updatedAt")
                .asText();
        account.passes(java.time.Duration.ofSeconds(5));

        createPair("/crm/v4/associations/deals/companies/batch/");

        assertThat(account.get("/crm/v3/objects/deals/" + deal)
                        .body()
                        .path("updatedAt")
                        .asText())
                .isEqualTo(before);
    }

    @Test
    void an_archived_record_is_associated_with_nothing() {
        account.put("/crm/v4/objects/deals/" + deal + "/associations/default/companies/" + company, "");

        account.delete("/crm/v3/objects/companies/" + company);

        assertThat(types("deals", deal, "companies")).isEmpty();
    }
}
