package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.contested;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.key;
import static dev.interlock.store.Sample.partner;
import static dev.interlock.store.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Decision;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Ledger.Run;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every staging store promises about what it has read, run and decided, and about what waits for a person. */
abstract class BooksContract extends ContractSetting {

    private static final Target PARTNERS = new Target(SALESFORCE, PARTNER);

    @Test
    void a_source_that_was_never_read_has_no_watermark() {
        assertThat(this.<Watermark>asks(stage -> stage.watermark(PARTNERS))).isEqualTo(Watermark.NONE);
    }

    @Test
    void a_watermark_comes_back_as_it_was_saved_last() {
        Watermark first = Watermark.NONE.with(new Watermark.Interval(NOON, NOON.plusSeconds(1)));
        Watermark second = first.with(new Watermark.Interval(NOON.plusSeconds(5), NOON.plusNanos(6_123_456_789L)));
        does(stage -> stage.saveWatermark(PARTNERS, first));
        does(stage -> stage.saveWatermark(PARTNERS, second));
        assertThat(this.<Watermark>asks(stage -> stage.watermark(PARTNERS))).isEqualTo(second);
        assertThat(this.<Watermark>asks(stage -> stage.watermark(new Target(HUBSPOT, PARTNER))))
                .isEqualTo(Watermark.NONE);
    }

    @Test
    void every_decision_becomes_a_row_of_the_audit_with_the_run_and_the_time() {
        save(partner("a")
                .deciding(new Decision("name", "D3", "salesforce", Optional.empty(), Optional.of(text("Acme")))));
        assertThat(this.<List<AuditRow>>asks(stage -> stage.history(id("a"))))
                .containsExactly(new AuditRow(id("a"), "name", "D3", "salesforce", "", "t:Acme", "run-1", NOON));
    }

    @Test
    void the_audit_of_an_entity_is_told_oldest_first_and_nothing_of_it_is_lost() {
        List<AuditRow> rows =
                IntStream.range(0, 20).mapToObj(i -> audit("a", "step" + i)).toList();
        rows.forEach(row -> does(stage -> stage.audit(List.of(row, audit("b", "other")))));
        assertThat(this.<List<AuditRow>>asks(stage -> stage.history(id("a")))).isEqualTo(rows);
    }

    @Test
    void the_audit_stays_one_chain_when_many_write_at_once() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() ->
                        does(stage -> stage.audit(List.of(audit("a", "w" + i), audit("b", "w" + i))))))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(store.verifyAudit()).isEqualTo(new AuditVerdict.Intact(16));
    }

    @Test
    void a_text_that_the_database_cannot_hold_does_not_stop_the_audit() {
        does(stage -> stage.audit(List.of(audit("a", "nul \u0000 and half a pair \ud83d"))));
        assertThat(store.verifyAudit()).isEqualTo(new AuditVerdict.Intact(1));
        assertThat(this.<List<AuditRow>>asks(stage -> stage.history(id("a")))).hasSize(1);
    }

    @Test
    void the_last_run_is_the_one_that_started_last() {
        Run early = new Run("r1", "sync", NOON, NOON.plusSeconds(9), true, "{}");
        Run late = new Run("r2", "sync", NOON.plusSeconds(10), NOON.plusSeconds(11), false, "{\"n\":1}");
        assertThat(this.<Optional<Run>>asks(stage -> stage.lastRun())).isEmpty();
        does(stage -> stage.saveRun(late));
        does(stage -> stage.saveRun(early));
        assertThat(this.<Optional<Run>>asks(stage -> stage.lastRun())).contains(late);
    }

    @Test
    void a_run_that_is_saved_again_is_replaced() {
        does(stage -> stage.saveRun(new Run("r1", "sync", NOON, NOON, false, "{}")));
        Run done = new Run("r1", "sync", NOON, NOON.plusSeconds(9), true, "x".repeat(2_000_000));
        does(stage -> stage.saveRun(done));
        assertThat(this.<Optional<Run>>asks(stage -> stage.lastRun())).contains(done);
    }

    @Test
    void calls_add_up_by_system_and_day() {
        does(stage -> stage.addCalls("salesforce", "2026-03-01", 5));
        does(stage -> stage.addCalls("salesforce", "2026-03-01", 7));
        does(stage -> stage.addCalls("salesforce", "2026-03-02", 1));
        long calls = asks(stage -> stage.calls("salesforce", "2026-03-01"));
        long none = asks(stage -> stage.calls("hubspot", "2026-03-01"));
        assertThat(calls).isEqualTo(12);
        assertThat(none).isZero();
    }

    @Test
    void what_is_remembered_comes_back_under_its_name() {
        assertThat(this.<Optional<String>>asks(stage -> stage.remembered("fingerprint")))
                .isEmpty();
        does(stage -> stage.remember("fingerprint", "one"));
        does(stage -> stage.remember("fingerprint", "two"));
        assertThat(this.<Optional<String>>asks(stage -> stage.remembered("fingerprint")))
                .contains("two");
    }

    @Test
    void a_record_set_aside_comes_back_with_everything() {
        Quarantined aside = aside("k1", "BAD_EMAIL", 1);
        does(stage -> stage.setAside(List.of(aside)));
        assertThat(this.<List<Quarantined>>asks(stage -> stage.quarantined("", 10)))
                .containsExactly(aside);
    }

    @Test
    void a_record_set_aside_again_has_one_more_attempt_and_the_newest_cause_and_its_first_time() {
        does(stage -> stage.setAside(List.of(aside("k1", "BAD_EMAIL", 1))));
        Quarantined later = new Quarantined(
                "k1",
                "write",
                "hubspot",
                "partner",
                Optional.empty(),
                Optional.of("e"),
                "TOO_LONG",
                "m",
                "p",
                "r",
                1,
                NOON.plusSeconds(60));
        does(stage -> stage.setAside(List.of(later, later)));
        Quarantined open =
                this.<List<Quarantined>>asks(stage -> stage.quarantined("", 10)).getFirst();
        assertThat(open.attempts()).isEqualTo(3);
        assertThat(open.code()).isEqualTo("TOO_LONG");
        assertThat(open.step()).isEqualTo("write");
        assertThat(open.since()).isEqualTo(NOON);
        assertThat(count()).isOne();
    }

    @Test
    void settling_resolves_the_open_rows_of_these_trace_keys_and_says_how_many() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1), aside("k2", "A", 1), aside("k3", "A", 1))));
        int settled = asks(stage -> stage.settle(List.of("k1", "k3", "unknown")));
        assertThat(settled).isEqualTo(2);
        assertThat(this.<List<Quarantined>>asks(stage -> stage.quarantined("", 10)))
                .hasSize(1);
    }

    @Test
    void records_set_aside_are_paged_in_order_of_trace_key_by_code_not_by_locale() {
        does(stage -> stage.setAside(List.of(
                aside("b", "A", 1),
                aside("B", "A", 1),
                aside("a", "A", 1),
                aside("Z z", "A", 1),
                aside("Za", "A", 1))));
        assertThat(traceKeys("", 3)).containsExactly("B", "Z z", "Za");
        assertThat(traceKeys("Za", 3)).containsExactly("a", "b");
    }

    @Test
    void open_conflicts_are_paged_by_entity() {
        save(
                partner("a").opening(contested("name"), contested("phone")),
                partner("b").opening(contested("name")),
                partner("c").opening(contested("name")));
        var first = asks(stage -> stage.conflicts("", 2));
        assertThat(first.keySet()).containsExactly(id("a"), id("b"));
        assertThat(first.get(id("a"))).containsExactly(contested("name"), contested("phone"));
        var rest = asks(stage -> stage.conflicts("b", 2));
        assertThat(rest.keySet()).containsExactly(id("c"));
        long open = asks(stage -> stage.countConflicts());
        assertThat(open).isEqualTo(4);
    }

    static AuditRow audit(String entity, String is) {
        return new AuditRow(
                id(entity),
                "*",
                "confirmed",
                "interlock",
                "",
                is,
                "run-1",
                Instant.EPOCH.plus(Duration.ofDays(20_000)));
    }

    static Quarantined aside(String traceKey, String code, int attempts) {
        Optional<RecordKey> record = Optional.of(key(SALESFORCE, "id-" + traceKey));
        return new Quarantined(
                traceKey,
                "read",
                "salesforce",
                "partner",
                record,
                Optional.empty(),
                code,
                "it is bad",
                "{\"a\":1}",
                "",
                attempts,
                NOON);
    }

    private List<String> traceKeys(String after, int limit) {
        return this.<List<Quarantined>>asks(stage -> stage.quarantined(after, limit)).stream()
                .map(Quarantined::traceKey)
                .toList();
    }

    private long count() {
        return asks(stage -> stage.countQuarantined());
    }
}
