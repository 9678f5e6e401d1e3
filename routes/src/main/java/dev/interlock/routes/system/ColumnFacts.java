package dev.interlock.routes.system;

import java.util.List;

/**
 * What a system says of one of its columns.
 *
 * @param length the most characters it holds; 0 if it does not tell
 * @param choices the only values it takes; none if it takes any
 * @param writable whether it can be changed by us
 */
public record ColumnFacts(Holds holds, int length, List<String> choices, boolean writable) {

    public ColumnFacts {
        choices = List.copyOf(choices);
    }

    /** What kind of value the column holds. */
    public enum Holds {
        TEXT,
        NUMBER,
        /** A day, as ISO text. */
        DATE,
        /** A point in time, as ISO text or epoch milliseconds. */
        MOMENT,
        FLAG,
        /** The id of another record. */
        ID;

        boolean takes(String text) {
            return switch (this) {
                case TEXT, ID -> true;
                case NUMBER -> text.matches("-?\\d+(\\.\\d+)?");
                case DATE -> text.matches("\\d{4}-\\d{2}-\\d{2}");
                case MOMENT -> text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?|-?\\d+");
                case FLAG -> text.equals("true") || text.equals("false");
            };
        }
    }
}
