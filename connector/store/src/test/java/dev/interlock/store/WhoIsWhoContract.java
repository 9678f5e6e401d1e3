package dev.interlock.store;

import static dev.interlock.store.Sample.NOON;
import static dev.interlock.store.Sample.PARTNER;
import static dev.interlock.store.Sample.SALESFORCE;
import static dev.interlock.store.Sample.id;
import static dev.interlock.store.Sample.key;
import static dev.interlock.store.Sample.partner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Golden;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Evidence;
import dev.interlock.stage.Judgement;
import dev.interlock.stage.Judgement.Verdict;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Staged;
import dev.interlock.stage.WhoIsWho;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every staging store promises about clues, lessons and judgements. */
abstract class WhoIsWhoContract extends FailuresContract {

    @Test
    void entities_are_found_by_the_clues_they_have_now() {
        clues(partner("a"), 1L, 2L, Long.MIN_VALUE);
        clues(partner("b"), 2L, 3L);
        assertThat(sharing(50, 1L, 2L, 4L, Long.MIN_VALUE))
                .isEqualTo(Map.of(1L, Set.of(id("a")), 2L, Set.of(id("a"), id("b")), Long.MIN_VALUE, Set.of(id("a"))));
        clues(again("a"), 4L);
        assertThat(sharing(50, 1L, 2L, 4L)).isEqualTo(Map.of(2L, Set.of(id("b")), 4L, Set.of(id("a"))));
        assertThat(sharing(50)).isEmpty();
    }

    @Test
    void a_clue_that_too_many_have_leads_nowhere() {
        LongStream.rangeClosed(1, 5).forEach(number -> clues(partner("e" + number), 7L, number));
        assertThat(sharing(4, 7L, 3L)).isEqualTo(Map.of(3L, Set.of(id("e3"))));
        assertThat(sharing(5, 7L))
                .hasEntrySatisfying(7L, found -> assertThat(found).hasSize(5));
    }

    @Test
    void an_entity_that_is_gone_is_not_found_and_one_that_was_redirected_under_the_other() {
        clues(partner("a").in(SALESFORCE, "1"), 1L, 2L);
        clues(partner("b").in(Sample.HUBSPOT, "2"), 2L);
        does(stage -> stage.redirect(id("a"), id("b")));
        assertThat(sharing(50, 1L, 2L)).isEqualTo(Map.of(1L, Set.of(id("b")), 2L, Set.of(id("b"))));
        clues(again("b").standing(Golden.Standing.TOMBSTONE), 1L, 2L);
        assertThat(sharing(50, 1L, 2L)).isEmpty();
    }

    @Test
    void the_lesson_learnt_last_counts() {
        Optional<WhoIsWho.Lesson> none = asks(stage -> stage.whoIsWho().lesson(PARTNER));
        assertThat(none).isEmpty();
        int first = asks(stage -> stage.whoIsWho().keep(PARTNER, "one", NOON));
        int second = asks(stage -> stage.whoIsWho().keep(PARTNER, "two\n".repeat(50_000), NOON));
        assertThat(List.of(first, second)).containsExactly(1, 2);
        Optional<WhoIsWho.Lesson> last = asks(stage -> stage.whoIsWho().lesson(PARTNER));
        assertThat(last).contains(new WhoIsWho.Lesson(2, "two\n".repeat(50_000), NOON));
    }

    @Test
    void a_judgement_is_kept_replaced_and_taken_back() {
        Judgement same = judgement("1", "a", Verdict.SAME);
        Judgement other = judgement("1", "b", Verdict.DIFFERENT);
        does(stage -> stage.whoIsWho().judge(List.of(same, other, judgement("2", "a", Verdict.SAME))));
        assertThat(judged("1")).containsExactly(same, other);
        does(stage -> stage.whoIsWho().judge(List.of(same.lapsed())));
        assertThat(judged("1")).containsExactly(same.lapsed(), other);
        int taken = asks(stage -> stage.whoIsWho().unjudge(key(SALESFORCE, "1")));
        assertThat(taken).isEqualTo(2);
        assertThat(judged("1")).isEmpty();
        List<Judgement> all = asks(stage -> stage.whoIsWho().judgements(10));
        assertThat(all).hasSize(1);
    }

    @Test
    void a_judgement_follows_its_entity() {
        save(partner("a").in(SALESFORCE, "9"), partner("b").in(Sample.HUBSPOT, "9"));
        does(stage -> stage.whoIsWho().judge(List.of(judgement("1", "a", Verdict.DIFFERENT))));
        does(stage -> stage.redirect(id("a"), id("b")));
        assertThat(judged("1")).containsExactly(judgement("1", "b", Verdict.DIFFERENT));
    }

    @Test
    void records_that_are_set_aside_although_they_were_decided_are_told() {
        Cause cause = new Cause(Cause.Step.MATCH, SALESFORCE, PARTNER, "LOOKALIKES", "m", List.of(), "");
        Quarantined aside = Quarantined.now("match 1", cause, new Evidence("", "", ""), NOON);
        does(stage -> stage.setAside(List.of(aside.of(key(SALESFORCE, "1")))));
        does(stage ->
                stage.whoIsWho().judge(List.of(judgement("1", "a", Verdict.SAME), judgement("2", "a", Verdict.SAME))));
        Set<RecordKey> decided = asks(stage -> stage.whoIsWho().decided());
        assertThat(decided).containsExactly(key(SALESFORCE, "1"));
        does(stage ->
                stage.whoIsWho().judge(List.of(judgement("1", "a", Verdict.SAME).lapsed())));
        Set<RecordKey> none = asks(stage -> stage.whoIsWho().decided());
        assertThat(none).isEmpty();
    }

    private static Judgement judgement(String record, String entity, Verdict verdict) {
        return new Judgement(key(SALESFORCE, record), id(entity), verdict, "0af", false, "ann", "she knows", NOON);
    }

    private List<Judgement> judged(String record) {
        RecordKey key = key(SALESFORCE, record);
        return this.<Map<RecordKey, List<Judgement>>>asks(
                        stage -> stage.whoIsWho().judgements(Set.of(key)))
                .getOrDefault(key, List.of());
    }

    private void clues(Sample sample, Long... clues) {
        Staged plain = sample.staged();
        does(stage -> stage.save(List.of(new Staged(plain.plan(), plain.keys(), Set.of(clues), plain.waitsFor()))));
    }

    private Map<Long, Set<EntityId>> sharing(int most, Long... clues) {
        return asks(stage -> stage.whoIsWho().sharing(List.of(clues), most));
    }
}
