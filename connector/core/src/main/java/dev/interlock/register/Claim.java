package dev.interlock.register;

import dev.interlock.record.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody holds of a customer.
 *
 * @param stakes the partners it names; none if it is the vendor's own
 */
public record Claim(
        Kind kind,
        RecordKey key,
        Customer customer,
        List<Stake> stakes,
        Scope scope,
        Standing standing,
        Times times,
        Set<Trait> traits) {

    /** Who was first: by the source's clock, never by when we heard of it. */
    public static final Comparator<Claim> FIRST = Comparator.<Claim, java.time.Instant>comparing(
                    claim -> claim.times().submitted())
            .thenComparing(claim -> claim.key().toString());

    /** What kind of record says so. */
    public enum Kind {
        REGISTRATION,
        OPPORTUNITY,
        LEAD,
        CUSTOMER
    }

    /** What else is known of a claim. */
    public enum Trait {
        /** It renews or adds to what was sold. */
        RENEWAL,
        /** It was approved, and somebody signed for that. */
        DECIDED,
        /** Its system takes no writes in the state it is in. */
        LOCKED
    }

    public Claim {
        stakes = List.copyOf(stakes);
        traits = Set.copyOf(traits);
    }

    public boolean isRegistration() {
        return kind == Kind.REGISTRATION;
    }

    /** The partner whose deal it is said to be: who sourced it, else who is named first. */
    public Optional<Partner> owner() {
        return stakes.stream()
                .filter(stake -> stake.role() == Stake.Role.SOURCED)
                .findFirst()
                .or(() -> stakes.stream().findFirst())
                .map(Stake::partner);
    }

    /** The id of the owner; blank if it is the vendor's own. */
    String party() {
        return owner().map(Partner::id).orElse("");
    }

    public Claim with(Standing changed) {
        return new Claim(kind, key, customer, stakes, scope, changed, times, traits);
    }

    public Claim with(Times changed) {
        return new Claim(kind, key, customer, stakes, scope, standing, changed, traits);
    }

    public Claim with(Trait trait) {
        Set<Trait> more = new java.util.HashSet<>(traits);
        more.add(trait);
        return new Claim(kind, key, customer, stakes, scope, standing, times, more);
    }

    /**
     * What is known after the same record was told once more, in whichever order: the submit time stays that of the first
     * telling, and the rest is of the one that shows the most progress.
     */
    public Claim toldAgain(Claim other) {
        Comparator<Claim> newer = Comparator.<Claim, java.time.Instant>comparing(
                        claim -> claim.times().lastProgress())
                .thenComparing(Claim::toString);
        Claim newest = newer.compare(this, other) >= 0 ? this : other;
        Claim first = Comparator.<Claim, java.time.Instant>comparing(
                                        claim -> claim.times().firstSeen())
                                .thenComparing(claim -> claim.times().submitted())
                                .compare(this, other)
                        <= 0
                ? this
                : other;
        Times last = newest.times();
        return newest.with(new Times(
                first.times().submitted(),
                first.times().firstSeen(),
                last.approved(),
                last.ended(),
                last.lastProgress()));
    }
}
