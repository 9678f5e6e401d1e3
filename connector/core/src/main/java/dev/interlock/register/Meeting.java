package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.register.Claim.Kind;
import dev.interlock.register.Claim.Trait;
import dev.interlock.register.Standing.Approval;
import dev.interlock.register.Standing.Protection;
import dev.interlock.register.Standing.Sales;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** What a registration and one other claim are to each other, if they are about one customer. */
record Meeting(Rulebook book, Partners partners) {

    /** Empty if the two do not concern each other, or if it is the other one that comes later and is asked about this. */
    Optional<FlagType> of(Claim subject, Claim other) {
        if (!subject.isRegistration()
                || subject.standing().isGivenUp()
                || subject.standing().isClosed()
                || !agree(subject.scope(), other.scope())) {
            return Optional.empty();
        }
        return switch (other.kind()) {
            case REGISTRATION -> ofRegistrations(subject, other);
            case OPPORTUNITY, LEAD -> ofDeal(subject, other);
            case CUSTOMER ->
                subject.traits().contains(Trait.RENEWAL) ? Optional.empty() : Optional.of(FlagType.EXISTING_CUSTOMER);
        };
    }

    private Optional<FlagType> ofRegistrations(Claim subject, Claim other) {
        if (isIncumbent(subject, other)) {
            return Optional.of(FlagType.INCUMBENT);
        }
        if (Claim.FIRST.compare(other, subject) > 0
                || !shutsOut(other, subject.times().submitted())) {
            return Optional.empty();
        }
        if (subject.party().equals(other.party())) {
            return Optional.of(FlagType.DUPLICATE_SAME_PARTNER);
        }
        if (partners.areOneParty(subject.party(), other.party())) {
            return Optional.of(FlagType.DISTRIBUTOR_CHAIN);
        }
        boolean oneTender = !subject.scope().tender().isBlank()
                && subject.scope().tender().equalsIgnoreCase(other.scope().tender());
        return Optional.of(oneTender ? FlagType.TENDER_MULTI_BID : FlagType.PARTNER_OVERLAP);
    }

    private Optional<FlagType> ofDeal(Claim subject, Claim other) {
        if (isIncumbent(subject, other)) {
            return Optional.of(FlagType.INCUMBENT);
        }
        if (other.owner().isEmpty()) {
            return isWorkedOn(subject, other) ? Optional.of(FlagType.DIRECT_OVERLAP) : Optional.empty();
        }
        boolean rival = !partners.areOneParty(subject.party(), other.party());
        if (!rival || other.standing().isClosed()) {
            return Optional.empty();
        }
        boolean after = Claim.FIRST.compare(other, subject) > 0;
        boolean approved = subject.standing().approval() == Approval.APPROVED;
        if (approved || after) {
            return approved ? Optional.of(FlagType.DOUBLE_CREDIT) : Optional.empty();
        }
        return Optional.of(FlagType.PARTNER_OVERLAP);
    }

    /** Whether another party sold last what is to be renewed. */
    private boolean isIncumbent(Claim subject, Claim other) {
        Instant at = subject.times().submitted();
        return subject.traits().contains(Trait.RENEWAL)
                && other.kind() != Kind.LEAD
                && other.standing().sales() == Sales.WON
                && other.owner().isPresent()
                && !partners.areOneParty(subject.party(), other.party())
                && other.times()
                        .ended()
                        .filter(won -> !won.isAfter(at)
                                && won.plus(Duration.ofDays(rules().reach().incumbentDays()))
                                        .isAfter(at))
                        .isPresent();
    }

    /** Whether a registration shuts others out at that instant; what was won does not, what was lost only for a while. */
    boolean shutsOut(Claim claim, Instant at) {
        return switch (claim.standing().sales()) {
            case WON -> false;
            case LOST -> isFreshlyLost(claim, at) && at.isBefore(book.until(claim));
            case OPEN, ENGAGED, LATE ->
                !claim.standing().isGivenUp()
                        && claim.standing().protection() != Protection.EXPIRED
                        && at.isBefore(book.until(claim));
        };
    }

    /** Whether the vendor's own sales is at it; what was opened later counts while the registration shuts others out. */
    private boolean isWorkedOn(Claim subject, Claim other) {
        Instant at = subject.times().submitted();
        if (other.times().submitted().isAfter(at)) {
            return !other.standing().isClosed() && other.times().submitted().isBefore(book.until(subject));
        }
        return switch (other.standing().sales()) {
            case WON -> false;
            case LOST -> isFreshlyLost(other, at);
            case OPEN, ENGAGED, LATE ->
                other.times()
                        .lastProgress()
                        .plus(Duration.ofDays(rules().reach().directDays()))
                        .isAfter(at);
        };
    }

    private boolean isFreshlyLost(Claim claim, Instant at) {
        return claim.times()
                .ended()
                .filter(lost ->
                        lost.plus(Duration.ofDays(rules().reach().lostDays())).isAfter(at))
                .isPresent();
    }

    /** Whether nothing that the rules look at tells the two apart; what is not known does not. */
    boolean agree(Scope one, Scope other) {
        for (Grain grain : rules().grain()) {
            Set<String> here = one.forms(grain, rules());
            Set<String> there = other.forms(grain, rules());
            if (!here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there)) {
                return false;
            }
        }
        return true;
    }

    private DealRules rules() {
        return book.rules();
    }
}
