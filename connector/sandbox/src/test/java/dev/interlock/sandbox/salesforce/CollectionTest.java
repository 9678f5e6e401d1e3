package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectionTest extends SalesforceTest {

    private static final String ACCOUNT = "'attributes':{'type':'Account'}";
    private static final String CONTACT = "'attributes':{'type':'Contact'}";

    @BeforeEach
    void declareExternalIds() {
        org.act("declare", """
                {'object':'Account','fields':[
                 {'name':'Ext__c','length':40,'unique':true,'externalId':true},
                 {'name':'Loose__c','length':40,'externalId':true}]}""");
    }

    @Test
    void each_record_has_its_own_result_in_order_under_http_200() {
        Answer answer =
                post("false", "{" + ACCOUNT + ",'Name':'Acme'}", "{" + CONTACT + "}", "{" + ACCOUNT + ",'Nme':1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(3);
        JsonNode done = answer.body().path(0);
        assertThat(done.path("success").asBoolean()).isTrue();
        assertThat(done.path("id").asText()).startsWith("001");
        assertThat(done.path("errors")).isEmpty();
        JsonNode missing = answer.body().path(1);
        assertThat(missing.path("success").asBoolean(true)).isFalse();
        assertThat(missing.has("id")).isFalse();
        assertThat(missing.path("errors").path(0).toString())
                .isEqualTo("{\"message\":\"Required fields are missing: [LastName]\","
                        + "\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"fields\":[\"LastName\"]}");
        assertThat(error(answer, 2)).isEqualTo("INVALID_FIELD");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void with_all_or_none_one_bad_record_takes_all_others_back() {
        Answer answer =
                post("true", "{" + ACCOUNT + ",'Name':'Acme'}", "{" + ACCOUNT + "}", "{" + ACCOUNT + ",'Name':'B'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(error(answer, 0)).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(error(answer, 1)).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(error(answer, 2)).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(texts(answer.body(), "success")).containsOnly("false");
        assertThat(count()).isZero();
    }

    @Test
    void updates_name_their_record_and_fail_alone() {
        String one = org.create("Account", "{'Name':'One'}");
        String gone = org.create("Account", "{'Name':'Gone'}");
        org.delete("/sobjects/Account/" + gone);

        Answer answer = org.patch(
                "/composite/sobjects",
                body(
                        "false",
                        "{" + ACCOUNT + ",'id':'" + one + "','Name':'Uno'}",
                        "{" + ACCOUNT + ",'Id':'" + gone + "','Name':'x'}",
                        "{" + ACCOUNT + ",'id':'" + Ids.text("001", 999) + "','Name':'x'}",
                        "{" + ACCOUNT + ",'Name':'x'}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path(0).path("success").asBoolean()).isTrue();
        assertThat(error(answer, 1)).isEqualTo("ENTITY_IS_DELETED");
        assertThat(error(answer, 2)).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(error(answer, 3)).isEqualTo("MISSING_ARGUMENT");
        assertThat(org.record("Account", one).path("Name").asText()).isEqualTo("Uno");
    }

    @Test
    void an_upsert_tells_new_records_from_known_ones() {
        org.create("Account", "{'Name':'Known','Ext__c':'k'}");

        Answer answer = upsert("Ext__c", "false", record("k", "Known 2"), record("n", "New"), record("N", "Again"));

        assertThat(texts(answer.body(), "created")).containsExactly("false", "true", "true");
        assertThat(texts(answer.body(), "success")).containsExactly("true", "true", "false");
        assertThat(error(answer, 2)).isEqualTo("DUPLICATE_VALUE");
        assertThat(count()).isEqualTo(2);
        assertThat(org.get("/sobjects/Account/Ext__c/k").body().path("Name").asText())
                .isEqualTo("Known 2");
    }

    @Test
    void an_upsert_that_is_rolled_back_still_says_created() {
        org.create("Account", "{'Name':'Known','Ext__c':'k'}");

        Answer answer = upsert("Ext__c", "true", record("k", "Changed"), record("n", "New"), record("m", ""));

        assertThat(error(answer, 0)).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(error(answer, 1)).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(error(answer, 2)).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(answer.body().path(1).path("created").asBoolean()).isTrue();
        assertThat(answer.body().path(2).path("created").asBoolean()).isTrue();
        assertThat(count()).isEqualTo(1);
        assertThat(org.get("/sobjects/Account/Ext__c/k").body().path("Name").asText())
                .isEqualTo("Known");
        assertThat(org.get("/sobjects/Account/Ext__c/n").status()).isEqualTo(404);
    }

    @Test
    void an_upsert_by_a_value_that_several_records_hold_is_refused() {
        org.create("Account", "{'Name':'One','Loose__c':'x'}");
        org.create("Account", "{'Name':'Two','Loose__c':'x'}");

        Answer answer = upsert("Loose__c", "false", "{" + ACCOUNT + ",'Loose__c':'x','Name':'y'}");

        assertThat(error(answer, 0)).isEqualTo("DUPLICATE_EXTERNAL_ID");
        assertThat(upsert("Name", "false", record("k", "x")).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void records_are_deleted_by_their_ids() {
        String one = org.create("Account", "{'Name':'One'}");
        String two = org.create("Contact", "{'LastName':'Two'}");

        Answer answer =
                org.delete("/composite/sobjects?ids=" + one + "%2C" + two + "," + one + ",rubbish&allOrNone=false");

        assertThat(texts(answer.body(), "success")).containsExactly("true", "true", "false", "false");
        assertThat(error(answer, 2)).isEqualTo("ENTITY_IS_DELETED");
        assertThat(error(answer, 3)).isEqualTo("MALFORMED_ID");
        assertThat(count()).isZero();
    }

    @Test
    void retrieved_records_come_in_order_with_null_for_what_is_not_there() {
        String one = org.create("Account", "{'Name':'One'}");
        String gone = org.create("Account", "{'Name':'Gone'}");
        org.delete("/sobjects/Account/" + gone);

        Answer answer = org.post(
                "/composite/sobjects/Account",
                "{'ids':['" + gone + "','" + one + "','rubbish'],'fields':['Id','Name']}");

        assertThat(answer.body()).hasSize(3);
        assertThat(answer.body().path(0).isNull()).isTrue();
        assertThat(answer.body().path(1).path("Name").asText()).isEqualTo("One");
        assertThat(answer.body().path(2).isNull()).isTrue();
    }

    @Test
    void more_than_200_records_or_10_runs_of_one_type_are_refused_as_a_whole() {
        String many = IntStream.range(0, 201)
                .mapToObj(number -> "{" + ACCOUNT + ",'Name':'A" + number + "'}")
                .collect(Collectors.joining(","));
        String mixed = IntStream.range(0, 11)
                .mapToObj(
                        number -> number % 2 == 0 ? "{" + ACCOUNT + ",'Name':'A'}" : "{" + CONTACT + ",'LastName':'B'}")
                .collect(Collectors.joining(","));

        assertThat(post("false", many).status()).isEqualTo(400);
        assertThat(post("false", many).code()).isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(post("false", mixed).code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(org.post("/composite/sobjects", "{'records':5}").status()).isEqualTo(400);
        assertThat(count()).isZero();
    }

    private static String record(String ext, String name) {
        return "{" + ACCOUNT + ",'Ext__c':'" + ext + "','Name':'" + name + "'}";
    }

    private Answer upsert(String field, String allOrNone, String... records) {
        return org.patch("/composite/sobjects/Account/" + field, body(allOrNone, records));
    }

    private Answer post(String allOrNone, String... records) {
        return org.post("/composite/sobjects", body(allOrNone, records));
    }

    private static String body(String allOrNone, String... records) {
        return "{'allOrNone':" + allOrNone + ",'records':[" + String.join(",", records) + "]}";
    }

    private static String error(Answer answer, int place) {
        return answer.body()
                .path(place)
                .path("errors")
                .path(0)
                .path("statusCode")
                .asText();
    }

    private int count() {
        return org.query("SELECT COUNT() FROM Account").body().path("totalSize").asInt();
    }
}
