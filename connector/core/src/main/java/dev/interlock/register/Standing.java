package dev.interlock.register;

/** Where a claim stands, on four axes that never overwrite each other. */
public record Standing(Approval approval, Sales sales, Protection protection, Engagement engagement) {

    /** What the vendor said. */
    public enum Approval {
        NONE,
        DRAFT,
        SUBMITTED,
        IN_REVIEW,
        RETURNED,
        APPROVED,
        QUEUED,
        REJECTED,
        WITHDRAWN,
        EXPIRED,
        CONVERTED
    }

    /** How far the deal itself has come. */
    public enum Sales {
        OPEN,
        ENGAGED,
        LATE,
        WON,
        LOST
    }

    /** Whether others are shut out. */
    public enum Protection {
        NONE,
        ACTIVE,
        GRACE,
        EXPIRED
    }

    /** What the partner has to do with the deal. */
    public enum Engagement {
        SOURCED,
        ASSISTED,
        FULFILLED,
        INFLUENCED
    }

    /** A registration that was just submitted. */
    public static Standing submitted() {
        return new Standing(Approval.SUBMITTED, Sales.OPEN, Protection.NONE, Engagement.SOURCED);
    }

    /** A deal of the vendor's own sales. */
    public static Standing of(Sales sales) {
        return new Standing(Approval.NONE, sales, Protection.NONE, Engagement.SOURCED);
    }

    public Standing with(Approval changed) {
        return new Standing(changed, sales, protection, engagement);
    }

    public Standing with(Sales changed) {
        return new Standing(approval, changed, protection, engagement);
    }

    public Standing with(Protection changed) {
        return new Standing(approval, sales, changed, engagement);
    }

    public Standing with(Engagement changed) {
        return new Standing(approval, sales, protection, changed);
    }

    /** Whether it was turned down, taken back or let lapse. */
    public boolean isGivenUp() {
        return switch (approval) {
            case REJECTED, WITHDRAWN, EXPIRED, DRAFT -> true;
            case NONE, SUBMITTED, IN_REVIEW, RETURNED, APPROVED, QUEUED, CONVERTED -> false;
        };
    }

    public boolean isClosed() {
        return sales == Sales.WON || sales == Sales.LOST;
    }
}
