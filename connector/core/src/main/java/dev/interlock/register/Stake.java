package dev.interlock.register;

/**
 * The part that a partner has in a deal.
 *
 * @param percent of the credit, 0 to 100
 */
public record Stake(Partner partner, Role role, int percent) {

    /** What a partner does for a deal. */
    public enum Role {
        SOURCED,
        INFLUENCED,
        FULFILMENT,
        DISTRIBUTOR,
        REFERRAL
    }

    public Stake {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(partner.id() + " cannot have " + percent + " % of a deal");
        }
    }

    /** The partner that brought the deal, with all of the credit. */
    public static Stake sourcedBy(Partner partner) {
        return new Stake(partner, Role.SOURCED, 100);
    }
}
