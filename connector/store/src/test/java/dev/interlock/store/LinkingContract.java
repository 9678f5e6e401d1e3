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
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Reference;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Golden;
import dev.interlock.plan.Hearing;
import dev.interlock.plan.Pending;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Intent.Status;
import dev.interlock.stage.Outbox.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every staging store promises about which records are which entities. */
abstract class LinkingContract extends DeliveryContract {

    @Test
    void records_are_found_by_id_and_by_alias_and_unknown_ones_are_left_out() {
        Shadow moved = Shadow.fresh(key(SALESFORCE, "old")).movedTo(key(SALESFORCE, "new"));
        save(partner("a").in(moved), partner("b").in(HUBSPOT, "new"));
        Map<RecordKey, EntityId> found =
                entities(key(SALESFORCE, "old"), key(SALESFORCE, "new"), key(HUBSPOT, "new"), key(HUBSPOT, "old"));
        assertThat(found)
                .isEqualTo(Map.of(
                        key(SALESFORCE, "old"),
                        id("a"),
                        key(SALESFORCE, "new"),
                        id("a"),
                        key(HUBSPOT, "new"),
                        id("b")));
    }

    @Test
    void the_same_id_under_another_type_is_another_record() {
        save(partner("a").in(SALESFORCE, "001"));
        assertThat(entities(new RecordKey(SALESFORCE, Sample.DEAL, "001"))).isEmpty();
    }

    @Test
    void a_record_that_moved_to_a_new_id_is_still_one_record() {
        save(partner("a").in(SALESFORCE, "old"));
        Shadow moved = shadow("a", SALESFORCE).movedTo(key(SALESFORCE, "new"));
        save(again("a").in(moved));
        assertThat(dossier("a").shadows()).isEqualTo(Map.of(SALESFORCE, moved));
        assertThat(liveIds("", 10)).containsExactly("new");
        assertThat(entities(key(SALESFORCE, "old"))).containsValue(id("a"));
    }

    @Test
    void a_record_that_was_replaced_by_another_is_kept_apart_so_that_it_is_recognised() {
        save(partner("a").in(SALESFORCE, "first"));
        save(again("a").in(SALESFORCE, "second"));
        assertThat(shadow("a", SALESFORCE).key().id()).isEqualTo("second");
        assertThat(liveIds("", 10)).containsExactly("second");
        assertThat(entities(key(SALESFORCE, "first"))).containsValue(id("a"));
    }

    @Test
    void match_keys_find_the_active_entities_that_have_them_now() {
        String endless = "x".repeat(5_000);
        save(
                partner("a").keyed(email("info@x.org"), email(endless)),
                partner("b").keyed(email("info@x.org")));
        save(partner("c").keyed(email("gone@x.org")));
        save(again("c").keyed(email("new@x.org")));
        save(partner("t").keyed(email("info@x.org")));
        save(again("t").standing(Golden.Standing.TOMBSTONE).keyed(email("info@x.org")));
        MatchKey otherKind = new MatchKey(PARTNER, "phone", "info@x.org");
        Map<MatchKey, Set<EntityId>> found = asks(stage -> stage.candidates(
                List.of(email("info@x.org"), email("gone@x.org"), email("new@x.org"), email(endless), otherKind)));
        assertThat(found)
                .isEqualTo(Map.of(
                        email("info@x.org"), Set.of(id("a"), id("b")),
                        email("new@x.org"), Set.of(id("c")),
                        email(endless), Set.of(id("a"))));
    }

    @Test
    void an_entity_that_ended_is_found_by_its_keys_as_long_as_a_record_of_it_is_unlinked() {
        Shadow unlinked = Shadow.fresh(key(SALESFORCE, "001")).in(Shadow.State.DETACHED);
        save(partner("u").in(unlinked).keyed(email("info@x.org")), partner("t").in(SALESFORCE, "002"));
        save(again("u").standing(Golden.Standing.TOMBSTONE).in(unlinked).keyed(email("info@x.org")));
        save(again("t").standing(Golden.Standing.TOMBSTONE).keyed(email("info@x.org")));
        Reference byMail = new Reference.ByField(PARTNER, "email", "info@x.org");
        Map<MatchKey, Set<EntityId>> found = asks(stage -> stage.candidates(List.of(email("info@x.org"))));
        Map<Reference, EntityId> meant = asks(stage -> stage.resolve(List.of(byMail)));
        assertThat(found).isEqualTo(Map.of(email("info@x.org"), Set.of(id("u"))));
        assertThat(meant).isEmpty();
    }

    @Test
    void references_mean_an_entity_by_id_or_by_field_if_there_is_exactly_one() {
        MatchKey acme = new MatchKey(PARTNER, "name", "acme");
        MatchKey twice = new MatchKey(PARTNER, "name", "twice");
        save(partner("a").in(SALESFORCE, "001").keyed(acme, twice), partner("b").keyed(twice));
        Reference byId = new Reference.ById(key(SALESFORCE, "001"));
        Reference byName = new Reference.ByField(PARTNER, "name", "acme");
        Reference ambiguous = new Reference.ByField(PARTNER, "name", "twice");
        Reference unknown = new Reference.ById(key(SALESFORCE, "404"));
        Map<Reference, EntityId> meant = asks(stage -> stage.resolve(List.of(byId, byName, ambiguous, unknown)));
        assertThat(meant).isEqualTo(Map.of(byId, id("a"), byName, id("a")));
    }

    @Test
    void ids_in_a_system_are_those_of_live_records() {
        save(
                partner("a").in(SALESFORCE, "001"),
                partner("b").in(Shadow.fresh(key(SALESFORCE, "002")).in(Shadow.State.TOMBSTONE)));
        Map<EntityId, String> ids = asks(stage -> stage.idsIn(SALESFORCE, List.of(id("a"), id("b"), id("c"))));
        assertThat(ids).isEqualTo(Map.of(id("a"), "001"));
    }

    @Test
    void live_ids_are_paged_in_order_and_counted_with_records_set_aside_without_a_shadow() {
        save(
                partner("a").in(SALESFORCE, "b"),
                partner("b").in(SALESFORCE, "B"),
                partner("c").in(SALESFORCE, "a"));
        assertThat(liveIds("", 2)).containsExactly("B", "a");
        assertThat(liveIds("a", 2)).containsExactly("b");
        does(stage -> stage.setAside(List.of(aside("x", "BAD", 1))));
        long live = asks(stage -> stage.countLive(SALESFORCE, PARTNER));
        assertThat(live).isEqualTo(4);
    }

    @Test
    void an_id_is_found_whatever_its_type_also_as_an_alias() {
        save(partner("a").in(Shadow.fresh(key(SALESFORCE, "001")).alsoKnownAs("000")));
        save(Sample.of(Golden.unheardOf(id("d"), Sample.DEAL)).in(SALESFORCE, "000"));
        Set<EntityId> found = asks(stage -> stage.find(SALESFORCE, "000"));
        assertThat(found).containsExactlyInAnyOrder(id("a"), id("d"));
    }

    @Test
    void what_a_record_became_leads_to_it_and_may_be_linked_in_its_own_right() {
        RecordKey account = key(SALESFORCE, "001");
        Shadow lead = Shadow.fresh(new RecordKey(SALESFORCE, Sample.DEAL, "00Q"));
        Shadow converted = Hearing.hear(lead, Sample.converted(lead.key(), account));
        save(Sample.of(Golden.unheardOf(id("lead"), Sample.DEAL)).in(converted));
        assertThat(entities(account)).isEmpty();
        save(partner("a").in(SALESFORCE, "001"));

        assertThat(entities(account)).containsValue(id("a"));
        Map<RecordKey, Set<EntityId>> before =
                asks(stage -> stage.predecessors(List.of(account, key(SALESFORCE, "002"))));
        assertThat(before).isEqualTo(Map.of(account, Set.of(id("lead"))));
        Set<EntityId> found = asks(stage -> stage.find(SALESFORCE, "001"));
        assertThat(found).containsExactlyInAnyOrder(id("a"), id("lead"));
        assertThat(shadow("lead", SALESFORCE).successors()).containsExactly(account);
    }

    @Test
    void touched_entities_are_taken_once_in_order_by_type() {
        save(partner("c"), partner("a"), partner("b"), Sample.of(Golden.unheardOf(id("d"), Sample.DEAL)));
        does(stage -> stage.touch(List.of(id("c"), id("a"), id("b"), id("d"), id("a"))));
        does(stage -> stage.touch(List.of(id("a"))));
        assertThat(takeTouched(2)).containsExactly(id("a"), id("b"));
        assertThat(takeTouched(2)).containsExactly(id("c"));
        assertThat(takeTouched(2)).isEmpty();
    }

    @Test
    void who_waits_for_a_record_or_a_value_is_woken_when_it_is_linked() {
        Reference account = new Reference.ById(key(SALESFORCE, "001"));
        Reference name = new Reference.ByField(PARTNER, "name", "acme");
        save(
                partner("a").waiting(account),
                partner("b").waiting(name),
                partner("c").waiting(account));
        save(again("c").waiting());
        does(stage -> stage.wake(List.of(key(SALESFORCE, "001"), key(HUBSPOT, "001")), List.of()));
        assertThat(takeTouched(9)).containsExactly(id("a"));
        does(stage -> stage.wake(List.of(), List.of(new MatchKey(PARTNER, "name", "acme"))));
        assertThat(takeTouched(9)).containsExactly(id("b"));
    }

    @Test
    void a_redirect_takes_shadows_aliases_and_keys_over() {
        save(partner("a")
                .in(Shadow.fresh(key(SALESFORCE, "001")).alsoKnownAs("000"))
                .keyed(email("a@x.org"), email("both")));
        save(partner("b").in(HUBSPOT, "77").keyed(email("both")));
        redirect("a", "b");
        assertThat(dossier("b").shadows()).containsOnlyKeys(SALESFORCE, HUBSPOT);
        assertThat(entities(key(SALESFORCE, "000"))).containsValue(id("b"));
        Map<MatchKey, Set<EntityId>> found = asks(stage -> stage.candidates(List.of(email("a@x.org"), email("both"))));
        assertThat(found.values()).containsOnly(Set.of(id("b")));
    }

    @Test
    void the_dossier_of_a_redirected_entity_is_that_of_the_one_that_carries_on_also_along_a_chain() {
        save(partner("a"), partner("b"), partner("c").named("Carries on").in(SALESFORCE, "001"));
        redirect("a", "b");
        redirect("b", "c");
        assertThat(dossier("a")).isEqualTo(dossier("c"));
        assertThat(dossier("a").golden().id()).isEqualTo(id("c"));
        Map<EntityId, String> ids = asks(stage -> stage.idsIn(SALESFORCE, List.of(id("a"))));
        assertThat(ids).isEqualTo(Map.of(id("a"), "001"));
        long active = asks(stage -> stage.countEntities()).get(PARTNER);
        assertThat(active).isOne();
    }

    @Test
    void where_both_had_a_record_in_one_system_the_live_one_stands_for_the_entity() {
        save(partner("a").in(SALESFORCE, "alive"));
        save(partner("b").in(Shadow.fresh(key(SALESFORCE, "dead")).in(Shadow.State.TOMBSTONE)));
        redirect("a", "b");
        assertThat(shadow("b", SALESFORCE).key().id()).isEqualTo("alive");
        save(partner("c").in(SALESFORCE, "other"));
        redirect("c", "b");
        assertThat(shadow("b", SALESFORCE).key().id()).isEqualTo("alive");
        assertThat(entities(key(SALESFORCE, "other"))).containsValue(id("b"));
        Optional<Shadow> beside = asks(stage -> stage.bystander(key(SALESFORCE, "other")));
        assertThat(beside.map(Shadow::key)).contains(key(SALESFORCE, "other"));
        assertThat(this.<Optional<Shadow>>asks(stage -> stage.bystander(key(SALESFORCE, "alive"))))
                .isEmpty();
    }

    @Test
    void a_redirect_withdraws_what_nobody_sent_and_remembers_what_is_on_its_way() {
        save(partner("a").writing(SALESFORCE, "planned").opening(contested("name")), partner("b"));
        save(partner("c").writing(HUBSPOT, "sent"));
        does(stage -> stage.move(stage.due(new Target(HUBSPOT, PARTNER), NOON, 0, 9), Status.SENT, NOON));
        redirect("a", "b");
        redirect("c", "b");
        assertThat(dossier("b").pending()).containsOnlyKeys(HUBSPOT);
        assertThat(dossier("b").pending().get(HUBSPOT).progress()).isEqualTo(Pending.Progress.IN_FLIGHT);
        long open = asks(stage -> stage.countConflicts());
        assertThat(open).isZero();
    }

    private Map<RecordKey, EntityId> entities(RecordKey... keys) {
        return asks(stage -> stage.entities(List.of(keys)));
    }

    private void redirect(String from, String to) {
        does(stage -> stage.redirect(id(from), id(to)));
    }

    private List<String> liveIds(String after, int limit) {
        return asks(stage -> stage.liveIds(SALESFORCE, PARTNER, after, limit));
    }

    private List<EntityId> takeTouched(int limit) {
        return asks(stage -> stage.takeTouched(PARTNER, limit));
    }
}
