package dev.interlock.register;

import static dev.interlock.register.Desk.about;
import static dev.interlock.register.Desk.by;
import static dev.interlock.register.Desk.day;
import static dev.interlock.register.Desk.judged;
import static dev.interlock.register.Desk.of;
import static dev.interlock.register.Desk.opportunity;
import static dev.interlock.register.Desk.registration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.register.Claim.Kind;
import dev.interlock.register.Claim.Trait;
import dev.interlock.register.Standing.Approval;
import dev.interlock.register.Standing.Protection;
import dev.interlock.register.Standing.Sales;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of overlap, and what is none. */
class OverlapsTest {

    private static final Claim FIRST = registration("r1", "north", 0);
    private static final Claim LATER = registration("r2", "south", 10);

    @Test
    void a_second_registration_by_the_same_partner_is_a_duplicate_and_no_channel_conflict() {
        assertThat(judged(registration("r2", "north", 3), FIRST)).containsExactly(FlagType.DUPLICATE_SAME_PARTNER);
    }

    @Test
    void the_later_of_two_partners_is_flagged_and_the_first_is_not() {
        assertThat(judged(LATER, FIRST)).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(judged(FIRST, LATER)).isEmpty();
    }

    @Test
    void sync_delay_does_not_change_who_was_first() {
        Claim late = FIRST.with(Times.of(day(0), day(11)));

        assertThat(judged(late, LATER)).isEmpty();
        assertThat(Desk.flag(LATER, late).first()).isEqualTo(FIRST.key());
    }

    @Test
    void a_clock_that_runs_ahead_is_told_and_the_order_is_not_guessed() {
        Claim ahead = FIRST.with(Times.of(day(5), day(4)));
        assertThat(Desk.flag(LATER, ahead).doubt()).get().asString().contains("its clock is wrong");
        assertThat(Desk.flag(LATER, FIRST).doubt()).isEmpty();
    }

    @Test
    void two_that_were_submitted_in_the_same_second_are_told_to_be_so() {
        Claim same = registration("r2", "south", 0);
        assertThat(Desk.flag(same, FIRST).doubt()).get().asString().contains("too close together");
    }

    @Test
    void on_day_89_the_first_is_protected_on_days_90_and_91_it_is_not() {
        assertThat(judged(registration("r2", "south", 89), FIRST)).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(judged(registration("r2", "south", 90), FIRST)).isEmpty();
        assertThat(judged(registration("r2", "south", 91), FIRST)).isEmpty();
    }

    @Test
    void a_clock_that_starts_with_approval_runs_on_from_there() {
        DealRules rules = RulesOf.window(90, DealRules.Start.APPROVAL);
        Claim approved = FIRST.with(FIRST.times().approvedAt(day(20)));
        Desk desk = new Desk(rules, Map.of()).takes(approved);

        assertThat(desk.types(registration("r2", "south", 109))).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(desk.types(registration("r2", "south", 110))).isEmpty();
    }

    @Test
    void what_was_won_rejected_withdrawn_or_lapsed_stands_in_nobodys_way() {
        for (Approval gone : List.of(Approval.REJECTED, Approval.WITHDRAWN, Approval.EXPIRED, Approval.DRAFT)) {
            assertThat(judged(LATER, FIRST.with(FIRST.standing().with(gone)))).isEmpty();
        }
        assertThat(judged(LATER, FIRST.with(FIRST.standing().with(Sales.WON)))).isEmpty();
        assertThat(judged(LATER, FIRST.with(FIRST.standing().with(Protection.EXPIRED))))
                .isEmpty();
    }

    @Test
    void a_lost_deal_stands_in_the_way_for_thirty_days() {
        Claim lost =
                FIRST.with(FIRST.standing().with(Sales.LOST)).with(FIRST.times().endedAt(day(5)));
        assertThat(judged(registration("r2", "south", 34), lost)).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(judged(registration("r2", "south", 35), lost)).isEmpty();
    }

    @Test
    void a_direct_deal_that_was_worked_on_in_the_last_sixty_days_overlaps() {
        assertThat(judged(registration("r1", "north", 59), opportunity("o1", 0)))
                .containsExactly(FlagType.DIRECT_OVERLAP);
        assertThat(judged(registration("r1", "north", 60), opportunity("o1", 0)))
                .isEmpty();
        Claim late = opportunity("o1", 0).with(Standing.of(Sales.LATE));
        assertThat(Desk.flag(LATER, late).recommendation()).isEqualTo(Choice.RECLASSIFY_FULFILLED);
        assertThat(Desk.flag(LATER, opportunity("o1", 0)).recommendation()).isEqualTo(Choice.RECLASSIFY_ASSISTED);
    }

    @Test
    void a_lead_of_the_vendors_own_sales_overlaps_though_it_names_no_product() {
        Claim lead = about(of(Kind.LEAD, opportunity("l1", 0)), Scope.of(""));
        assertThat(judged(LATER, lead)).containsExactly(FlagType.DIRECT_OVERLAP);
    }

    @Test
    void a_direct_deal_opened_while_a_registration_is_protected_is_told_on_the_registration() {
        assertThat(judged(FIRST, opportunity("o1", 20))).containsExactly(FlagType.DIRECT_OVERLAP);
        assertThat(Desk.flag(FIRST, opportunity("o1", 20)).first()).isEqualTo(FIRST.key());
    }

    @Test
    void an_existing_customer_is_told_unless_the_deal_is_a_renewal() {
        Claim customer = about(of(Kind.CUSTOMER, opportunity("c1", -300)), Scope.of(""));
        assertThat(judged(FIRST, customer)).containsExactly(FlagType.EXISTING_CUSTOMER);
        assertThat(judged(FIRST.with(Trait.RENEWAL), customer)).isEmpty();
    }

    @Test
    void who_sold_last_keeps_the_renewal() {
        Claim won =
                FIRST.with(FIRST.standing().with(Sales.WON)).with(FIRST.times().endedAt(day(5)));
        Claim renewal = registration("r2", "south", 200).with(Trait.RENEWAL);
        assertThat(judged(renewal, won)).containsExactly(FlagType.INCUMBENT);
        assertThat(judged(registration("r2", "south", 370).with(Trait.RENEWAL), won))
                .isEmpty();
        assertThat(judged(registration("r2", "north", 200).with(Trait.RENEWAL), won))
                .isEmpty();
    }

    @Test
    void a_distributor_and_its_reseller_are_one_party_and_two_of_its_resellers_are_rivals() {
        Map<String, String> parents = Map.of("north", "middle", "middle", "top", "south", "middle");
        Desk desk = new Desk(DealRules.SHIPPED, parents).takes(registration("r0", "top", 0));
        assertThat(desk.types(FIRST.with(Times.of(day(2), day(2))))).containsExactly(FlagType.DISTRIBUTOR_CHAIN);

        Desk two = new Desk(DealRules.SHIPPED, parents).takes(FIRST);
        assertThat(two.types(LATER)).containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void several_may_bid_in_one_tender() {
        Claim one = about(FIRST, Scope.of("GTX Pro").forTender("T-77"));
        Claim other = about(LATER, Scope.of("GTX Pro").forTender("t-77"));
        assertThat(judged(other, one)).containsExactly(FlagType.TENDER_MULTI_BID);
        assertThat(FlagType.TENDER_MULTI_BID.holdsCreation()).isFalse();
        assertThat(judged(LATER, one)).containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void an_opportunity_that_credits_another_partner_than_the_approved_one_is_double_credit() {
        Claim approved = FIRST.with(FIRST.standing().with(Approval.APPROVED)).with(Trait.DECIDED);
        Claim credited = by(opportunity("o1", 20), Stake.sourcedBy(Partner.of("south")));
        assertThat(judged(approved, credited)).containsExactly(FlagType.DOUBLE_CREDIT);
    }

    @Test
    void shares_above_a_hundred_per_cent_are_double_credit() {
        Claim split = by(
                FIRST, Stake.sourcedBy(Partner.of("north")), new Stake(Partner.of("guide"), Stake.Role.INFLUENCED, 20));
        assertThat(judged(split)).containsExactly(FlagType.DOUBLE_CREDIT);
        Claim fair = by(
                FIRST,
                new Stake(Partner.of("north"), Stake.Role.SOURCED, 80),
                new Stake(Partner.of("guide"), Stake.Role.INFLUENCED, 20));
        assertThat(judged(fair)).isEmpty();
    }

    @Test
    void a_partner_that_registers_where_it_may_not_sell_is_told() {
        Partner inside = new Partner("north", "North", "", "", "", Set.of("DACH"));
        Claim abroad = about(registration("r1", inside, 0), Scope.of("GTX Pro").at(Grain.TERRITORY, "Iberia"));
        Claim home = about(registration("r1", inside, 0), Scope.of("GTX Pro").at(Grain.TERRITORY, "dach"));
        assertThat(judged(abroad)).containsExactly(FlagType.TERRITORY);
        assertThat(judged(home)).isEmpty();
    }

    @Test
    void an_opportunity_with_a_partner_and_no_registration_is_out_of_band() {
        Claim attached = by(opportunity("o1", 3), Stake.sourcedBy(Partner.of("north")));
        assertThat(judged(attached)).containsExactly(FlagType.OUT_OF_BAND);
        assertThat(judged(attached, FIRST)).isEmpty();
        assertThat(judged(attached, LATER)).containsExactly(FlagType.OUT_OF_BAND);
    }

    @Test
    void an_approval_that_nobody_signed_is_out_of_band() {
        Claim approved = FIRST.with(FIRST.standing().with(Approval.APPROVED));
        assertThat(judged(approved)).containsExactly(FlagType.OUT_OF_BAND);
        assertThat(judged(approved.with(Trait.DECIDED))).isEmpty();
    }

    @Test
    void a_record_that_takes_no_writes_in_its_state_is_told() {
        assertThat(judged(FIRST.with(Trait.LOCKED))).containsExactly(FlagType.STATE_GATED);
    }

    @Test
    void a_registration_without_a_customer_goes_back() {
        Claim blank = about(FIRST, Customer.named(""));
        assertThat(judged(blank)).containsExactly(FlagType.IDENTITY_AMBIGUOUS);
        assertThat(Desk.flag(blank).recommendation()).isEqualTo(Choice.RETURN_FOR_INFORMATION);
    }

    @Test
    void another_legal_form_is_another_customer_and_another_spelling_is_not() {
        Claim plc = about(FIRST, new Customer("Rio Tinto plc", Optional.empty(), "riotinto.com", ""));
        Claim ltd = about(LATER, new Customer("Rio Tinto Ltd", Optional.empty(), "riotinto.com", ""));
        Claim without = about(LATER, Customer.named("Rio Tinto"));
        Claim spelt = about(LATER, Desk.acme("ACME Gesellschaft mbH"));
        assertThat(judged(ltd, plc)).isEmpty();
        assertThat(judged(without, plc)).containsExactly(FlagType.IDENTITY_AMBIGUOUS);
        assertThat(judged(spelt, FIRST)).containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void what_the_matcher_says_goes_before_the_names() {
        Claim one = about(FIRST, new Customer("Acme GmbH", Optional.of("e1"), "", ""));
        Claim renamed = about(LATER, new Customer("Phoenix AG", Optional.of("e1"), "", ""));
        Claim namesake = about(LATER, new Customer("Acme GmbH", Optional.of("e2"), "", ""));
        assertThat(judged(renamed, one)).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(judged(namesake, one)).isEmpty();
    }
}
