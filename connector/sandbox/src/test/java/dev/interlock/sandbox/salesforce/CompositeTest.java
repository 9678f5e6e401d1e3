package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositeTest extends SalesforceTest {

    private static final String ROOT = SalesforceClient.API;

    @Test
    void a_request_uses_the_answers_of_those_before() {
        Answer answer = composite(
                "false",
                request("POST", "/sobjects/Account", "a", "{'Name':'Acme'}"),
                request("POST", "/sobjects/Contact", "c", "{'LastName':'Doe','AccountId':'@{a.id}'}"),
                request("GET", "/query/?q=SELECT+Id,+Account.Name+FROM+Contact+WHERE+Id+=+´@{c.id}´", "q", ""),
                request("GET", "/sobjects/Account/@{q.records[0].Account.attributes.type}", "wrong", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(texts(parts(answer), "httpStatusCode")).containsExactly("201", "201", "200", "404");
        assertThat(texts(parts(answer), "referenceId")).containsExactly("a", "c", "q", "wrong");
        String account = part(answer, 0).path("body").path("id").asText();
        assertThat(part(answer, 0).at("/httpHeaders/Location").asText())
                .isEqualTo(ROOT + "/sobjects/Account/" + account);
        assertThat(part(answer, 2).at("/body/records/0/Account/Name").asText()).isEqualTo("Acme");
        assertThat(answer.header("Sforce-Limit-Info")).as("it is one call").isEqualTo("api-usage=1/15000");
    }

    @Test
    void without_all_or_none_the_others_stay() {
        Answer answer = composite(
                "false",
                request("POST", "/sobjects/Account", "a", "{'Name':'Acme'}"),
                request("POST", "/sobjects/Account", "b", "{}"),
                request("PATCH", "/sobjects/Account/@{b.id}", "c", "{'Name':'x'}"));

        assertThat(texts(parts(answer), "httpStatusCode")).containsExactly("201", "400", "400");
        assertThat(part(answer, 1).at("/body/0/errorCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(part(answer, 2).at("/body/0/errorCode").asText()).isEqualTo("PROCESSING_HALTED");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void with_all_or_none_everything_is_taken_back() {
        Answer answer = composite(
                "true",
                request("POST", "/sobjects/Account", "a", "{'Name':'Acme'}"),
                request("POST", "/sobjects/Account", "b", "{}"));

        assertThat(texts(parts(answer), "httpStatusCode")).containsExactly("400", "400");
        assertThat(part(answer, 0).at("/body/0/errorCode").asText()).isEqualTo("PROCESSING_HALTED");
        assertThat(part(answer, 1).at("/body/0/errorCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(count()).isZero();
    }

    @Test
    void a_composite_call_holds_25_named_requests_and_5_queries_at_most() {
        assertThat(composite("false", many(26, "/sobjects")).code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(composite("false", many(25, "/sobjects")).status()).isEqualTo(200);
        assertThat(composite("false", request("GET", "/sobjects", "no-name", ""))
                        .status())
                .isEqualTo(400);
        assertThat(composite("false", many(6, "/query?q=x")).code()).isEqualTo("LIMIT_EXCEEDED");
    }

    private static String many(int count, String path) {
        return IntStream.range(0, count)
                .mapToObj(number -> request("GET", path, "r" + number, ""))
                .collect(Collectors.joining(","));
    }

    private Answer composite(String allOrNone, String... requests) {
        return org.post(
                "/composite",
                "{'allOrNone':" + allOrNone + ",'compositeRequest':[" + String.join(",", requests) + "]}");
    }

    private static String request(String method, String path, String reference, String body) {
        return "{'method':'" + method + "','url':'" + ROOT + path + "','referenceId':'" + reference + "'"
                + (body.isEmpty() ? "" : ",'body':" + body) + "}";
    }

    private static JsonNode parts(Answer answer) {
        return answer.body().path("compositeResponse");
    }

    private static JsonNode part(Answer answer, int place) {
        return parts(answer).path(place);
    }

    private int count() {
        return org.query("SELECT COUNT() FROM Account").body().path("totalSize").asInt();
    }

    @Test
    void a_tree_is_made_as_a_whole_or_not_at_all() {
        String tree =
                "{'records':[{'attributes':{'type':'Account','referenceId':'a'},'Name':'Alpha','Contacts':{'records':"
                        + "[{'attributes':{'type':'Contact','referenceId':'c'},'%s':'One'}]}}]}";

        SalesforceClient.Answer made = org.post("/composite/tree/Account", tree.formatted("LastName"));
        SalesforceClient.Answer refused = org.post("/composite/tree/Account", tree.formatted("FirstName"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(texts(made.body().path("results"), "referenceId")).containsExactly("a", "c");
        assertThat(column(org.query("SELECT Account.Name FROM Contact"), "Account.Name"))
                .containsExactly("Alpha");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/results/0/referenceId").asText()).isEqualTo("c");
        assertThat(refused.body().at("/results/0/errors/0/statusCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void requests_of_a_batch_stand_alone_and_halt_when_asked_to() {
        String batch = "{'haltOnError':true,'batchRequests':["
                + "{'method':'POST','url':'v60.0/sobjects/Account','richInput':{'Name':'Alpha'}},"
                + "{'method':'GET','url':'v60.0/sobjects/Nothing'},{'method':'GET','url':'v60.0/limits'}]}";

        SalesforceClient.Answer answer = org.post("/composite/batch", batch);

        assertThat(answer.body().path("hasErrors").asBoolean()).isTrue();
        assertThat(texts(answer.body().path("results"), "statusCode")).containsExactly("201", "404", "412");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void each_graph_is_done_or_undone_by_itself() {
        String request =
                "{'method':'POST','url':'/services/data/v60.0/sobjects/Account','referenceId':'%s','body':{%s}}";
        String good = request.formatted("a", "'Name':'Alpha'");
        String bad = request.formatted("b", "");

        SalesforceClient.Answer answer = org.post(
                "/composite/graph",
                "{'graphs':[{'graphId':'1','compositeRequest':[" + good + "]},{'graphId':'2','compositeRequest':["
                        + good + "," + bad + "]}]}");

        assertThat(texts(answer.body().path("graphs"), "isSuccessful")).containsExactly("true", "false");
        assertThat(answer.body()
                        .at("/graphs/1/graphResponse/compositeResponse/0/body/0/errorCode")
                        .asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }
}
