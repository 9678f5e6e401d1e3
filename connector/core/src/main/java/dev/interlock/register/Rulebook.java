package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Exemption;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Start;
import dev.interlock.mapping.DealRules.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules as they are applied to claims, and what each says in plain words. */
public record Rulebook(DealRules rules) {

    /** A rule as it stands on a flag. */
    public record Said(String id, String version, String sentence) {}

    /** The window that counts for a claim: of the exception that fits its partner, else the one for all. */
    public Window window(Claim claim) {
        return exception(claim).map(Exemption::window).orElse(rules.window());
    }

    Optional<Exemption> exception(Claim claim) {
        return claim.owner().flatMap(partner -> rules.exception(partner.tier(), partner.type(), partner.region()));
    }

    /**
     * Until when a registration shuts others out, by age alone: the instant itself is no longer within. While nobody has
     * approved it, the clock of its submission counts.
     */
    public Instant until(Claim claim) {
        Window window = window(claim);
        Instant start = window.clock() == Start.APPROVAL
                ? claim.times().approved().orElse(claim.times().submitted())
                : claim.times().submitted();
        return start.plus(Duration.ofDays(window.days()));
    }

    /** The rule behind a flag on that claim. */
    public Said said(FlagType type, Claim protectedOne) {
        String exception = exception(protectedOne).map(one -> "+" + one.id()).orElse("");
        return new Said(type.ruleId() + exception, rules.version(), sentence(type, window(protectedOne)));
    }

    private String sentence(FlagType type, Window window) {
        String same = "for the same " + grain();
        return switch (type) {
            case DUPLICATE_SAME_PARTNER ->
                "A partner registers a deal once: a second registration " + same + " within " + window.days()
                        + " days is a duplicate.";
            case PARTNER_OVERLAP ->
                "The first registration " + same + " is protected for " + window.days() + " days from its "
                        + clock(window) + "; later ones wait behind it.";
            case DIRECT_OVERLAP ->
                "A deal that the vendor's own sales has worked on in the last "
                        + rules.reach().directDays() + " days is assisted or fulfilled by a partner, not sourced.";
            case EXISTING_CUSTOMER -> "A registration for an existing customer is looked at, and not refused for that.";
            case INCUMBENT ->
                "Who sold to a customer in the last " + rules.reach().incumbentDays()
                        + " days keeps its renewals and additions, unless the customer asks otherwise in writing.";
            case DISTRIBUTOR_CHAIN -> "A distributor and its reseller are one party; their registrations are one deal.";
            case TENDER_MULTI_BID -> "Several partners may bid in one tender; each is assisted.";
            case DOUBLE_CREDIT -> "A deal is sourced by one party, and its credit adds up to 100 % at most.";
            case TERRITORY -> "A partner registers deals where it is authorised to sell.";
            case IDENTITY_AMBIGUOUS -> "Whose deal it is, is not decided before it is clear who the customer is.";
            case OUT_OF_BAND -> "An opportunity carries a partner only with a registration, and an approval is signed.";
            case PROTECTION_LAPSED ->
                "Protection ends after " + window.days() + " days"
                        + (rules.progress().days() > 0
                                ? ", or after " + rules.progress().days() + " days without progress."
                                : ".");
            case STATE_GATED -> "What its system does not let anybody write waits until it does.";
        };
    }

    private String grain() {
        return Arrays.stream(Grain.values())
                .filter(rules.grain()::contains)
                .map(grain -> switch (grain) {
                    case PRODUCT -> "product family";
                    case AMOUNT -> "amount band";
                    case CUSTOMER, SITE, QUANTITY, BRAND, TERRITORY, PROJECT -> grain.word();
                })
                .collect(Collectors.joining(" and "));
    }

    private static String clock(Window window) {
        return switch (window.clock()) {
            case SUBMISSION -> "submission";
            case APPROVAL -> "approval";
        };
    }
}
