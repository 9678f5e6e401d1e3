package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest extends SalesforceTest {

    private String alpha = "";

    @BeforeEach
    void someRecords() {
        alpha = org.create("Account", "{'Name':'Alpha','AnnualRevenue':100,'Industry':'Banking'}");
        String beta = org.create("Account", "{'Name':'Beta','AnnualRevenue':20,'Industry':'Banking'}");
        org.create("Account", "{'Name':'Gamma','Industry':'Energy'}");
        org.create("Contact", "{'LastName':'One','AccountId':'" + alpha + "'}");
        org.create("Contact", "{'LastName':'Two','AccountId':'" + alpha + "'}");
        org.create("Contact", "{'LastName':'Three','AccountId':'" + beta + "'}");
    }

    @Test
    void groups_are_answered_with_their_keys_and_aggregates() {
        Answer answer = org.query("SELECT Industry, COUNT(Id) n, SUM(AnnualRevenue), MAX(Name) top FROM Account"
                + " GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC NULLS LAST");

        assertThat(answer.body().path("totalSize").asInt()).isEqualTo(1);
        assertThat(answer.body().path("records").path(0).toString())
                .isEqualTo("{\"attributes\":{\"type\":\"AggregateResult\"},\"Industry\":\"Banking\",\"n\":2,"
                        + "\"expr0\":120.0,\"top\":\"Beta\"}");
    }

    @Test
    void without_keys_all_records_are_one_group() {
        JsonNode record = org.query(
                        "SELECT COUNT(AnnualRevenue) n, AVG(AnnualRevenue) mean, COUNT_DISTINCT(Industry) kinds"
                                + " FROM Account")
                .body()
                .path("records")
                .path(0);

        assertThat(record.path("n").asInt()).isEqualTo(2);
        assertThat(record.path("mean").asDouble()).isEqualTo(60);
        assertThat(record.path("kinds").asInt()).isEqualTo(2);
    }

    @Test
    void a_field_that_is_not_grouped_is_refused() {
        assertThat(org.query("SELECT Name, COUNT(Id) FROM Account GROUP BY Industry")
                        .message())
                .contains("ERROR at Row:1:Column:8")
                .contains("Field must be grouped or aggregated: Name");
        assertThat(org.query("SELECT SUM(Name) FROM Account").code()).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void children_stand_in_their_parent_and_null_where_there_are_none() {
        Answer answer = org.query("SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1) FROM Account"
                + " ORDER BY Name");

        assertThat(answer.body().at("/records/0/Contacts/records/0/LastName").asText())
                .isEqualTo("One");
        assertThat(answer.body().at("/records/0/Contacts/totalSize").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/records/2/Contacts").isNull()).isTrue();
        assertThat(org.query("SELECT (SELECT Id FROM Nothing) FROM Account").code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void a_semi_join_finds_by_the_ids_of_another_query() {
        assertThat(column(
                        org.query("SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName ="
                                + " 'Three')"),
                        "Name"))
                .containsExactly("Beta");
        assertThat(column(
                        org.query("SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)"), "Name"))
                .containsExactly("Gamma");
        assertThat(org.query("SELECT Name FROM Account WHERE Name IN (SELECT LastName FROM Contact)")
                        .code())
                .isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void date_literals_are_stretches_of_time() {
        org.pass(Duration.ofDays(3));
        org.login();
        org.create("Account", "{'Name':'Late'}");

        assertThat(column(org.query("SELECT Name FROM Account WHERE CreatedDate = TODAY"), "Name"))
                .containsExactly("Late");
        assertThat(column(org.query("SELECT Name FROM Account WHERE CreatedDate < LAST_N_DAYS:2"), "Name"))
                .containsExactly("Alpha", "Beta", "Gamma");
        assertThat(column(org.query("SELECT Name FROM Account WHERE CreatedDate != N_DAYS_AGO:3"), "Name"))
                .containsExactly("Late");
    }

    @Test
    void combinations_of_picklist_values_are_looked_for_whole() {
        org.act(
                "declare",
                "{'object':'Account','fields':[{'name':'Kinds__c','type':'multipicklist','picklist':['A','B','C']}]}");
        org.patch("/sobjects/Account/" + alpha, "{'Kinds__c':'A;B'}");

        assertThat(column(
                        org.query("SELECT Name FROM Account WHERE Kinds__c INCLUDES (´A;B´,´C´)".replace('´', '\'')),
                        "Name"))
                .containsExactly("Alpha");
        assertThat(column(org.query("SELECT Name FROM Account WHERE Kinds__c EXCLUDES ('A')"), "Name"))
                .containsExactly("Beta", "Gamma");
    }

    @Test
    void what_was_queried_for_view_is_recent() {
        org.query("SELECT Id FROM Account ORDER BY Name LIMIT 2 FOR VIEW");

        assertThat(texts(org.get("/recent?limit=1").body(), "Name")).containsExactly("Beta");
        assertThat(texts(org.get("/sobjects/Account").body().path("recentItems"), "Name"))
                .containsExactly("Beta", "Alpha");
        assertThat(org.query("SELECT Id FROM Account ALL ROWS").message()).contains("ALL ROWS not allowed");
    }

    @Test
    void a_search_finds_whole_words() {
        Answer answer = org.get("/search/?q="
                + SalesforceClient.encoded(
                        "FIND {alph* AND \"alpha\"} IN NAME FIELDS RETURNING Account(Id, Name), Contact"));

        assertThat(texts(answer.body().path("searchRecords"), "Name")).containsExactly("Alpha");
        assertThat(org.get("/search/?q=" + SalesforceClient.encoded("LOOK {x}")).code())
                .isEqualTo("MALFORMED_SEARCH");
    }
}
