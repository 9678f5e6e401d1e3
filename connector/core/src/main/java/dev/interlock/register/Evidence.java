package dev.interlock.register;

/**
 * What one field says of two claims.
 *
 * @param left and right: as written, and in the form that was compared; the left one is the subject's
 * @param method how they were compared, in words
 * @param weight from -1 (speaks against) to 1 (speaks for)
 */
public record Evidence(String field, Written left, Written right, String method, double weight) {

    /** A value as it was written, and the form of it that counts. */
    public record Written(String raw, String form) {}

    /** The forms alone: what a decision was made upon. Sorted, so that it does not matter who is left. */
    String mark() {
        boolean inOrder = left.form().compareTo(right.form()) <= 0;
        return field + "=" + (inOrder ? left.form() : right.form()) + "|" + (inOrder ? right.form() : left.form());
    }
}
