package dev.interlock.register;

import dev.interlock.mapping.DealRules.Sign;
import dev.interlock.register.Offer.Preview;
import dev.interlock.register.Offer.Side;
import dev.interlock.register.Standing.Approval;
import dev.interlock.register.Standing.Protection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is protected until when, when that ends, and who comes next. */
public record Protections(Rulebook book) {

    /** More days for a registration, and why. */
    public record Extension(int days, String by, String reason) {
        public Extension {
            if (days < 1 || reason.isBlank()) {
                throw new IllegalArgumentException("an extension needs at least one day and a reason");
            }
        }
    }

    /** Why a protection ended, and when. */
    public record Lapse(Cause cause, Instant at) {

        /** What ended it. */
        public enum Cause {
            AGE,
            NO_PROGRESS
        }
    }

    /** The end by age, with what was added to it. */
    public Instant until(Claim claim, List<Extension> extensions) {
        int added = extensions.stream().mapToInt(Extension::days).sum();
        return book.until(claim).plus(Duration.ofDays(added));
    }

    /** The last of those signs of progress that the rules count; the submission is the first. */
    public Instant lastProgress(Instant submitted, Map<Sign, Instant> signs) {
        return signs.entrySet().stream()
                .filter(sign -> book.rules().progress().by().contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .reduce(submitted, (one, other) -> other.isAfter(one) ? other : one);
    }

    /** Whether an approved registration's protection has ended, by whichever came first. */
    public Optional<Lapse> lapse(Claim claim, List<Extension> extensions, Instant now) {
        boolean isProtected = claim.isRegistration()
                && claim.standing().approval() == Approval.APPROVED
                && !claim.standing().isClosed();
        if (!isProtected) {
            return Optional.empty();
        }
        Instant aged = until(claim, extensions);
        Instant idle = idle(claim).orElse(aged);
        Lapse first = idle.isBefore(aged) ? new Lapse(Lapse.Cause.NO_PROGRESS, idle) : new Lapse(Lapse.Cause.AGE, aged);
        return Optional.of(first).filter(lapse -> !lapse.at().isAfter(now));
    }

    /** When it has been without progress for too long; approval itself is progress. */
    private Optional<Instant> idle(Claim claim) {
        int days = book.rules().progress().days();
        Instant last = claim.times()
                .approved()
                .filter(at -> at.isAfter(claim.times().lastProgress()))
                .orElse(claim.times().lastProgress());
        return days == 0 ? Optional.empty() : Optional.of(last.plus(Duration.ofDays(days)));
    }

    /** Where a claim stands on the axis of protection. */
    public Protection at(Claim claim, List<Extension> extensions, Instant now) {
        boolean approved = claim.standing().approval() == Approval.APPROVED;
        if (!approved || claim.standing().isClosed()) {
            return Protection.NONE;
        }
        return lapse(claim, extensions, now).isPresent() ? Protection.EXPIRED : Protection.ACTIVE;
    }

    /** What the end of a protection writes: the CRM forgets who registered, the PRM is told. */
    public List<Preview> cleared(Claim claim) {
        return List.of(
                new Preview(Side.CRM, claim.key(), "registered", "false"),
                new Preview(Side.CRM, claim.key(), "protected until", ""),
                new Preview(Side.CRM, claim.key(), "registered partner", ""),
                new Preview(Side.PRM, claim.key(), "status", "expired"));
    }

    /** Those who wait behind a registration, in order of submission. */
    public static List<Claim> queue(Collection<Claim> losers) {
        return losers.stream()
                .filter(claim -> claim.standing().approval() == Approval.QUEUED)
                .filter(claim -> !claim.standing().isClosed())
                .sorted(Claim.FIRST)
                .toList();
    }

    /** Who is looked at again when the winner falls away: who submitted next. */
    public static Optional<Claim> promoted(Collection<Claim> losers) {
        return queue(losers).stream()
                .findFirst()
                .map(next -> next.with(next.standing().with(Approval.IN_REVIEW)));
    }

    /** When a registration must have been decided. */
    public Instant dueBy(Claim claim) {
        return claim.times().submitted().plus(book.rules().decideWithin());
    }

    /** Whether it has waited for longer than that. */
    public boolean isOverdue(Claim claim, Instant now) {
        return switch (claim.standing().approval()) {
            case SUBMITTED, IN_REVIEW -> dueBy(claim).isBefore(now);
            case NONE, DRAFT, RETURNED, APPROVED, QUEUED, REJECTED, WITHDRAWN, EXPIRED, CONVERTED -> false;
        };
    }

    /** Who may approve it, by its amount; an unknown amount counts as none. */
    public String approver(Claim claim) {
        return book.rules()
                .approver(claim.scope().amount().map(Number::longValue).orElse(0L));
    }

    /** Whether the CRM gets a deal of it: not before it is approved. */
    public static boolean isCreationHeld(Claim claim) {
        return switch (claim.standing().approval()) {
            case APPROVED, CONVERTED, NONE -> false;
            case DRAFT, SUBMITTED, IN_REVIEW, RETURNED, QUEUED, REJECTED, WITHDRAWN, EXPIRED -> true;
        };
    }
}
