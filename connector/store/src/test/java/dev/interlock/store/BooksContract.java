package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.contested;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.partner;
import static dev.interlock.store.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Decision;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Ledger.Run;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every staging store promises about what it has read, run and decided, and about what waits for a person. */
abstract class BooksContract extends MergesContract {

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
}
