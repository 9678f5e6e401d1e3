package dev.interlock.register;

import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.register.Claim.Kind;
import dev.interlock.register.Claim.Trait;
import dev.interlock.register.Standing.Approval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with one claim by itself, or because nothing stands beside it. */
record Alone(Protections protections, Partners partners) {

    /** @param ofCustomer the claims about the same customer and the same thing */
    List<FlagType> of(Claim claim, Collection<Claim> ofCustomer, Instant now) {
        List<FlagType> found = new ArrayList<>();
        if (claim.standing().isGivenUp() || claim.standing().isClosed()) {
            return found;
        }
        if (isCreditedTwice(claim)) {
            found.add(FlagType.DOUBLE_CREDIT);
        }
        if (isAbroad(claim)) {
            found.add(FlagType.TERRITORY);
        }
        if (isOutOfBand(claim, ofCustomer)) {
            found.add(FlagType.OUT_OF_BAND);
        }
        if (protections.lapse(claim, List.of(), now).isPresent()) {
            found.add(FlagType.PROTECTION_LAPSED);
        }
        if (claim.traits().contains(Trait.LOCKED)) {
            found.add(FlagType.STATE_GATED);
        }
        return found;
    }

    private boolean isCreditedTwice(Claim claim) {
        int percent = claim.stakes().stream().mapToInt(Stake::percent).sum();
        Set<String> sources = new TreeSet<>();
        claim.stakes().stream()
                .filter(stake -> stake.role() == Stake.Role.SOURCED)
                .forEach(stake -> sources.add(stake.partner().id()));
        boolean rivals =
                sources.stream().anyMatch(one -> sources.stream().anyMatch(other -> !partners.areOneParty(one, other)));
        return percent > 100 || rivals;
    }

    private static boolean isAbroad(Claim claim) {
        String territory = claim.scope().raw(Grain.TERRITORY);
        return claim.isRegistration()
                && !territory.isBlank()
                && claim.owner()
                        .filter(partner -> !partner.territories().isEmpty())
                        .filter(partner -> partner.territories().stream().noneMatch(territory::equalsIgnoreCase))
                        .isPresent();
    }

    private boolean isOutOfBand(Claim claim, Collection<Claim> ofCustomer) {
        Approval approval = claim.standing().approval();
        if (claim.isRegistration()) {
            boolean approved = approval == Approval.APPROVED || approval == Approval.CONVERTED;
            return approved && !claim.traits().contains(Trait.DECIDED);
        }
        return claim.kind() == Kind.OPPORTUNITY
                && claim.owner().isPresent()
                && ofCustomer.stream()
                        .filter(Claim::isRegistration)
                        .noneMatch(other -> partners.areOneParty(other.party(), claim.party()));
    }
}
