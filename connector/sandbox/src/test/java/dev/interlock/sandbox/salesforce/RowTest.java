package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowTest extends SalesforceTest {

    @BeforeEach
    void declareExternalIds() {
        org.act("declare", """
                {'object':'Account','fields':[
                 {'name':'Ext__c','type':'string','length':40,'unique':true,'externalId':true},
                 {'name':'Loose__c','type':'string','length':40,'externalId':true}]}""");
    }

    @Test
    void a_created_record_is_answered_with_201_and_an_18_character_id() {
        Answer answer = org.post("/sobjects/Account", "{'Name':' Acme ','AnnualRevenue':1234567.5,'Website':''}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("success").asBoolean()).isTrue();
        assertThat(answer.body().path("errors")).isEmpty();
        assertThat(answer.id()).matches("001\\w{15}");
        JsonNode account = org.record("Account", answer.id());
        assertThat(account.path("Name").asText())
                .as("surrounding blanks are not kept")
                .isEqualTo("Acme");
        assertThat(account.path("Website").isNull())
                .as("an empty text is no text")
                .isTrue();
        assertThat(account.path("AnnualRevenue").decimalValue()).isEqualByComparingTo("1234568");
        assertThat(account.path("attributes").path("url").asText())
                .isEqualTo("/services/data/v60.0/sobjects/Account/" + answer.id());
        assertThat(account.path("CreatedDate").asText()).isEqualTo("2026-03-02T08:00:00.000+0000");
        assertThat(account.path("IsDeleted").asBoolean()).isFalse();
        assertThat(account.path("OwnerId").asText()).startsWith("005");
    }

    @Test
    void an_id_of_15_characters_is_as_good_as_one_of_18() {
        String id = org.create("Account", "{'Name':'Acme'}");

        assertThat(org.record("Account", id.substring(0, 15)).path("Id").asText())
                .isEqualTo(id);
        String child = org.create("Contact", "{'LastName':'Doe','AccountId':'" + id.substring(0, 15) + "'}");
        assertThat(org.record("Contact", child).path("AccountId").asText()).isEqualTo(id);
    }

    @Test
    void the_ending_of_an_id_tells_its_capitals() {
        assertThat(Ids.lengthened("001D000000IqhSL")).isEqualTo("001D000000IqhSLIAZ");
        assertThat(Ids.wellFormed("001D000000IqhSLIAA")).isFalse();
    }

    @Test
    void an_update_answers_204_and_moves_the_stamps() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.pass(Duration.ofMillis(90_500));

        Answer answer = org.patch("/sobjects/Account/" + id, "{'Name':'Acme Ltd','Phone':'1'}");

        assertThat(answer.status()).isEqualTo(204);
        JsonNode account = org.record("Account", id);
        assertThat(account.path("Name").asText()).isEqualTo("Acme Ltd");
        assertThat(account.path("SystemModstamp").asText()).isEqualTo("2026-03-02T08:01:30.500+0000");
        assertThat(account.path("LastModifiedDate").asText()).isEqualTo("2026-03-02T08:01:30.500+0000");
        assertThat(account.path("CreatedDate").asText()).isEqualTo("2026-03-02T08:00:00.000+0000");
    }

    @Test
    void null_clears_a_field_and_a_field_left_out_is_kept() {
        String id = org.create("Account", "{'Name':'Acme','Phone':'1','Fax':'2'}");

        org.patch("/sobjects/Account/" + id, "{'Phone':null}");

        assertThat(org.record("Account", id).path("Phone").isNull()).isTrue();
        assertThat(org.record("Account", id).path("Fax").asText()).isEqualTo("2");
    }

    @Test
    void only_the_fields_asked_for_are_answered() {
        String id = org.create("Account", "{'Name':'Acme'}");

        JsonNode account =
                org.get("/sobjects/Account/" + id + "?fields=Name,Id").body();

        assertThat(account.size()).isEqualTo(3);
        assertThat(org.get("/sobjects/Account/" + id + "?fields=Nme").code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void what_is_not_there_is_not_found() {
        String id = org.create("Account", "{'Name':'Acme'}");
        String other = Ids.text("001", 4711);

        assertThat(org.get("/sobjects/Account/" + other).status()).isEqualTo(404);
        assertThat(org.patch("/sobjects/Account/" + other, "{'Name':'x'}").code())
                .isEqualTo("NOT_FOUND");
        assertThat(org.get("/sobjects/Contact/" + id).code()).isEqualTo("NOT_FOUND");
        assertThat(org.get("/sobjects/Nothing/" + id).code()).isEqualTo("NOT_FOUND");
        assertThat(org.get("/sobjects/Account/rubbish").message()).contains("rubbish");
        assertThat(org.call("PUT", "/sobjects/Account/" + id, "{}").status()).isEqualTo(405);
    }

    @Test
    void a_deleted_record_cannot_be_read_and_cannot_be_written() {
        String id = org.create("Account", "{'Name':'Acme'}");

        assertThat(org.delete("/sobjects/Account/" + id).status()).isEqualTo(204);

        assertThat(org.get("/sobjects/Account/" + id).code()).isEqualTo("NOT_FOUND");
        Answer write = org.patch("/sobjects/Account/" + id, "{'Name':'x'}");
        assertThat(write.status()).isEqualTo(404);
        assertThat(write.code()).isEqualTo("ENTITY_IS_DELETED");
        assertThat(org.delete("/sobjects/Account/" + id).code()).isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void an_upsert_creates_first_and_updates_then() {
        Answer first = org.patch("/sobjects/Account/Ext__c/A%2F1", "{'Name':'Acme'}");
        Answer second = org.patch("/sobjects/Account/Ext__c/a%2F1", "{'Name':'Acme Ltd'}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("created").asBoolean()).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("created").asBoolean(true)).isFalse();
        assertThat(second.id()).isEqualTo(first.id());
        JsonNode account = org.get("/sobjects/Account/Ext__c/A%2F1").body();
        assertThat(account.path("Name").asText()).isEqualTo("Acme Ltd");
        assertThat(account.path("Ext__c").asText()).isEqualTo("A/1");
        assertThat(org.delete("/sobjects/Account/Ext__c/A%2F1").status()).isEqualTo(204);
    }

    @Test
    void an_upsert_that_may_only_update_creates_nothing() {
        Answer answer = org.patch("/sobjects/Account/Ext__c/A1?updateOnly=true", "{'Name':'Acme'}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void several_records_with_one_external_id_are_answered_with_300_and_their_urls() {
        String one = org.create("Account", "{'Name':'One','Loose__c':'same'}");
        String two = org.create("Account", "{'Name':'Two','Loose__c':'same'}");

        Answer answer = org.patch("/sobjects/Account/Loose__c/same", "{'Name':'x'}");

        assertThat(answer.status()).isEqualTo(300);
        assertThat(texts(answer.body(), ""))
                .containsExactly(
                        "/services/data/v60.0/sobjects/Account/" + one, "/services/data/v60.0/sobjects/Account/" + two);
    }

    @Test
    void an_upsert_needs_an_external_id_field_and_leaves_it_out_of_the_body() {
        assertThat(org.patch("/sobjects/Account/Name/Acme", "{}").status()).isEqualTo(404);
        assertThat(org.patch("/sobjects/Account/Ext__c/A1", "{'Name':'x','Ext__c':'A1'}")
                        .code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void a_record_is_pointed_at_by_its_external_id() {
        String account = org.create("Account", "{'Name':'Acme','Ext__c':'A1'}");

        String contact = org.create("Contact", "{'LastName':'Doe','Account':{'Ext__c':'A1'}}");

        assertThat(org.record("Contact", contact).path("AccountId").asText()).isEqualTo(account);
        Answer missing = org.post("/sobjects/Contact", "{'LastName':'Doe','Account':{'Ext__c':'A2'}}");
        assertThat(missing.code()).isEqualTo("INVALID_FIELD");
        assertThat(missing.message()).contains("Foreign key external ID: A2 not found for field Ext__c");
    }

    @Test
    void a_write_that_depends_on_an_older_version_is_refused_with_412() {
        String id = org.create("Account", "{'Name':'Acme'}");

        Answer late = org.call(
                "PATCH",
                "/sobjects/Account/" + id,
                "{'Name':'x'}",
                "If-Unmodified-Since",
                "Mon, 02 Mar 2026 07:59:59 GMT");
        Answer same = org.call(
                "PATCH",
                "/sobjects/Account/" + id,
                "{'Name':'x'}",
                "If-Unmodified-Since",
                "Mon, 02 Mar 2026 08:00:00 GMT");

        assertThat(late.status()).isEqualTo(412);
        assertThat(same.status()).isEqualTo(204);
    }

    @Test
    void a_write_whose_answer_is_lost_has_happened_nevertheless() {
        org.login();
        org.act("fail", "{'kind':'DROP_AFTER_COMMIT','method':'PATCH'}");

        assertThatThrownBy(() -> org.patch("/sobjects/Account/Ext__c/A1", "{'Name':'Acme'}"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(org.patch("/sobjects/Account/Ext__c/A1", "{'Name':'Acme'}").status())
                .isEqualTo(200);
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void describe_tells_what_a_field_may_hold() {
        JsonNode lead = org.get("/sobjects/Lead/describe/").body();

        JsonNode company = field(lead, "Company");
        assertThat(company.path("nillable").asBoolean(true)).isFalse();
        assertThat(company.path("length").asInt()).isEqualTo(255);
        JsonNode status = field(lead, "Status");
        assertThat(status.path("defaultedOnCreate").asBoolean()).isTrue();
        assertThat(texts(status.path("picklistValues"), "value")).contains("Open - Not Contacted");
        assertThat(field(lead, "Name").path("createable").asBoolean(true)).isFalse();
        assertThat(field(lead, "OwnerId").path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(field(lead, "Description").path("filterable").asBoolean(true))
                .isFalse();
        JsonNode ext = field(org.get("/sobjects/account/describe").body(), "Ext__c");
        assertThat(ext.path("externalId").asBoolean()).isTrue();
        assertThat(ext.path("unique").asBoolean()).isTrue();
        assertThat(ext.path("custom").asBoolean()).isTrue();
    }

    @Test
    void the_objects_are_listed_and_each_tells_its_prefix() {
        Answer all = org.get("/sobjects/");

        assertThat(texts(all.body().path("sobjects"), "name"))
                .contains("Account", "Contact", "Lead", "Opportunity", "OpportunityContactRole", "RecordType", "User");
        assertThat(texts(all.body().path("sobjects"), "keyPrefix")).contains("001", "003", "00Q", "006", "005");
        assertThat(org.get("/sobjects/Nothing/describe").body().toString())
                .isEqualTo("[{\"message\":\"The requested resource does not exist\",\"errorCode\":\"NOT_FOUND\"}]");
    }

    private static JsonNode field(JsonNode object, String name) {
        for (JsonNode field : object.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }
}
