package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplicationTest extends SalesforceTest {

    @Test
    void updated_names_what_was_touched_in_the_window_and_how_far_it_reaches() {
        String early = org.create("Account", "{'Name':'Early'}");
        org.pass(Duration.ofMinutes(10));
        String late = org.create("Account", "{'Name':'Late'}");
        org.pass(Duration.ofSeconds(90));

        Answer both = window("updated", SalesforceClient.START, org.now().plusSeconds(600));
        Answer one = window("updated", SalesforceClient.START.plusSeconds(300), org.now());

        assertThat(texts(both.body().path("ids"), "")).containsExactly(early, late);
        assertThat(both.body().path("latestDateCovered").asText())
                .as("a minute that still goes on is not covered")
                .isEqualTo("2026-03-02T08:11:00.000+0000");
        assertThat(texts(one.body().path("ids"), "")).containsExactly(late);
    }

    @Test
    void seconds_of_the_window_do_not_count() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.pass(Duration.ofMinutes(5));

        Answer answer =
                window("updated", SalesforceClient.START.plusSeconds(59), SalesforceClient.START.plusSeconds(100));

        assertThat(texts(answer.body().path("ids"), "")).containsExactly(id);
    }

    @Test
    void deleted_names_what_was_deleted_and_since_when_the_log_is_kept() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.pass(Duration.ofMinutes(5));
        org.delete("/sobjects/Account/" + id);
        org.pass(Duration.ofMinutes(5));

        Answer answer = window("deleted", SalesforceClient.START, org.now());

        assertThat(texts(answer.body().path("deletedRecords"), "id")).containsExactly(id);
        assertThat(texts(answer.body().path("deletedRecords"), "deletedDate"))
                .containsExactly("2026-03-02T08:05:00.000+0000");
        assertThat(answer.body().path("earliestDateAvailable").asText()).isEqualTo("2026-02-15T08:10:00.000+0000");
        assertThat(texts(
                        window("updated", SalesforceClient.START, org.now())
                                .body()
                                .path("ids"),
                        ""))
                .isEmpty();
    }

    @Test
    void a_purged_delete_log_keeps_silent_about_what_went_before() {
        String id = org.create("Account", "{'Name':'Acme'}");
        org.delete("/sobjects/Account/" + id);
        org.pass(Duration.ofMinutes(5));
        org.act("settings", "{'purgeDeleteLog':true}");

        Answer answer = window("deleted", SalesforceClient.START, org.now());

        assertThat(answer.body().path("deletedRecords")).isEmpty();
        assertThat(answer.body().path("earliestDateAvailable").asText()).isEqualTo("2026-03-02T08:05:00.000+0000");
    }

    @Test
    void windows_that_reach_too_far_or_are_too_short_are_refused() {
        Instant now = org.now();

        assertRefused(window("updated", now.minus(Duration.ofDays(31)), now));
        assertRefused(window("deleted", now.minus(Duration.ofDays(16)), now));
        assertRefused(window("updated", now, now.plusSeconds(30)));
        assertRefused(window("updated", now, now.minusSeconds(3600)));
        assertRefused(org.get("/sobjects/Account/updated/?start=yesterday&end=today"));
        assertRefused(org.get("/sobjects/Account/deleted/"));
        assertThat(window("updated", now.minus(Duration.ofDays(29)), now).status())
                .isEqualTo(200);
    }

    private Answer window(String which, Instant start, Instant end) {
        return org.get("/sobjects/Account/" + which + "/?start=" + SalesforceClient.encoded(start.toString()) + "&end="
                + SalesforceClient.encoded(end.toString().replace("Z", "+00:00")));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REPLICATION_DATE");
    }
}
