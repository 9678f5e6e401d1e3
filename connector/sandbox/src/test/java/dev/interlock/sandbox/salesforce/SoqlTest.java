package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoqlTest extends SalesforceTest {

    private String parent = "";

    @BeforeEach
    void someAccounts() {
        org.act("declare", "{'object':'Account','fields':[{'name':'Ext__c','externalId':true,'unique':true}]}");
        parent = org.create("Account", "{'Name':'Alpha','AnnualRevenue':100,'Ext__c':'x1','Industry':'Banking'}");
        org.pass(Duration.ofMillis(1_500));
        org.create("Account", "{'Name':'beta','AnnualRevenue':20,'ParentId':'" + parent + "'}");
        org.pass(Duration.ofMillis(600));
        org.create("Account", "{'Name':'Gam%ma','Industry':'Energy','Ext__c':'x3'}");
        org.pass(Duration.ofSeconds(10));
        org.create("Account", "{'Name':'O´Neil \\\\ Co','AnnualRevenue':5,'Ext__c':'x4'}");
    }

    @Test
    void records_carry_their_attributes_and_the_fields_in_the_order_asked() {
        Answer answer = org.query("select name, id from account where Name = 'ALPHA'");

        assertThat(answer.body().path("totalSize").asInt()).isEqualTo(1);
        assertThat(answer.body().path("done").asBoolean()).isTrue();
        assertThat(answer.body().path("records").path(0).toString())
                .isEqualTo("{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v60.0/sobjects/Account/"
                        + parent + "\"},\"Name\":\"Alpha\",\"Id\":\"" + parent + "\"}");
    }

    @Test
    void comparisons_of_every_kind() {
        assertNames("AnnualRevenue > 5 AND AnnualRevenue <= 100", "Alpha", "beta");
        assertNames("AnnualRevenue != 20", "Alpha", "Gam%ma", "O'Neil \\ Co");
        assertNames("AnnualRevenue = null", "Gam%ma");
        assertNames("AnnualRevenue < 20.5 OR Industry = 'banking'", "Alpha", "beta", "O'Neil \\ Co");
        assertNames("NOT (Industry IN ('Banking','Energy'))", "beta", "O'Neil \\ Co");
        assertNames("Ext__c IN ('X1', 'x4')", "Alpha", "O'Neil \\ Co");
        assertNames("Ext__c NOT IN ('x1', 'x4')", "beta", "Gam%ma");
        assertNames("IsDeleted = false AND (Name LIKE 'a%' OR Name LIKE '_eta')", "Alpha", "beta");
        assertNames("Name LIKE '%\\%%'", "Gam%ma");
        assertNames("Name = 'O\\'Neil \\\\ Co'", "O'Neil \\ Co");
        assertNames("Parent.Name = 'alpha'", "beta");
        assertNames("Id = '" + parent.substring(0, 15) + "'", "Alpha");
        assertNames("Id > '" + parent + "' AND Ext__c != null", "Gam%ma", "O'Neil \\ Co");
        assertNames("CreatedDate >= 2026-03-02T08:00:12Z", "O'Neil \\ Co");
        assertNames("CreatedDate < 2026-03-02T09:00:01+01:00", "Alpha");
    }

    @Test
    void datetimes_are_compared_without_their_milliseconds() {
        assertNames("SystemModstamp = 2026-03-02T08:00:01Z", "beta");
        assertNames("SystemModstamp > 2026-03-02T08:00:01.000Z", "Gam%ma", "O'Neil \\ Co");
        assertNames("SystemModstamp >= 2026-03-02T08:00:01.900Z", "beta", "Gam%ma", "O'Neil \\ Co");
        assertNames("LastModifiedDate <= 2026-03-02T08:00:02Z", "Alpha", "beta", "Gam%ma");
    }

    @Test
    void order_limit_and_offset() {
        assertOrder("ORDER BY Name DESC", "O'Neil \\ Co", "Gam%ma", "beta", "Alpha");
        assertOrder("ORDER BY AnnualRevenue", "Gam%ma", "O'Neil \\ Co", "beta", "Alpha");
        assertOrder("ORDER BY AnnualRevenue DESC NULLS LAST", "Alpha", "beta", "O'Neil \\ Co", "Gam%ma");
        assertOrder("ORDER BY Industry NULLS LAST, Name DESC LIMIT 3", "Alpha", "Gam%ma", "O'Neil \\ Co");
        assertOrder("ORDER BY SystemModstamp, Id LIMIT 2 OFFSET 1", "beta", "Gam%ma");
        assertThat(org.query("SELECT Id FROM Account LIMIT 1 OFFSET 2001").code())
                .isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @Test
    void records_are_read_through_their_parents() {
        String contact = org.create("Contact", "{'FirstName':'Jane','LastName':'Doe','AccountId':'" + parent + "'}");
        org.create("Contact", "{'LastName':'Lone'}");

        Answer answer = org.query("SELECT Id, Name, Account.Name, Account.Owner.Username FROM Contact ORDER BY Name");

        JsonNode jane = answer.body().path("records").path(0);
        assertThat(jane.path("Id").asText()).isEqualTo(contact);
        assertThat(jane.path("Name").asText()).isEqualTo("Jane Doe");
        assertThat(jane.at("/Account/Name").asText()).isEqualTo("Alpha");
        assertThat(jane.at("/Account/attributes/type").asText()).isEqualTo("Account");
        assertThat(jane.at("/Account/Owner/Username").asText()).isEqualTo("integration@example.com");
        assertThat(answer.body().path("records").path(1).path("Account").isNull())
                .isTrue();
    }

    @Test
    void count_answers_a_number_and_no_records() {
        Answer answer = org.query("SELECT COUNT() FROM Account WHERE AnnualRevenue != null");

        assertThat(answer.body().toString()).isEqualTo("{\"totalSize\":3,\"done\":true,\"records\":[]}");
    }

    @Test
    void query_all_also_shows_what_was_deleted_and_merged() {
        String lead = org.create("Lead", "{'LastName':'Doe','Company':'Acme'}");
        String winner = org.create("Lead", "{'LastName':'Dough','Company':'Acme'}");
        String gone = org.create("Lead", "{'LastName':'Gone','Company':'Acme'}");
        org.act("merge", "{'object':'Lead','winner':'" + winner + "','loser':'" + lead + "'}");
        org.delete("/sobjects/Lead/" + gone);
        String soql = "SELECT Id, IsDeleted, MasterRecordId FROM Lead ORDER BY Id";

        assertThat(column(org.query(soql), "Id")).containsExactly(winner);
        Answer all = org.get("/queryAll/?q=" + SalesforceClient.encoded(soql));
        assertThat(column(all, "Id")).containsExactly(lead, winner, gone);
        assertThat(column(all, "IsDeleted")).containsExactly("true", "false", "true");
        assertThat(column(all, "MasterRecordId")).containsExactly(winner, "null", "null");
        assertThat(all.body().path("totalSize").asInt()).isEqualTo(3);
    }

    @Test
    void text_that_is_no_query_is_refused_with_row_and_column() {
        for (String wrong : List.of(
                "SELECT Id FROM Account WHERE",
                "SELECT Id FROM Account WHERE Name = Alpha'",
                "SELECT FROM Account",
                "SELECT Id,, Name FROM Account",
                "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
                "SELECT Id FROM Account WHERE (Name = 'a'",
                "SELECT Id FROM Account WHERE Name IS NULL",
                "SELECT Id FROM Account LIMIT x",
                "SELECT Id FROM Account WHERE Name = 'a\\q'",
                "SELECT Id FROM Account a GARBAGE",
                "DELETE FROM Account")) {
            Answer answer = org.query(wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.code()).as(wrong).isEqualTo("MALFORMED_QUERY");
            assertThat(answer.message()).as(wrong).contains("ERROR at Row:1:Column:");
        }
    }

    @Test
    void names_and_values_that_do_not_fit_are_refused() {
        Answer field = org.query("SELECT Id, Nme FROM Account");
        assertThat(field.code()).isEqualTo("INVALID_FIELD");
        assertThat(field.message())
                .startsWith(
                        "\nSELECT Id, Nme FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nme'"
                                + " on entity 'Account'.");
        assertCode("SELECT Id FROM Nothing", "INVALID_TYPE");
        assertCode("SELECT Nothing.Name FROM Account", "INVALID_FIELD");
        assertCode("SELECT Id, Id FROM Account", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE AnnualRevenue = '5'", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE Name = 5", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE CreatedDate > '2026-01-01T00:00:00Z'", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE CreatedDate > 2026-01-01", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE Description = 'x'", "INVALID_FIELD");
        assertCode("SELECT Id FROM Account WHERE Id = 'rubbish'", "INVALID_QUERY_FILTER_OPERATOR");
        assertCode("SELECT Id FROM Account WHERE AnnualRevenue LIKE '5%'", "INVALID_QUERY_FILTER_OPERATOR");
    }

    @Test
    void a_query_that_is_too_long_for_an_address_is_turned_away_with_a_page() {
        Answer shorter = org.query("SELECT Id FROM Account WHERE Name = '" + "x".repeat(14_000) + "'");
        assertThat(shorter.status()).isEqualTo(200);

        assertThat(org.status("/query?q=" + "x".repeat(16_400))).isEqualTo(414);
    }

    @Test
    void a_query_nested_beyond_reason_is_refused() {
        assertCode("SELECT Id FROM Account WHERE " + "(".repeat(2_000) + "Name = 'a'", "QUERY_TOO_COMPLICATED");
        assertCode("SELECT Id FROM Account WHERE NOT NOT Name = 'a'", "MALFORMED_QUERY");
    }

    private void assertCode(String soql, String code) {
        assertThat(org.query(soql).code()).as(soql).isEqualTo(code);
    }

    private void assertNames(String where, String... names) {
        Answer answer = org.query("SELECT Name FROM Account WHERE " + where);
        assertThat(answer.status()).as(where + ": " + answer.body()).isEqualTo(200);
        assertThat(column(answer, "Name")).as(where).containsExactly(names);
    }

    private void assertOrder(String tail, String... names) {
        assertThat(column(org.query("SELECT Name FROM Account " + tail), "Name"))
                .as(tail)
                .containsExactly(names);
    }
}
