package dev.interlock.register;

import static dev.interlock.register.Desk.about;
import static dev.interlock.register.Desk.opportunity;
import static dev.interlock.register.Desk.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on a flag, and who may see what of it. */
class FlagTest {

    private static final Claim FIRST = registration("r1", new Partner("p-rival", "Rival", "", "", "", Set.of()), 0);
    private static final Claim LATER = registration("r2", "south", 10);
    private static final ConflictFlag FLAG = Desk.flag(LATER, FIRST);

    @Test
    void it_names_rule_subject_counterpart_evidence_and_chronology() {
        assertThat(FLAG.rule().id()).isEqualTo("partner-overlap");
        assertThat(FLAG.first()).isEqualTo(FIRST.key());
        assertThat(FLAG.counterparts().getFirst().evidence())
                .extracting(Evidence::field)
                .containsExactly("customer name", "legal form", "domain", "country");
        assertThat(FLAG.chronology()).extracting(ConflictFlag.Event::record).containsExactly(FIRST.key(), LATER.key());
        assertThat(FLAG.counterparts().getFirst().protectedUntil()).contains(Desk.day(90));
        assertThat(FLAG.recommendation()).isEqualTo(Choice.QUEUE_BEHIND);
        assertThat(FLAG.isOverride(Choice.APPROVE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void a_partner_never_learns_who_the_rival_is(Choice decided) {
        assertThat(FLAG.forPartner() + " " + FLAG.forPartner(decided))
                .doesNotContain("rival")
                .doesNotContain("Rival")
                .doesNotContain("r1");
        assertThat(FLAG.offers().stream()
                        .flatMap(offer -> offer.writes().stream())
                        .filter(write -> write.side() == Offer.Side.PRM))
                .allSatisfy(write -> assertThat(write.record()).isEqualTo(LATER.key()))
                .allSatisfy(write -> assertThat(write.field()).isIn("status", "message"));
    }

    @Test
    void the_crm_gets_the_flag_and_not_the_whole_story() {
        assertThat(FLAG.forCrm())
                .isEqualTo(new ConflictFlag.CrmView(FLAG.id(), FlagType.PARTNER_OVERLAP, FLAG.dueBy(), LATER.key()));
    }

    @Test
    void the_same_meeting_is_the_same_flag() {
        assertThat(Desk.flag(LATER, FIRST).fingerprint()).isEqualTo(FLAG.fingerprint());
        assertThat(Desk.flag(LATER, registration("r3", "west", 0)).fingerprint())
                .isNotEqualTo(FLAG.fingerprint());
    }

    @Test
    void what_was_kept_apart_comes_again_only_when_the_evidence_changes() {
        Set<String> apart = Set.of(FLAG.counterparts().getFirst().mark());
        assertThat(Desk.apart(apart, LATER, FIRST)).isEmpty();
        Claim moved = about(FIRST, new Customer("Acme GmbH", Optional.empty(), "acme.example", ""));
        assertThat(Desk.apart(apart, LATER, moved)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(FlagType.class)
    void the_recommended_answer_is_among_those_offered(FlagType type) {
        Optional<Claim> other = Optional.of(opportunity("o1", 0));
        assertThat(Offers.of(type, LATER, other)).extracting(Offer::choice).contains(Offers.recommended(type, other));
    }

    @Test
    void queueing_behind_writes_a_status_to_the_prm_and_a_link_to_the_store_and_nothing_to_the_crm() {
        Offer queue = FLAG.offers().getFirst();
        assertThat(queue.writes().stream().map(Offer.Preview::toString))
                .containsExactly(
                        "PRM partnerstack deal r2: status = queued",
                        "PRM partnerstack deal r2: message = " + Choice.QUEUE_BEHIND.message(),
                        "STORE partnerstack deal r2: queued behind = partnerstack deal r1");
    }
}
