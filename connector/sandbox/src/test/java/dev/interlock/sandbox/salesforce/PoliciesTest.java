package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators may do to an org of which an integration only hears by its errors. */
class PoliciesTest extends SalesforceTest {

    private static final String RULE = "{'object':'Opportunity','name':'Amount_Needed','when':["
            + "{'field':'StageName','is':'equal to','value':'closed won'},{'field':'Amount','is':'blank'}],"
            + "'message':'A deal that is won needs an amount.','errorField':'Amount'}";
    private static final String WON = "{'Name':'Big','StageName':'Closed Won','CloseDate':'2026-03-01'}";

    @Test
    void a_validation_rule_refuses_with_the_words_of_the_administrator_beside_the_field() {
        org.act("validationRule", RULE);

        Answer answer = org.post("/sobjects/Opportunity", WON);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(answer.message()).isEqualTo("A deal that is won needs an amount.");
        assertThat(texts(answer.body().path(0).path("fields"), "")).containsExactly("Amount");
        org.create("Opportunity", WON.replace("}", ",'Amount':5}"));
    }

    @Test
    void a_validation_rule_looks_at_the_whole_record_as_it_would_be_saved_and_binds_people_too() {
        String deal = org.create("Opportunity", WON.replace("}", ",'Amount':5}"));
        org.act("validationRule", RULE);

        assertThat(org.patch("/sobjects/Opportunity/" + deal, "{'Amount':null}").code())
                .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(org.act("edit", "{'object':'Opportunity','id':'" + deal + "','fields':{'Amount':null}}")
                        .body()
                        .path("error")
                        .asText())
                .contains("A deal that is won needs an amount.");
        assertThat(org.patch("/sobjects/Opportunity/" + deal, "{'Amount':null,'StageName':'Prospecting'}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void all_validation_rules_that_a_row_breaks_are_named_and_the_other_rows_are_written() {
        org.act("validationRule", RULE);
        org.act(
                "validationRule",
                "{'object':'Opportunity','name':'Not_Early','when':[{'field':'CloseDate','is':'less than',"
                        + "'value':'2026-03-02'}],'message':'Too early.'}");

        JsonNode results = org.post(
                        "/composite/sobjects",
                        "{'records':[" + typed(WON) + "," + typed(WON.replace("}", ",'Amount':5}"))
                                + ","
                                + typed("{'Name':'B','StageName':'Prospecting','CloseDate':'2026-03-02'}") + "]}")
                .body();

        assertThat(texts(results.path(0).path("errors"), "statusCode"))
                .containsExactly("FIELD_CUSTOM_VALIDATION_EXCEPTION", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(texts(results.path(0).path("errors"), "message"))
                .isEqualTo(List.of("A deal that is won needs an amount.", "Too early."));
        assertThat(results.path(0).path("errors").path(1).path("fields")).isEmpty();
        assertThat(results.path(1).path("success").asBoolean()).isFalse();
        assertThat(results.path(2).path("success").asBoolean()).isTrue();
    }

    private static String typed(String record) {
        return record.replaceFirst("\\{", "{'attributes':{'type':'Opportunity'},");
    }

    @Test
    void a_rule_that_was_ended_refuses_nothing_and_a_wrong_one_is_refused_in_words() {
        org.act("validationRule", RULE);
        org.act("endRule", "{'object':'Opportunity','name':'Amount_Needed'}");
        org.create("Opportunity", WON);

        assertThat(org.act("endRule", "{'object':'Opportunity','name':'Amount_Needed'}")
                        .status())
                .isEqualTo(400);
        for (String wrong : new String[] {
            RULE.replace("equal to", "like"),
            RULE.replace("StageName", "Stage"),
            RULE.replace("'message'", "'words'"),
            "{'object':'Opportunity','name':'x','when':[],'message':'x'}"
        }) {
            assertThat(org.act("validationRule", wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void numbers_are_compared_as_numbers_and_a_blank_one_is_neither_less_nor_greater() {
        org.act(
                "validationRule",
                "{'object':'Opportunity','name':'x','when':[{'field':'Amount','is':'greater than','value':'90'}],"
                        + "'message':'Too much.'}");

        assertThat(org.post("/sobjects/Opportunity", WON.replace("}", ",'Amount':1000}"))
                        .message())
                .isEqualTo("Too much.");
        org.create("Opportunity", WON.replace("}", ",'Amount':90}"));
        org.create("Opportunity", WON);
    }

    @Test
    void a_duplicate_rule_names_the_records_that_were_found() {
        String known = org.create("Account", "{'Name':'Acme'}");
        org.act("duplicateRule", "{'object':'Account','name':'Same_Name','match':['Name'],'action':'block'}");

        Answer answer = org.post("/sobjects/Account", "{'Name':'ACME'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(answer.message()).isEqualTo("Use one of these records?");
        JsonNode found = answer.body().path(0).path("duplicateResut");
        assertThat(found.path("allowSave").asBoolean(true)).isFalse();
        assertThat(found.path("duplicateRule").asText()).isEqualTo("Same_Name");
        assertThat(found.at("/matchResults/0/matchRecords/0/record/Id").asText())
                .isEqualTo(known);
        assertThat(answer.body().path(0).has("fields")).isFalse();
    }

    @Test
    void a_row_of_a_collection_hears_of_duplicates_without_hearing_which() {
        org.create("Account", "{'Name':'Acme'}");
        org.act("duplicateRule", "{'object':'Account','name':'Same_Name','match':['Name']}");

        JsonNode error = org.post(
                        "/composite/sobjects",
                        "{'records':[{'attributes':{'type':'Account'},'Name':'acme'},"
                                + "{'attributes':{'type':'Account'},'Name':'Other'}]}")
                .body()
                .at("/0/errors/0");

        assertThat(error.path("statusCode").asText()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(error.has("duplicateResut")).isFalse();
        assertThat(error.path("fields").isArray()).isTrue();
        assertThat(org.query("SELECT Id FROM Account").body().path("totalSize").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_rule_that_only_alerts_can_be_overruled_by_a_header_and_one_that_blocks_cannot() {
        String[] save = {"Sforce-Duplicate-Rule-Header", "allowSave=true; includeRecordDetails=true"};
        org.create("Account", "{'Name':'Acme'}");
        org.act("duplicateRule", "{'object':'Account','name':'Same_Name','match':['Name'],'action':'alert'}");
        Answer alerted = org.post("/sobjects/Account", "{'Name':'Acme'}");
        assertThat(alerted.body().at("/0/duplicateResut/allowSave").asBoolean()).isTrue();

        assertThat(org.call("POST", "/sobjects/Account", "{'Name':'Acme'}", save)
                        .status())
                .isEqualTo(201);
        org.act("duplicateRule", "{'object':'Account','name':'Same_Name','match':['Name'],'action':'block'}");
        assertThat(org.call("POST", "/sobjects/Account", "{'Name':'Acme'}", save)
                        .code())
                .isEqualTo("DUPLICATES_DETECTED");
    }

    @Test
    void a_record_is_no_duplicate_of_itself_nor_of_a_deleted_one_nor_of_one_that_is_blank_there() {
        org.act("duplicateRule", "{'object':'Account','name':'Same_Phone','match':['Phone']}");
        String one = org.create("Account", "{'Name':'Acme','Phone':'1'}");
        assertThat(org.patch("/sobjects/Account/" + one, "{'Name':'Acme 2'}").status())
                .isEqualTo(204);
        org.delete("/sobjects/Account/" + one);

        org.create("Account", "{'Name':'Acme','Phone':'1'}");
        org.create("Account", "{'Name':'Acme'}");
        org.create("Account", "{'Name':'Acme'}");
    }

    @Test
    void a_frozen_field_is_seen_and_not_written_by_the_integration_user() {
        String id = org.create("Account", "{'Name':'Acme','Phone':'1'}");
        org.act("freezeField", "{'object':'Account','field':'Phone'}");

        Answer refused = org.patch("/sobjects/Account/" + id, "{'Phone':'2'}");

        assertThat(refused.code()).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(refused.message()).startsWith("Unable to create/update fields: Phone.");
        assertThat(org.record("Account", id).path("Phone").asText()).isEqualTo("1");
        JsonNode fields = org.get("/sobjects/Account/describe").body().path("fields");
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("Phone")) {
                assertThat(field.path("updateable").asBoolean(true)).isFalse();
            }
        }
        org.act("edit", "{'object':'Account','id':'" + id + "','fields':{'Phone':'3'}}");
        org.act("thawField", "{'object':'Account','field':'Phone'}");
        assertThat(org.patch("/sobjects/Account/" + id, "{'Phone':'4'}").status())
                .isEqualTo(204);
    }

    @Test
    void an_inactive_user_loses_the_sessions_and_gets_no_other() {
        org.create("Account", "{'Name':'Acme'}");
        org.act("settings", "{'userActive':false}");

        assertThat(org.get("/sobjects/Account/describe").code()).isEqualTo("INVALID_SESSION_ID");
        Answer login = org.login();
        assertThat(login.status()).isEqualTo(400);
        assertThat(login.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(login.body().path("error_description").asText()).isEqualTo("inactive user");
        org.act("settings", "{'userActive':true}");
        assertThat(org.login().status()).isEqualTo(200);
    }
}
