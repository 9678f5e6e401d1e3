package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.contested;
import static dev.interlock.store.Sample.email;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.key;
import static dev.interlock.store.Sample.partner;
import static dev.interlock.store.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.plan.Golden;
import dev.interlock.plan.Overruled;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every staging store promises: the whole contract. Here: transactions, rehearsals, dossiers. */
abstract class StagingStoreContract extends LinkingContract {

    @Test
    void what_a_transaction_did_is_undone_when_it_fails_and_the_failure_is_thrown_on() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> does(stage -> {
                    stage.save(List.of(partner("a").staged()));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(exists("a")).isFalse();
    }

    @Test
    void a_transaction_cannot_begin_inside_another() {
        does(outer -> assertThatThrownBy(() -> does(inner -> {})).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void a_rehearsal_shows_everything_and_its_own_writes_and_leaves_nothing_behind() {
        save(partner("a").named("Acme").in(SALESFORCE, "001"));
        try (JdbcStagingStore rehearsal = store.rehearsal()) {
            rehearsal.inTransaction(stage -> {
                Golden golden = stage.dossiers(List.of(id("a"))).get(id("a")).golden();
                stage.save(List.of(
                        Sample.of(golden).named("Other").in(SALESFORCE, "001").staged(),
                        partner("b").staged()));
                return true;
            });
            Map<EntityId, dev.interlock.plan.Dossier> seen =
                    rehearsal.inTransaction(stage -> stage.dossiers(List.of(id("a"), id("b"))));
            assertThat(seen.get(id("a")).golden().values()).containsEntry("name", text("Other"));
            assertThat(seen).hasSize(2);
        }
        assertThat(dossier("a").golden().values()).containsEntry("name", text("Acme"));
        assertThat(exists("b")).isFalse();
        assertThat(store.verifyAudit()).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void a_transaction_of_a_rehearsal_that_fails_undoes_only_its_own_work() {
        try (JdbcStagingStore rehearsal = store.rehearsal()) {
            rehearsal.inTransaction(stage -> {
                stage.save(List.of(partner("a").staged()));
                return true;
            });
            assertThatThrownBy(() -> rehearsal.inTransaction(stage -> {
                        stage.save(List.of(partner("b").staged()));
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            Map<EntityId, ?> seen = rehearsal.inTransaction(stage -> stage.dossiers(List.of(id("a"), id("b"))));
            assertThat(seen.containsKey(id("a"))).isTrue();
            assertThat(seen.containsKey(id("b"))).isFalse();
        }
    }

    @Test
    void unknown_entities_have_no_dossier() {
        assertThat(exists("nobody")).isFalse();
    }

    @Test
    void a_golden_record_comes_back_with_every_kind_of_value_in_order() {
        Sample sample = partner("a")
                .with("zip", text("0042 \u0000 \ud83d \"quoted\" \\ \u00e4\ud83d\ude00"))
                .with("empty", FieldValue.EMPTY)
                .with("amount", new FieldValue.Amount(new BigDecimal("1.50")))
                .with("day", new FieldValue.Day(LocalDate.of(2026, 2, 28)))
                .with("moment", new FieldValue.Moment(NOON.plusNanos(123_456_789)))
                .with("flag", new FieldValue.Flag(true))
                .with("many", new FieldValue.Many(new TreeSet<>(Set.of("b", "a"))))
                .with("link", new FieldValue.Link(id("other")));
        save(sample);
        Golden stored = dossier("a").golden();
        assertThat(stored.fields()).isEqualTo(sample.golden().fields());
        assertThat(stored.fields().keySet())
                .containsExactlyElementsOf(sample.golden().fields().keySet());
    }

    @Test
    void the_version_grows_by_one_when_the_golden_record_changed_and_only_then() {
        save(partner("a").named("Acme"));
        assertThat(dossier("a").golden().version()).isOne();
        save(again("a"));
        assertThat(dossier("a").golden().version()).isOne();
        save(again("a").named("Acme Ltd"));
        assertThat(dossier("a").golden().version()).isEqualTo(2);
        save(again("a").standing(Golden.Standing.TOMBSTONE));
        assertThat(dossier("a").golden().version()).isEqualTo(3);
    }

    @Test
    void a_plan_made_from_an_older_version_is_refused() {
        save(partner("a").named("Acme"));
        Sample stale = again("a").named("Stale");
        save(again("a").named("Fresh"));
        assertThatThrownBy(() -> save(stale))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plan it again");
    }

    @Test
    void a_shadow_comes_back_exactly() {
        Shadow full = Sample.shadow(SALESFORCE, "001", Map.of("name", text("Acme"), "phone", FieldValue.EMPTY));
        Map<String, FieldValue> base = new LinkedHashMap<>(Map.of("name", text("Old")));
        Shadow apart = new Shadow(
                key(HUBSPOT, "77"),
                Set.of("7", "8"),
                Set.of(key(HUBSPOT, "78"), new RecordKey(HUBSPOT, new RecordType("Contact"), "79")),
                Shadow.State.SUSPECT,
                base,
                full.observed(),
                Map.of("phone", text("1")),
                Map.of(
                        "phone", new Overruled(Optional.of(text("2")), 0, NOON),
                        "name", new Overruled(Optional.empty(), 3, NOON.plusNanos(1))),
                full.raw(),
                NOON.plusNanos(5),
                NOON);
        save(partner("a").in(full, apart));
        assertThat(dossier("a").shadows()).isEqualTo(Map.of(SALESFORCE, full, HUBSPOT, apart));
    }

    @Test
    void shadows_can_be_saved_alone_and_nothing_else_changes() {
        save(partner("a").named("Acme").in(SALESFORCE, "001").keyed(email("a@x.org")));
        Shadow changed = shadow("a", SALESFORCE).in(Shadow.State.TOMBSTONE);
        does(stage -> stage.saveShadows(Map.of(id("a"), List.of(changed, Shadow.fresh(key(HUBSPOT, "77"))))));
        assertThat(dossier("a").shadows()).containsOnlyKeys(SALESFORCE, HUBSPOT);
        assertThat(shadow("a", SALESFORCE)).isEqualTo(changed);
        assertThat(dossier("a").golden().version()).isOne();
    }

    @Test
    void conflicts_open_change_and_close_by_field() {
        save(partner("a").opening(contested("name"), contested("phone")));
        assertThat(dossier("a").conflicts()).isEqualTo(Map.of("name", contested("name"), "phone", contested("phone")));
        save(again("a").opening(contested("name")).closing("phone"));
        assertThat(dossier("a").conflicts()).containsOnlyKeys("name");
    }

    @Test
    void entities_are_counted_by_type_as_long_as_they_stand() {
        save(partner("a"), partner("b"), Sample.of(Golden.unheardOf(id("d"), Sample.DEAL)));
        save(again("b").standing(Golden.Standing.TOMBSTONE));
        Map<?, Long> counts = asks(stage -> stage.countEntities());
        assertThat(Map.copyOf(counts)).isEqualTo(Map.of(PARTNER, 1L, Sample.DEAL, 1L));
    }

    @Test
    void one_entity_planned_twice_in_a_page_keeps_both_shadows_and_the_last_golden_record() {
        save(
                partner("a").named("First").in(SALESFORCE, "001"),
                partner("a").named("Last").in(HUBSPOT, "77"));
        assertThat(dossier("a").golden().values()).containsEntry("name", text("Last"));
        assertThat(dossier("a").shadows()).containsOnlyKeys(SALESFORCE, HUBSPOT);
    }

    @Test
    void a_record_in_step_as_one_entity_cannot_become_the_record_of_another() {
        save(partner("a").in(SALESFORCE, "001"));
        assertThatThrownBy(() -> save(partner("b").in(SALESFORCE, "001")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to entity a");
        RecordKey key = key(SALESFORCE, "001");
        assertThat(asks(stage -> stage.entities(List.of(key))).get(key)).isEqualTo(id("a"));
    }

    private boolean exists(String entity) {
        return !asks(stage -> stage.dossiers(List.of(id(entity)))).isEmpty();
    }
}
