package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.record.RecordKey;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Evidence;
import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.FailureGroup.Handling;
import dev.interlock.stage.FailureGroup.State;
import dev.interlock.stage.Quarantined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every staging store promises about records that could not go on. */
abstract class FailuresContract extends ContractSetting {

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
        Cause cause = new Cause(Cause.Step.WRITE, HUBSPOT, PARTNER, "TOO_LONG", "m", List.of("name"), "");
        Quarantined later = Quarantined.now("k1", cause, new Evidence("p", "q", "r"), NOON.plusSeconds(60))
                .of(id("e"));
        does(stage -> stage.setAside(List.of(later, later)));
        Quarantined open =
                this.<List<Quarantined>>asks(stage -> stage.quarantined("", 10)).getFirst();
        assertThat(open.attempts()).isEqualTo(3);
        assertThat(open.cause()).isEqualTo(cause);
        assertThat(open.since()).isEqualTo(NOON);
        assertThat(open.last()).isEqualTo(NOON.plusSeconds(60));
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
    void failures_of_one_cause_are_one_group() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1), aside("k2", "A", 1), aside("k3", "B", 1))));
        assertThat(groups()).extracting(FailureGroup::open).containsExactly(2L, 1L);
        assertThat(groups().getFirst().newest().code()).isEqualTo("A");
        assertThat(groups()).allMatch(group -> group.handling().equals(Handling.UNTOUCHED));
    }

    @Test
    void a_group_is_resolved_with_its_last_failure_and_opens_again_when_one_comes_back() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1), aside("k2", "A", 1))));
        does(stage -> stage.settle(List.of("k1")));
        assertThat(state()).isEqualTo(State.OPEN);
        does(stage -> stage.settle(List.of("k2")));
        assertThat(state()).isEqualTo(State.RESOLVED);
        does(stage -> stage.setAside(List.of(aside("k3", "A", 1))));
        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(groups().getFirst().seen()).isEqualTo(3);
    }

    @Test
    void a_failure_that_goes_on_for_another_reason_leaves_its_group() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1))));
        does(stage -> stage.setAside(List.of(aside("k1", "B", 1))));
        assertThat(groups()).extracting(group -> group.newest().code()).containsExactly("B", "A");
        assertThat(groups()).extracting(group -> group.handling().state()).containsExactly(State.OPEN, State.RESOLVED);
    }

    @Test
    void what_people_decided_about_a_group_is_kept() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1))));
        Instant later = Instant.now().plusSeconds(3600);
        Handling snoozed = new Handling(State.SNOOZED, Optional.of("ann"), Optional.of(later), "bob", "on holiday");
        String group = groups().getFirst().fingerprint();
        does(stage -> stage.failureGroups().handle(group, snoozed));
        assertThat(groups().getFirst().handling()).isEqualTo(snoozed);
        assertThatThrownBy(() -> does(stage -> stage.failureGroups().handle("1none", snoozed)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_group_that_was_put_off_is_open_again_when_the_time_has_come() {
        does(stage -> stage.setAside(List.of(aside("k1", "A", 1))));
        String group = groups().getFirst().fingerprint();
        Handling over = new Handling(State.IGNORED, Optional.empty(), Optional.of(NOON), "bob", "for now");
        does(stage -> stage.failureGroups().handle(group, over));
        assertThat(state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_failure_is_found_by_its_id() {
        Quarantined aside = aside("k1", "A", 1);
        does(stage -> stage.setAside(List.of(aside)));
        Optional<Quarantined> found = asks(stage -> stage.failureGroups().failure(aside.id()));
        Optional<Quarantined> none = asks(stage -> stage.failureGroups().failure("f0000000000"));
        assertThat(found).contains(aside);
        assertThat(none).isEmpty();
    }

    private List<FailureGroup> groups() {
        return asks(stage -> stage.failureGroups().all());
    }

    private State state() {
        return groups().getFirst().handling().state();
    }

    static Quarantined aside(String traceKey, String code, int attempts) {
        Optional<RecordKey> record = Optional.of(key(SALESFORCE, "id-" + traceKey));
        Cause cause = new Cause(Cause.Step.READ, SALESFORCE, PARTNER, code, "it is bad", List.of("Email"), "email");
        return new Quarantined(
                traceKey, cause, record, Optional.empty(), new Evidence("{\"a\":1}", "", ""), attempts, NOON, NOON);
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
