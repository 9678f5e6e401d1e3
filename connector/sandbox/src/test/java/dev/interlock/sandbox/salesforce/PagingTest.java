package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest extends SalesforceTest {

    @Test
    void pages_hold_2000_records_unless_asked_otherwise() {
        load(2_100);

        Answer first = org.query("SELECT Id FROM Account");

        assertThat(first.body().path("totalSize").asInt()).isEqualTo(2_100);
        assertThat(first.body().path("done").asBoolean(true)).isFalse();
        assertThat(first.body().path("records")).hasSize(2_000);
        Answer last = org.get(first.body().path("nextRecordsUrl").asText());
        assertThat(last.body().path("records")).hasSize(100);
        assertThat(last.body().path("done").asBoolean()).isTrue();
        assertThat(last.body().has("nextRecordsUrl")).isFalse();
    }

    @Test
    void every_record_comes_once_over_all_pages_of_the_size_asked() {
        load(650);
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        Answer page = pageOf(250);
        while (true) {
            ids.addAll(column(page, "Id"));
            sizes.add(page.body().path("records").size());
            if (page.body().path("done").asBoolean()) {
                break;
            }
            page = org.get(page.body().path("nextRecordsUrl").asText());
        }

        assertThat(sizes).containsExactly(250, 250, 150);
        assertThat(new HashSet<>(ids)).hasSize(650);
        assertThat(pageOf(1).body().path("records"))
                .as("no page is smaller than 200")
                .hasSize(200);
    }

    @Test
    void two_long_custom_texts_make_the_pages_small() {
        org.act("declare", """
                {'object':'Account','fields':[{'name':'A__c','type':'textarea','length':32000},
                 {'name':'B__c','type':'textarea','length':32000}]}""");
        load(300);

        assertThat(org.query("SELECT Id, A__c FROM Account").body().path("records"))
                .hasSize(300);
        assertThat(org.query("SELECT Id, A__c, B__c FROM Account").body().path("records"))
                .hasSize(200);
    }

    @Test
    void a_locator_that_is_unknown_or_older_than_two_days_is_refused() {
        load(650);
        String next = pageOf(200).body().path("nextRecordsUrl").asText();
        assertThat(org.get(next).status()).isEqualTo(200);

        org.pass(Duration.ofHours(49));
        org.login();

        assertThat(org.get(next).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        String another = pageOf(200).body().path("nextRecordsUrl").asText();
        org.act("settings", "{'expireCursors':true}");
        assertThat(org.get(another).status()).isEqualTo(400);
        assertThat(org.get("/query/01g000000000001AAA-200").code()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void two_hundred_thousand_records_are_loaded_found_and_paged_by_stamp_quickly() {
        load(200_000);

        String watermark = "2000-01-01T00:00:00Z";
        String last = "000000000000000";
        for (int i = 0; i < 5; i++) {
            Answer page = org.query("SELECT Id, Name, SystemModstamp FROM Account WHERE SystemModstamp > " + watermark
                    + " OR (SystemModstamp = " + watermark + " AND Id > '" + last
                    + "') ORDER BY SystemModstamp, Id LIMIT 2000");
            assertThat(page.body().path("records")).hasSize(2_000);
            watermark = column(page, "SystemModstamp").getLast().replace("+0000", "Z");
            last = column(page, "Id").getLast();
        }
        assertThat(org.query("SELECT COUNT() FROM Account WHERE Name = 'Account 123456'")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    private Answer pageOf(int size) {
        return org.call(
                "GET",
                "/query/?q=" + SalesforceClient.encoded("SELECT Id FROM Account"),
                "",
                "Sforce-Query-Options",
                "batchSize=" + size);
    }

    private void load(int count) {
        List<Map<String, String>> rows = IntStream.range(0, count)
                .mapToObj(number -> Map.of("Name", "Account " + number))
                .toList();
        assertThat(org.service().load("Account", rows)).isEqualTo(count);
    }
}
