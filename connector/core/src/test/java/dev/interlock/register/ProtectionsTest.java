package dev.interlock.register;

import static dev.interlock.register.Desk.about;
import static dev.interlock.register.Desk.day;
import static dev.interlock.register.Desk.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Sign;
import dev.interlock.register.Claim.Trait;
import dev.interlock.register.Protections.Extension;
import dev.interlock.register.Protections.Lapse;
import dev.interlock.register.Standing.Approval;
import dev.interlock.register.Standing.Protection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is protected until when, and who comes next. */
class ProtectionsTest {

    private static final Protections LEDGER = new Protections(new Rulebook(DealRules.SHIPPED));
    private static final Claim APPROVED = approved(registration("r1", "north", 0), 1);

    private static Claim approved(Claim claim, int on) {
        return claim.with(claim.standing().with(Approval.APPROVED))
                .with(claim.times().approvedAt(day(on)))
                .with(Trait.DECIDED);
    }

    private static Claim active(int progress) {
        return APPROVED.with(APPROVED.times().progressedAt(day(progress)));
    }

    @Test
    void a_protection_that_is_worked_on_ends_by_age() {
        assertThat(LEDGER.lapse(active(80), List.of(), day(90).minusSeconds(1))).isEmpty();
        assertThat(LEDGER.lapse(active(80), List.of(), day(90))).contains(new Lapse(Lapse.Cause.AGE, day(90)));
        assertThat(LEDGER.at(active(80), List.of(), day(89))).isEqualTo(Protection.ACTIVE);
        assertThat(LEDGER.at(active(80), List.of(), day(91))).isEqualTo(Protection.EXPIRED);
    }

    @Test
    void a_protection_without_progress_ends_early() {
        assertThat(LEDGER.lapse(APPROVED, List.of(), day(60))).isEmpty();
        assertThat(LEDGER.lapse(APPROVED, List.of(), day(61))).contains(new Lapse(Lapse.Cause.NO_PROGRESS, day(61)));
    }

    @Test
    void only_signs_that_the_rules_count_are_progress() {
        assertThat(LEDGER.lastProgress(day(0), Map.of(Sign.STAGE, day(3), Sign.ACTIVITY, day(9))))
                .isEqualTo(day(9));
        assertThat(LEDGER.lastProgress(day(5), Map.of())).isEqualTo(day(5));
    }

    @Test
    void an_extension_adds_days_and_has_a_reason() {
        assertThat(LEDGER.until(APPROVED, List.of(new Extension(30, "kim", "tender moved"))))
                .isEqualTo(day(120));
        assertThatThrownBy(() -> new Extension(30, "kim", " ")).hasMessageContaining("a reason");
    }

    @Test
    void the_end_of_a_protection_is_cleared_in_the_crm_and_told_in_the_prm() {
        assertThat(LEDGER.cleared(APPROVED).stream().map(Offer.Preview::toString))
                .containsExactly(
                        "CRM partnerstack deal r1: registered = false",
                        "CRM partnerstack deal r1: protected until = ",
                        "CRM partnerstack deal r1: registered partner = ",
                        "PRM partnerstack deal r1: status = expired");
    }

    @Test
    void losers_are_looked_at_again_in_order_of_submission() {
        Claim early = queued("r2", "south", 3);
        Claim late = queued("r3", "west", 9);
        Claim gone = registration("r4", "east", 1);
        assertThat(Protections.queue(List.of(late, gone, early))).containsExactly(early, late);
        assertThat(Protections.promoted(List.of(late, early)))
                .get()
                .satisfies(next -> assertThat(next.key()).isEqualTo(early.key()))
                .satisfies(next -> assertThat(next.standing().approval()).isEqualTo(Approval.IN_REVIEW));
        assertThat(Protections.promoted(List.of())).isEmpty();
    }

    @Test
    void when_the_winner_falls_away_the_next_is_flagged_no_more() {
        Claim winner = registration("r1", "north", 0);
        Claim next = registration("r2", "south", 3);
        Desk desk = new Desk().takes(winner).takes(next);
        assertThat(desk.types(next)).containsExactly(FlagType.PARTNER_OVERLAP);

        desk.takes(winner.with(winner.standing().with(Approval.WITHDRAWN))
                .with(winner.times().progressedAt(day(5))));
        assertThat(desk.types(next)).isEmpty();
    }

    private static Claim queued(String id, String partner, int day) {
        Claim claim = registration(id, partner, day);
        return claim.with(claim.standing().with(Approval.QUEUED));
    }

    @Test
    void a_registration_that_waits_longer_than_promised_is_overdue() {
        Claim waiting = registration("r1", "north", 0);
        assertThat(LEDGER.dueBy(waiting)).isEqualTo(day(2));
        assertThat(LEDGER.isOverdue(waiting, day(2))).isFalse();
        assertThat(LEDGER.isOverdue(waiting, day(2).plus(Duration.ofSeconds(1))))
                .isTrue();
        assertThat(LEDGER.isOverdue(APPROVED, day(9))).isFalse();
    }

    @Test
    void the_size_of_a_deal_says_who_approves_it() {
        Protections levels = new Protections(new Rulebook(RulesOf.grain(Grain.CUSTOMER)));
        Claim small = about(APPROVED, Scope.of("A").worth(99_999));
        Claim large = about(APPROVED, Scope.of("A").worth(100_000));
        assertThat(levels.approver(small)).isEqualTo("channel manager");
        assertThat(levels.approver(large)).isEqualTo("sales director");
        assertThat(Desk.flag(registration("r2", "south", 1), registration("r1", "north", 0))
                        .approver())
                .isEqualTo("channel manager");
    }

    @Test
    void nothing_is_created_in_the_crm_before_it_is_approved() {
        assertThat(Protections.isCreationHeld(registration("r1", "north", 0))).isTrue();
        assertThat(Protections.isCreationHeld(APPROVED)).isFalse();
    }

    @Test
    void a_lapsed_protection_is_flagged() {
        assertThat(new Alone(LEDGER, new Partners(Map.of())).of(APPROVED, List.of(), day(200)))
                .containsExactly(FlagType.PROTECTION_LAPSED);
    }
}
