package dev.interlock.sandbox.salesforce;

import java.util.Comparator;

/** One entry of an ORDER BY. Blanks come first unless asked otherwise, whichever the direction. */
record Ordering(Path path, boolean descending, boolean blanksLast) {

    /** Two keys that are not blank. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    Comparator<Row> comparator(Org org, Table table) {
        return (left, right) -> order(path.key(path.read(org, table, left)), path.key(path.read(org, table, right)));
    }

    private int order(Object left, Object right) {
        if (left == Blank.BLANK || right == Blank.BLANK) {
            int blanksFirst = Boolean.compare(right == Blank.BLANK, left == Blank.BLANK);
            return blanksLast ? -blanksFirst : blanksFirst;
        }
        return descending ? compare(right, left) : compare(left, right);
    }
}
