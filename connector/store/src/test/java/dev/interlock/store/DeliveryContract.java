package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.partner;
import static dev.interlock.store.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.plan.Pending;
import dev.interlock.plan.Write;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Intent.Status;
import dev.interlock.stage.Outbox.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every staging store promises about outgoing writes. */
abstract class DeliveryContract extends BooksContract {

    private static final Target TO_HUBSPOT = new Target(HUBSPOT, PARTNER);

    @Test
    void a_write_that_was_staged_is_due_at_once_with_its_fields_and_its_pre_image() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        Intent intent = due().getFirst();
        assertThat(intent.write().fields()).isEqualTo(Map.of("name", text("Acme")));
        assertThat(intent.write().before()).isEqualTo(Map.of("name", text("before")));
        assertThat(intent.operation()).isOne();
        assertThat(intent.status()).isEqualTo(Status.PLANNED);
        assertThat(intent.attempts()).isZero();
        assertThat(intent.notBefore()).isEqualTo(NOON);
    }

    @Test
    void due_intents_come_in_the_order_of_their_numbers_after_the_given_one() {
        save(
                partner("c").writing(HUBSPOT, "1"),
                partner("a").writing(HUBSPOT, "2"),
                partner("b").writing(HUBSPOT, "3"));
        List<Intent> all = due();
        assertThat(all).extracting(Intent::number).isSorted().doesNotHaveDuplicates();
        assertThat(all).hasSize(3);
        List<Intent> rest =
                asks(stage -> stage.due(TO_HUBSPOT, NOON, all.getFirst().number(), 1));
        assertThat(rest).containsExactly(all.get(1));
    }

    @Test
    void only_intents_of_the_asked_system_and_type_are_due() {
        save(partner("a").writing(SALESFORCE, "Acme"));
        assertThat(due()).isEmpty();
        List<Intent> deals = asks(stage -> stage.due(new Target(SALESFORCE, Sample.DEAL), NOON, 0, 10));
        assertThat(deals).isEmpty();
    }

    @Test
    void of_creates_only_those_are_told_that_were_ever_sent_whatever_became_of_them() {
        Write create =
                new Write(Sample.id("b"), PARTNER, HUBSPOT, Write.Kind.CREATE, Map.of("name", text("Bolt")), Map.of());
        save(partner("a").writing(HUBSPOT, "Acme"), partner("b").writing(create));
        assertThat(creates()).isEmpty();
        move(Status.SENT, NOON);
        move(Status.PLANNED, NOON);
        assertThat(creates()).extracting(Intent::write).containsExactly(create);
    }

    private List<Intent> creates() {
        return asks(stage -> stage.creates(List.of(Sample.id("a"), Sample.id("b")), HUBSPOT));
    }

    @Test
    void an_intent_that_waits_is_not_due_before_its_time() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.SENT, NOON);
        move(Status.PLANNED, NOON.plusSeconds(60));
        assertThat(due()).isEmpty();
        List<Intent> later = asks(stage -> stage.due(TO_HUBSPOT, NOON.plusSeconds(60), 0, 10));
        assertThat(later).hasSize(1);
    }

    @Test
    void every_sending_counts_as_an_attempt() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.SENT, NOON);
        move(Status.PLANNED, NOON);
        move(Status.SENT, NOON);
        assertThat(unsettled().getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void intents_that_were_sent_or_unanswered_are_unsettled_until_their_fate_is_known() {
        save(partner("a").writing(HUBSPOT, "Acme"), partner("b").writing(HUBSPOT, "Bolt"));
        List<Intent> both = due();
        does(stage -> stage.move(both, Status.SENT, NOON));
        does(stage -> stage.move(List.of(both.getFirst()), Status.UNKNOWN, NOON.plusSeconds(30)));
        assertThat(unsettled())
                .extracting(Intent::number)
                .containsExactly(both.get(1).number());
        List<Intent> later = asks(stage -> stage.unsettled(TO_HUBSPOT, NOON.plusSeconds(30), 10));
        assertThat(later).hasSize(2);
        does(stage -> stage.move(both, Status.CONFIRMED, NOON));
        assertThat(unsettled()).isEmpty();
    }

    @Test
    void a_step_that_one_of_them_may_not_make_moves_none() {
        save(partner("a").writing(HUBSPOT, "Acme"), partner("b").writing(HUBSPOT, "Bolt"));
        List<Intent> both = due();
        does(stage -> stage.move(List.of(both.getFirst()), Status.SENT, NOON));
        does(stage -> assertThatThrownBy(() -> stage.move(both, Status.SENT, NOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot become SENT"));
        assertThat(due()).extracting(Intent::number).containsExactly(both.get(1).number());
    }

    @Test
    void a_step_is_judged_by_what_is_stored_not_by_what_the_caller_holds() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        List<Intent> stale = due();
        does(stage -> stage.move(stale, Status.SENT, NOON));
        does(stage -> stage.move(stale, Status.CONFIRMED, NOON));
        assertThatThrownBy(() -> does(stage -> stage.move(stale, Status.SENT, NOON)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_planned_write_is_replaced_by_a_new_one_with_a_greater_operation() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        save(again("a").writing(HUBSPOT, "Acme Ltd"));
        assertThat(due()).hasSize(1);
        assertThat(due().getFirst().operation()).isEqualTo(2);
        assertThat(due().getFirst().write().fields()).isEqualTo(Map.of("name", text("Acme Ltd")));
    }

    @Test
    void a_refused_write_is_replaced_by_a_new_one() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.FAILED, NOON);
        save(again("a").writing(HUBSPOT, "Acme Ltd"));
        assertThat(open()).containsEntry(Status.FAILED, 0L).containsEntry(Status.PLANNED, 1L);
    }

    @Test
    void operations_go_on_growing_after_a_confirmed_one_and_are_counted_by_system() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.SENT, NOON);
        does(stage -> stage.move(unsettledOf(stage), Status.CONFIRMED, NOON));
        save(again("a").writing(HUBSPOT, "Acme Ltd"));
        save(again("a").writing(SALESFORCE, "Acme Ltd"));
        assertThat(due().getFirst().operation()).isEqualTo(2);
        List<Intent> other = asks(stage -> stage.due(new Target(SALESFORCE, PARTNER), NOON, 0, 10));
        assertThat(other.getFirst().operation()).isOne();
    }

    @Test
    void nothing_is_staged_where_a_write_is_on_its_way_and_nothing_else_of_the_page_is_saved_then() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.SENT, NOON);
        assertThatThrownBy(() -> save(partner("b"), again("a").writing(HUBSPOT, "Acme Ltd")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on its way");
        assertThat(asks(stage -> stage.dossiers(List.of(Sample.id("b")))).isEmpty())
                .isTrue();
    }

    @Test
    void withdrawing_ends_a_planned_write_but_leaves_one_that_is_on_its_way() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        save(partner("b").writing(SALESFORCE, "Bolt"));
        move(Status.SENT, NOON);
        save(again("a").withdrawing(HUBSPOT), again("b").withdrawing(SALESFORCE));
        assertThat(unsettled()).hasSize(1);
        Map<Status, Long> salesforce = asks(stage -> stage.countOpen(SALESFORCE));
        assertThat(salesforce.values()).containsOnly(0L);
    }

    @Test
    void due_writes_are_counted_by_kind() {
        save(partner("a").writing(HUBSPOT, "Acme"), partner("b").writing(HUBSPOT, "Bolt"));
        Write.Kind planned = asks(stage -> stage.due(TO_HUBSPOT, NOON, 0, 1))
                .getFirst()
                .write()
                .kind();
        long due = asks(stage -> stage.countDue(TO_HUBSPOT, planned));
        assertThat(due).isEqualTo(2);
        long deletes = asks(stage -> stage.countDue(TO_HUBSPOT, Write.Kind.DELETE));
        assertThat(deletes).isZero();
    }

    @Test
    void the_dossier_shows_how_far_an_open_write_came() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        assertThat(progress()).isEqualTo(Pending.Progress.PLANNED);
        move(Status.SENT, NOON);
        assertThat(progress()).isEqualTo(Pending.Progress.IN_FLIGHT);
        does(stage -> stage.move(unsettledOf(stage), Status.UNKNOWN, NOON));
        assertThat(progress()).isEqualTo(Pending.Progress.IN_FLIGHT);
        does(stage -> stage.move(unsettledOf(stage), Status.FAILED, NOON));
        assertThat(progress()).isEqualTo(Pending.Progress.REFUSED);
    }

    @Test
    void a_confirmed_or_withdrawn_write_is_not_pending_any_more() {
        save(partner("a").writing(HUBSPOT, "Acme"));
        move(Status.WITHDRAWN, NOON);
        assertThat(dossier("a").pending()).isEmpty();
    }

    private Pending.Progress progress() {
        return dossier("a").pending().get(HUBSPOT).progress();
    }

    private void move(Status next, Instant notBefore) {
        does(stage -> {
            List<Intent> due = stage.due(TO_HUBSPOT, NOON.plusSeconds(600), 0, 10);
            stage.move(due.isEmpty() ? unsettledOf(stage) : due, next, notBefore);
        });
    }

    private static List<Intent> unsettledOf(dev.interlock.stage.Stage stage) {
        return stage.unsettled(TO_HUBSPOT, NOON.plusSeconds(600), 10);
    }

    private List<Intent> due() {
        return asks(stage -> stage.due(TO_HUBSPOT, NOON, 0, 10));
    }

    private List<Intent> unsettled() {
        return asks(stage -> stage.unsettled(TO_HUBSPOT, NOON, 10));
    }

    private Map<Status, Long> open() {
        return asks(stage -> stage.countOpen(HUBSPOT));
    }
}
