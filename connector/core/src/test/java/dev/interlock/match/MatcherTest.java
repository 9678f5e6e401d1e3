package dev.interlock.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R1 to R4: who an arriving record is. */
class MatcherTest {

    private static final EntityId ANN = new EntityId("ann");
    private static final EntityId BOB = new EntityId("bob");
    private static final EntityId CLEO = new EntityId("cleo");
    private static final MatchKey EMAIL = new MatchKey(new RecordType("lead"), "email", "ann@acme.com");
    private static final MatchKey PHONE = new MatchKey(new RecordType("lead"), "phone", "+15550100");

    private static Match match(Map<MatchKey, Set<EntityId>> candidates, MatchKey... keys) {
        return new Matcher(candidates, BOB::equals, CLEO::equals).match(Optional.empty(), List.of(keys));
    }

    @Test
    void r1_a_record_whose_keys_nobody_has_is_a_stranger() {
        assertThat(match(Map.of(), EMAIL)).isInstanceOf(Match.Stranger.class);
        assertThat(match(Map.of(EMAIL, Set.of(ANN)))).isInstanceOf(Match.Stranger.class);
    }

    @Test
    void r2_exactly_one_candidate_is_the_counterpart_however_many_keys_it_shares() {
        assertThat(match(Map.of(EMAIL, Set.of(ANN), PHONE, Set.of(ANN)), EMAIL, PHONE))
                .isEqualTo(new Match.Counterpart(ANN, "same email, phone"));
    }

    @Test
    void r3_two_candidates_are_for_a_person_and_the_first_is_never_taken() {
        assertThat(match(Map.of(EMAIL, Set.of(ANN, BOB)), EMAIL))
                .isInstanceOfSatisfying(
                        Match.Lookalikes.class,
                        both -> assertThat(both.entities()).containsExactly(ANN, BOB));
    }

    @Test
    void r3_keys_that_point_at_different_entities_are_for_a_person() {
        assertThat(match(Map.of(EMAIL, Set.of(ANN), PHONE, Set.of(BOB)), EMAIL, PHONE))
                .isInstanceOf(Match.Lookalikes.class);
    }

    @Test
    void r4_the_only_candidate_that_has_another_record_there_is_a_collision() {
        assertThat(match(Map.of(EMAIL, Set.of(BOB)), EMAIL)).isInstanceOf(Match.Collision.class);
    }

    @Test
    void the_only_candidate_is_for_a_person_if_it_ended_and_left_unlinked_records() {
        assertThat(match(Map.of(EMAIL, Set.of(CLEO)), EMAIL)).isEqualTo(new Match.Ended(CLEO, "same email"));
    }

    @Test
    void our_own_external_key_goes_before_all_others_and_collides_as_well() {
        Matcher matcher = new Matcher(Map.of(EMAIL, Set.of(ANN)), BOB::equals, CLEO::equals);

        assertThat(matcher.match(Optional.of(BOB), List.of(EMAIL))).isInstanceOf(Match.Collision.class);
        assertThat(matcher.match(Optional.of(CLEO), List.of(EMAIL)))
                .isEqualTo(new Match.Counterpart(CLEO, "our external key"));
    }
}
