package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidationTest extends SalesforceTest {

    @BeforeEach
    void declareFields() {
        org.act("declare", """
                {'object':'Account','fields':[
                 {'name':'Ext__c','type':'string','length':10,'unique':true,'externalId':true},
                 {'name':'Tier__c','type':'picklist','picklist':['Gold','Silver'],'restricted':true,'label':'Tier'},
                 {'name':'Score__c','type':'double','precision':5,'scale':2},
                 {'name':'Active__c','type':'boolean'},
                 {'name':'Since__c','type':'date'},
                 {'name':'Seen__c','type':'datetime'}]}""");
    }

    @Test
    void missing_required_fields_are_named_together() {
        Answer answer = org.post("/sobjects/Lead", "{'FirstName':'Jane'}");

        assertRefused(answer, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName, Company]");
        assertThat(texts(answer.body().path(0).path("fields"), "")).containsExactly("LastName", "Company");
    }

    @Test
    void a_required_field_cannot_be_cleared() {
        String id = org.create("Account", "{'Name':'Acme'}");

        Answer answer = org.patch("/sobjects/Account/" + id, "{'Name':null}");

        assertRefused(answer, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Name]");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        Answer answer = org.post("/sobjects/Account", "{'Name':'Acme','BillingCity':'" + "x".repeat(41) + "'}");

        assertRefused(
                answer,
                "STRING_TOO_LONG",
                "Billing City: data value too large: " + "x".repeat(41) + " (max length=40)");
        assertThat(texts(answer.body().path(0).path("fields"), "")).containsExactly("BillingCity");
    }

    @Test
    void a_restricted_picklist_takes_its_own_values_only_and_others_take_any() {
        assertRefused(
                org.post("/sobjects/Account", "{'Name':'Acme','Tier__c':'gold'}"),
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "Tier: bad value for restricted picklist field: gold");
        org.create("Account", "{'Name':'Acme','Tier__c':'Gold','Industry':'Something else'}");
    }

    @Test
    void a_column_that_does_not_exist_is_refused() {
        assertRefused(
                org.post("/sobjects/Account", "{'Name':'Acme','Nme':'x'}"),
                "INVALID_FIELD",
                "No such column 'Nme' on sobject of type Account");
    }

    @Test
    void a_field_that_is_read_only_is_refused() {
        Answer answer = org.post("/sobjects/Contact", "{'LastName':'Doe','Name':'Jane Doe'}");

        assertThat(answer.code()).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(answer.message()).startsWith("Unable to create/update fields: Name.");
        assertThat(texts(answer.body().path(0).path("fields"), "")).containsExactly("Name");
        assertThat(org.post("/sobjects/Account", "{'Name':'x','SystemModstamp':'2026-01-01T00:00:00Z'}")
                        .code())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void a_unique_value_that_is_taken_is_refused_and_the_holder_named() {
        String holder = org.create("Account", "{'Name':'Acme','Ext__c':'A1'}");

        Answer answer = org.post("/sobjects/Account", "{'Name':'Other','Ext__c':'a1'}");

        assertRefused(
                answer,
                "DUPLICATE_VALUE",
                "duplicate value found: Ext__c duplicates value on record with id: " + holder.substring(0, 15));
        assertThat(org.patch("/sobjects/Account/" + holder, "{'Ext__c':'A1'}").status())
                .isEqualTo(204);
    }

    @Test
    void the_value_of_a_deleted_record_is_free_again_and_an_undelete_finds_it_taken() {
        String first = org.create("Account", "{'Name':'Acme','Ext__c':'A1'}");
        org.delete("/sobjects/Account/" + first);
        org.create("Account", "{'Name':'Acme','Ext__c':'A1'}");

        Answer undelete = org.act("undelete", "{'object':'Account','id':'" + first + "'}");

        assertThat(undelete.status()).isEqualTo(400);
        assertThat(undelete.body().path("error").asText()).contains("DUPLICATE_VALUE");
    }

    @Test
    void an_email_that_is_none_is_refused() {
        Answer answer = org.post("/sobjects/Contact", "{'LastName':'Doe','Email':'jane@'}");

        assertRefused(answer, "INVALID_EMAIL_ADDRESS", "Email: invalid email address: jane@");
    }

    @Test
    void json_that_cannot_be_read_is_refused_with_its_place() {
        Answer answer = org.post("/sobjects/Account", "{'Name':}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("JSON_PARSER_ERROR");
        assertThat(answer.message()).contains("[line:1, column:");
        assertThat(org.post("/sobjects/Account", "{'Name':'a'} x").code()).isEqualTo("JSON_PARSER_ERROR");
        assertThat(org.post("/sobjects/Account", "{'Name':'a','Name':'b'}").code())
                .isEqualTo("JSON_PARSER_ERROR");
        assertThat(org.post("/sobjects/Account", "").code()).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void a_value_of_the_wrong_type_is_refused() {
        for (String wrong : new String[] {
            "'Score__c':'many'", "'Active__c':3", "'Since__c':'2026-02-30'", "'Since__c':'2026-02-03T00:00:00Z'",
            "'Seen__c':'2026-02-03'", "'Seen__c':'2026-02-03T00:00:00.0000000Z'", "'Phone':5", "'Phone':['5']",
            "'NumberOfEmployees':1.5"
        }) {
            Answer answer = org.post("/sobjects/Account", "{'Name':'Acme'," + wrong + "}");
            assertThat(answer.code()).as(wrong).isEqualTo("JSON_PARSER_ERROR");
            assertThat(answer.message()).as(wrong).startsWith("Cannot deserialize instance of ");
        }
    }

    @Test
    void numbers_are_rounded_to_their_scale_and_refused_beyond_their_range() {
        String id = org.create("Account", "{'Name':'Acme','Score__c':12.345,'Seen__c':'2026-02-03T01:00:00+01:00'}");

        assertThat(org.record("Account", id).path("Score__c").decimalValue()).isEqualByComparingTo("12.35");
        assertThat(org.record("Account", id).path("Seen__c").asText()).isEqualTo("2026-02-03T00:00:00.000+0000");
        assertThat(org.post("/sobjects/Account", "{'Name':'Acme','Score__c':1000}")
                        .code())
                .isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @Test
    void a_reference_must_be_an_id_of_the_right_object_and_exist() {
        String contact = org.create("Contact", "{'LastName':'Doe'}");

        assertThat(account("rubbish").code()).isEqualTo("MALFORMED_ID");
        assertThat(account(contact).message()).isEqualTo("Account ID: id value of incorrect type: " + contact);
        assertThat(account(Ids.text("001", 99)).code()).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        String account = org.create("Account", "{'Name':'Acme'}");
        org.delete("/sobjects/Account/" + account);
        assertThat(account(account).code()).isEqualTo("ENTITY_IS_DELETED");
    }

    private Answer account(String id) {
        return org.post("/sobjects/Contact", "{'LastName':'Doe','AccountId':'" + id + "'}");
    }

    @Test
    void a_record_without_write_access_is_refused() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.act("settings", "{'readOnly':{'object':'Account','id':'" + id + "'}}");

        Answer answer = org.patch("/sobjects/Account/" + id, "{'Name':'x'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    @Test
    void a_locked_record_is_refused_as_often_as_asked_and_so_are_new_children() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.act("settings", "{'lock':{'object':'Account','id':'" + id + "','times':2}}");

        assertThat(org.patch("/sobjects/Account/" + id, "{'Name':'x'}").code()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(account(id).code()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(org.patch("/sobjects/Account/" + id, "{'Name':'x'}").status())
                .isEqualTo(204);
    }

    @Test
    void an_account_with_a_deal_won_cannot_be_deleted_and_others_take_their_children_along() {
        String account = org.create("Account", "{'Name':'Acme'}");
        String contact = org.create("Contact", "{'LastName':'Doe','AccountId':'" + account + "'}");
        String deal = org.create(
                "Opportunity",
                "{'Name':'Big','StageName':'Closed Won','CloseDate':'2026-03-01','AccountId':'" + account + "'}");

        assertThat(org.delete("/sobjects/Account/" + account).code()).isEqualTo("DELETE_FAILED");
        org.patch("/sobjects/Opportunity/" + deal, "{'StageName':'Closed Lost'}");
        assertThat(org.delete("/sobjects/Account/" + account).status()).isEqualTo(204);
        assertThat(org.get("/sobjects/Contact/" + contact).status()).isEqualTo(404);
        org.act("undelete", "{'object':'Account','id':'" + account + "'}");
        assertThat(org.record("Contact", contact).path("AccountId").asText()).isEqualTo(account);
    }

    @Test
    void the_stage_decides_what_an_opportunity_says_of_itself() {
        String deal = org.create(
                "Opportunity",
                "{'Name':'Big','StageName':'Proposal/Price Quote','CloseDate':'2026-03-01','Amount':200}");

        assertThat(org.record("Opportunity", deal).path("Probability").asInt()).isEqualTo(75);
        assertThat(org.record("Opportunity", deal).path("ExpectedRevenue").asInt())
                .isEqualTo(150);
        org.patch("/sobjects/Opportunity/" + deal, "{'StageName':'Closed Won'}");
        assertThat(org.record("Opportunity", deal).path("IsWon").asBoolean()).isTrue();
        assertThat(org.record("Opportunity", deal).path("IsClosed").asBoolean()).isTrue();
        assertThat(org.record("Opportunity", deal).path("Probability").asInt()).isEqualTo(100);
    }

    @Test
    void a_formula_follows_its_source_and_no_stamp_moves() {
        org.act("declare", """
                {'object':'Contact','fields':[{'name':'Trade__c','type':'string','formula':'Account.Industry'}]}""");
        String account = org.create("Account", "{'Name':'Acme','Industry':'Banking'}");
        String contact = org.create("Contact", "{'LastName':'Doe','AccountId':'" + account + "'}");
        String before = org.record("Contact", contact).path("SystemModstamp").asText();
        org.pass(Duration.ofMinutes(1));

        org.patch("/sobjects/Account/" + account, "{'Industry':'Energy'}");

        assertThat(org.record("Contact", contact).path("Trade__c").asText()).isEqualTo("Energy");
        assertThat(org.record("Contact", contact).path("SystemModstamp").asText())
                .isEqualTo(before);
        assertThat(org.patch("/sobjects/Contact/" + contact, "{'Trade__c':'x'}").code())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(org.query("SELECT Id FROM Contact WHERE Trade__c = 'energy'")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void numbers_written_to_exhaust_memory_are_out_of_range() {
        for (String huge : new String[] {"1e999999999", "1e-999999999", "'1e999999999'"}) {
            assertThat(org.post("/sobjects/Account", "{'Name':'Acme','Score__c':" + huge + "}")
                            .code())
                    .as(huge)
                    .isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
        }
    }

    @Test
    void a_body_that_does_not_say_it_is_json_is_refused() {
        Answer answer = org.form("/services/data/v60.0/sobjects/Account", "Name=Acme");
        assertThat(answer.status()).as("a token is asked for first").isEqualTo(401);

        Answer form =
                org.call("POST", "/sobjects/Account", "Name=Acme", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    private static void assertRefused(Answer answer, String code, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).isEqualTo(message);
    }
}
