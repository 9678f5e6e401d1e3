package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HumanDoorTest extends SalesforceTest {

    @Test
    void a_human_edit_is_stamped_with_the_human_and_an_api_write_with_the_integration_user() {
        String id = org.create("Account", "{'Name':'Acme'}");
        String integration = org.record("Account", id).path("LastModifiedById").asText();
        org.pass(Duration.ofMinutes(1));

        org.act("edit", "{'object':'Account','id':'" + id + "','fields':{'Phone':'1'}}");

        JsonNode account = org.record("Account", id);
        assertThat(account.path("LastModifiedById").asText()).startsWith("005").isNotEqualTo(integration);
        assertThat(account.path("CreatedById").asText()).isEqualTo(integration);
        assertThat(account.path("SystemModstamp").asText()).isEqualTo("2026-03-02T08:01:00.000+0000");
        assertThat(org.query("SELECT LastModifiedBy.Name FROM Account")
                        .body()
                        .at("/records/0/LastModifiedBy/Name")
                        .asText())
                .isEqualTo("Helen Human");
    }

    @Test
    void a_human_creates_deletes_and_takes_back_a_delete() {
        String id = org.act("create", "{'object':'Lead','fields':{'LastName':'Doe','Company':'Acme'}}")
                .id();
        assertThat(org.record("Lead", id).path("Status").asText()).isEqualTo("Open - Not Contacted");

        org.act("delete", "{'object':'Lead','id':'" + id + "'}");
        assertThat(org.get("/sobjects/Lead/" + id).status()).isEqualTo(404);

        org.act("undelete", "{'object':'Lead','id':'" + id + "'}");
        assertThat(org.get("/sobjects/Lead/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_human_is_told_in_words_what_does_not_work() {
        assertThat(org.act("create", "{'object':'Lead','fields':{'LastName':'Doe'}}")
                        .body()
                        .path("error")
                        .asText())
                .contains("Company");
        assertThat(org.act("edit", "{'object':'Lead','id':'x','fields':{}}")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("there is no Lead x");
        assertThat(org.act("settings", "{'dailyLimt':1}").body().path("error").asText())
                .contains("dailyLimit");
        assertThat(org.act("dance", "{}").status()).isEqualTo(400);
    }

    @Test
    void an_automation_rewrites_what_anybody_writes_into_its_field_until_it_is_ended() {
        org.act("automation", "{'object':'Account','field':'Name','set':'upper case'}");
        String id = org.create("Account", "{'Name':'Acme','Phone':'ab'}");
        assertThat(org.record("Account", id).path("Name").asText()).isEqualTo("ACME");
        assertThat(org.record("Account", id).path("Phone").asText()).isEqualTo("ab");

        org.act("automation", "{'object':'Account','field':'Name','set':'as written'}");
        org.act("edit", "{'object':'Account','id':'" + id + "','fields':{'Name':'Acme'}}");
        assertThat(org.record("Account", id).path("Name").asText()).isEqualTo("Acme");
        assertThat(org.act("automation", "{'object':'Account','field':'Name','set':'x'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_merge_keeps_the_winner_marks_the_loser_and_moves_what_hung_on_it() {
        String winner = org.create("Account", "{'Name':'Acme'}");
        String loser = org.create("Account", "{'Name':'Acme Ltd'}");
        String contact = org.create("Contact", "{'LastName':'Doe','AccountId':'" + loser + "'}");
        org.pass(Duration.ofMinutes(1));

        org.act("merge", "{'object':'Account','winner':'" + winner + "','loser':'" + loser + "'}");

        assertThat(org.record("Account", winner).path("SystemModstamp").asText())
                .isEqualTo("2026-03-02T08:01:00.000+0000");
        assertThat(org.record("Contact", contact).path("AccountId").asText()).isEqualTo(winner);
        assertThat(org.patch("/sobjects/Account/" + loser, "{'Name':'x'}").code())
                .isEqualTo("ENTITY_IS_DELETED");
        Answer all = org.get("/queryAll?q="
                + SalesforceClient.encoded("SELECT MasterRecordId FROM Account WHERE MasterRecordId != null"));
        assertThat(column(all, "MasterRecordId")).containsExactly(winner);
    }

    @Test
    void a_converted_lead_names_what_it_became_and_cannot_be_written_any_more() {
        String lead = org.create(
                "Lead",
                "{'LastName':'Doe','FirstName':'Jane','Company':'Acme','Email':'jane@acme.example','City':'Rome'}");

        Answer converted = org.act("convert", "{'id':'" + lead + "'}");

        JsonNode record = org.record("Lead", lead);
        assertThat(record.path("IsConverted").asBoolean()).isTrue();
        assertThat(record.path("Status").asText()).isEqualTo("Closed - Converted");
        assertThat(record.path("ConvertedDate").asText()).isEqualTo("2026-03-02");
        String account = record.path("ConvertedAccountId").asText();
        assertThat(converted.body().path("ConvertedAccountId").asText()).isEqualTo(account);
        assertThat(org.record("Account", account).path("Name").asText()).isEqualTo("Acme");
        assertThat(org.record("Account", account).path("BillingCity").asText()).isEqualTo("Rome");
        JsonNode contact =
                org.record("Contact", record.path("ConvertedContactId").asText());
        assertThat(contact.path("Name").asText()).isEqualTo("Jane Doe");
        assertThat(contact.path("AccountId").asText()).isEqualTo(account);
        JsonNode deal =
                org.record("Opportunity", record.path("ConvertedOpportunityId").asText());
        assertThat(deal.path("AccountId").asText()).isEqualTo(account);
        assertThat(org.patch("/sobjects/Lead/" + lead, "{'Company':'x'}").code())
                .isEqualTo("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    @Test
    void a_lead_may_be_converted_without_an_opportunity() {
        String lead = org.create("Lead", "{'LastName':'Doe','Company':'Acme'}");

        org.act("convert", "{'id':'" + lead + "','createOpportunity':false}");

        assertThat(org.record("Lead", lead).path("ConvertedOpportunityId").isNull())
                .isTrue();
        assertThat(org.query("SELECT COUNT() FROM Opportunity")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void custom_objects_and_fields_are_there_once_declared() {
        org.act("declare", """
                {'object':'Deal__c','label':'Deal','fields':[
                 {'name':'Partner__c','type':'reference','referenceTo':['Account']},
                 {'name':'Stage__c','type':'picklist','picklist':['A','B'],'restricted':true,'required':true},
                 {'name':'Ext__c','unique':true,'externalId':true}]}""");
        String account = org.create("Account", "{'Name':'Acme'}");

        assertThat(org.post("/sobjects/Deal__c", "{'Name':'x'}").code()).isEqualTo("REQUIRED_FIELD_MISSING");
        String deal = org.patch(
                        "/sobjects/Deal__c/Ext__c/d1", "{'Name':'One','Stage__c':'A','Partner__c':'" + account + "'}")
                .id();

        assertThat(deal).startsWith("a00");
        Answer answer = org.query("SELECT Name, Partner__r.Name FROM Deal__c WHERE Partner__r.Name = 'Acme'");
        assertThat(column(answer, "Partner__r.Name")).containsExactly("Acme");
    }

    @Test
    void a_custom_lookup_follows_a_merge_and_is_cleared_by_a_delete() {
        org.act(
                "declare",
                "{'object':'Lead','fields':[{'name':'Partner__c','type':'reference','referenceTo':['Account']}]}");
        String winner = org.create("Account", "{'Name':'Acme'}");
        String loser = org.create("Account", "{'Name':'Acme Ltd'}");
        String lead = org.create("Lead", "{'LastName':'Doe','Company':'x','Partner__c':'" + loser + "'}");

        org.act("merge", "{'object':'Account','winner':'" + winner + "','loser':'" + loser + "'}");
        assertThat(org.record("Lead", lead).path("Partner__c").asText()).isEqualTo(winner);

        org.delete("/sobjects/Account/" + winner);
        assertThat(org.record("Lead", lead).path("Partner__c").isNull()).isTrue();
    }

    @Test
    void a_known_field_may_become_stricter() {
        org.act("declare", "{'object':'Account','fields':[{'name':'Industry','restricted':true}]}");

        assertThat(org.post("/sobjects/Account", "{'Name':'x','Industry':'Magic'}")
                        .code())
                .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    @Test
    void a_hidden_field_does_not_exist_for_the_api() {
        String id = org.create("Account", "{'Name':'Acme','Phone':'1'}");
        org.act("hideField", "{'object':'Account','field':'Phone'}");

        assertThat(org.record("Account", id).has("Phone")).isFalse();
        assertThat(texts(org.get("/sobjects/Account/describe").body().path("fields"), "name"))
                .doesNotContain("Phone");
        assertThat(org.query("SELECT Phone FROM Account").code()).isEqualTo("INVALID_FIELD");
        assertThat(org.patch("/sobjects/Account/" + id, "{'Phone':'2'}").code()).isEqualTo("INVALID_FIELD");
        org.act("edit", "{'object':'Account','id':'" + id + "','fields':{'Phone':'3'}}");
        org.act("showField", "{'object':'Account','field':'Phone'}");
        assertThat(org.record("Account", id).path("Phone").asText()).isEqualTo("3");
    }

    @Test
    void loaded_rows_are_old_and_each_has_a_second_of_its_own() {
        org.act("declare", "{'object':'Account','fields':[{'name':'Ext__c','unique':true,'externalId':true}]}");
        org.service()
                .load(
                        "Account",
                        List.of(Map.of("Name", "A", "Ext__c", "1"), Map.of("Name", "B", "AnnualRevenue", "5.4")));
        org.service().load("Contact", List.of(Map.of("LastName", "Doe", "Account.Ext__c", "1", "DoNotCall", "TRUE")));

        Answer accounts = org.query("SELECT Name, SystemModstamp, AnnualRevenue FROM Account ORDER BY Name");
        assertThat(column(accounts, "SystemModstamp"))
                .containsExactly("2026-01-31T08:00:00.000+0000", "2026-01-31T08:00:01.000+0000");
        assertThat(column(accounts, "AnnualRevenue")).containsExactly("null", "5.0");
        Answer contacts = org.query("SELECT Account.Name, DoNotCall FROM Contact");
        assertThat(column(contacts, "Account.Name")).containsExactly("A");
        assertThat(column(contacts, "DoNotCall")).containsExactly("true");
    }

    @Test
    void loaded_rows_stand_where_the_settings_say_but_never_in_the_future() {
        org.act("settings", "{'loadedAt':'2026-03-02T07:59:58Z'}");
        org.service()
                .load(
                        "Account",
                        IntStream.range(0, 10)
                                .mapToObj(i -> Map.of("Name", "A" + i))
                                .toList());

        Answer answer = org.query("SELECT SystemModstamp FROM Account ORDER BY SystemModstamp");
        assertThat(column(answer, "SystemModstamp").getFirst()).isEqualTo("2026-03-02T07:59:50.000+0000");
        assertThat(column(answer, "SystemModstamp").getLast()).isEqualTo("2026-03-02T07:59:59.000+0000");
    }

    @Test
    void a_row_that_does_not_fit_is_named_with_its_column_and_nothing_is_loaded() {
        List<Map<String, String>> rows = List.of(Map.of("Name", "A"), Map.of("Name", "B", "Colour", "red"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.service().load("Account", rows))
                .withMessageContaining("row 2, column Colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.service().load("Account", List.of(Map.of("Name", "A", "AnnualRevenue", "much"))))
                .withMessageContaining("row 1, column AnnualRevenue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.service().load("Account", List.of(Map.of("Phone", "1"))))
                .withMessageContaining("row 1: REQUIRED_FIELD_MISSING");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void the_state_shows_every_record_and_is_empty_after_a_reset_but_for_the_users() {
        String id = org.create("Account", "{'Name':'Acme'}");
        JsonNode before = org.service().dump();
        assertThat(before.at("/Account/0/Id").asText()).isEqualTo(id);
        assertThat(before.at("/Account/0/Name").asText()).isEqualTo("Acme");

        org.service().reset();

        assertThat(org.service().dump().path("Account")).isEmpty();
        assertThat(org.service().dump().path("User")).hasSize(2);
        assertThat(org.create("Account", "{'Name':'Acme'}")).isNotEqualTo(id);
    }
}
