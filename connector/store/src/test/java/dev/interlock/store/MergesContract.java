package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNERSTACK;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.key;
import static dev.interlock.store.Sample.partner;
import static dev.interlock.store.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Golden;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Merges.Merge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every staging store promises about entities that became one and part again. */
abstract class MergesContract extends WhoIsWhoContract {

    @Test
    void a_merge_is_kept_with_what_both_were_and_parting_gives_each_its_records_back() {
        save(partner("a").named("Acme").in(Shadow.fresh(key(SALESFORCE, "1")).alsoKnownAs("0")));
        save(partner("b").named("Bolt").in(HUBSPOT, "2"));
        redirect("b", "a");

        Merge merge = theMerge("a");
        assertThat(theMerge("b")).isEqualTo(merge);
        assertThat(merge.loser()).isEqualTo(id("b"));
        assertThat(merge.records()).containsExactly(key(HUBSPOT, "2"));
        assertThat(merge.winnerWas().get("name").value()).isEqualTo(text("Acme"));
        assertThat(merge.loserWas().get("name").value()).isEqualTo(text("Bolt"));

        does(stage -> stage.merges().part(merge, NOON));
        assertThat(dossier("a").shadows()).containsOnlyKeys(SALESFORCE);
        assertThat(dossier("b").shadows()).containsOnlyKeys(HUBSPOT);
        assertThat(dossier("b").golden().standing()).isEqualTo(Golden.Standing.ACTIVE);
        assertThat(dossier("b").golden().field("name").orElseThrow().value()).isEqualTo(text("Bolt"));
        assertThat(owner(key(SALESFORCE, "0"))).isEqualTo(id("a"));
        assertThat(merges("a")).isEmpty();
    }

    @Test
    void where_both_had_a_record_in_a_system_each_stands_for_its_own_again() {
        save(partner("a").in(SALESFORCE, "1").in(HUBSPOT, "2"));
        save(partner("b").in(Shadow.fresh(key(HUBSPOT, "3")).alsoKnownAs("4")).in(PARTNERSTACK, "5"));
        redirect("b", "a");
        assertThat(dossier("a").shadows().get(HUBSPOT).key()).isEqualTo(key(HUBSPOT, "2"));

        part("a");
        assertThat(dossier("a").shadows().get(HUBSPOT).key()).isEqualTo(key(HUBSPOT, "2"));
        assertThat(dossier("b").shadows()).containsOnlyKeys(HUBSPOT, PARTNERSTACK);
        assertThat(dossier("b").shadows().get(HUBSPOT).isLive()).isTrue();
        assertThat(owner(key(HUBSPOT, "4"))).isEqualTo(id("b"));
    }

    @Test
    void where_the_losers_record_had_taken_the_place_of_one_that_is_gone_that_one_stands_again() {
        save(partner("a").in(SALESFORCE, "1").in(Shadow.fresh(key(HUBSPOT, "2")).in(Shadow.State.TOMBSTONE)));
        save(partner("b").in(HUBSPOT, "3"));
        redirect("b", "a");
        assertThat(dossier("a").shadows().get(HUBSPOT).key()).isEqualTo(key(HUBSPOT, "3"));

        part("a");
        assertThat(dossier("a").shadows().get(HUBSPOT).state()).isEqualTo(Shadow.State.TOMBSTONE);
        assertThat(dossier("b").shadows().get(HUBSPOT).isLive()).isTrue();
    }

    @Test
    void what_had_been_merged_into_the_loser_before_belongs_to_it_again() {
        save(
                partner("a").in(SALESFORCE, "1"),
                partner("b").in(HUBSPOT, "2"),
                partner("c").in(PARTNERSTACK, "3"));
        redirect("c", "b");
        redirect("b", "a");
        part("a");
        assertThat(dossier("c").golden().id()).isEqualTo(id("b"));
        assertThat(dossier("b").shadows()).containsOnlyKeys(HUBSPOT, PARTNERSTACK);
        part("b");
        assertThat(dossier("c").shadows()).containsOnlyKeys(PARTNERSTACK);
        assertThat(dossier("a").shadows()).containsOnlyKeys(SALESFORCE);
    }

    @Test
    void a_record_moves_with_its_older_ids() {
        save(partner("a").in(SALESFORCE, "1").in(Shadow.fresh(key(HUBSPOT, "2")).alsoKnownAs("0")));
        does(stage -> {
            stage.merges().move(key(HUBSPOT, "2"), id("new"));
            stage.save(List.of(partner("new").staged()));
        });
        assertThat(dossier("a").shadows()).containsOnlyKeys(SALESFORCE);
        assertThat(dossier("new").shadows()).containsOnlyKeys(HUBSPOT);
        assertThat(owner(key(HUBSPOT, "0"))).isEqualTo(id("new"));
    }

    private Merge theMerge(String entity) {
        return merges(entity).getFirst();
    }

    private void part(String entity) {
        Merge merge = theMerge(entity);
        does(stage -> stage.merges().part(merge, NOON));
    }

    private List<Merge> merges(String entity) {
        return asks(stage -> stage.merges().of(id(entity)));
    }

    private EntityId owner(RecordKey key) {
        Map<RecordKey, EntityId> found = asks(stage -> stage.entities(List.of(key)));
        return found.getOrDefault(key, id("nobody"));
    }

    private void redirect(String from, String to) {
        does(stage -> stage.redirect(id(from), id(to)));
    }
}
