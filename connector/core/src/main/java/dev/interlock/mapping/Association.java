package dev.interlock.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reference that a system keeps as an association between two records, not in a column of one. Among the columns of a record
 * it goes by the name that {@link #column()} gives; its text is the id of the other record, or several ids where the system
 * does not tell which of them is meant.
 *
 * @param object the system's own name of the object at the other end: {@code companies}
 * @param label which of several associations is meant: {@code primary}, a label by its name, or the number of an association
 *     type; blank for whichever there is
 */
public record Association(String object, String label) {

    /** Kinds of systems that know associations. */
    static final Set<String> KINDS = Set.of("hubspot");

    /** No name of a column or property begins so. */
    private static final String SIGN = "association:";

    private static final String JOINER = ";";

    public Association {
        label = label.strip();
    }

    /** The name under which it stands among the columns of a record. */
    public String column() {
        return label.isEmpty() ? SIGN + object : SIGN + object + ":" + label;
    }

    /** The association that a column stands for; empty for an ordinary column. */
    public static Optional<Association> of(String column) {
        if (!column.startsWith(SIGN)) {
            return Optional.empty();
        }
        String[] parts = column.substring(SIGN.length()).split(":", 2);
        return Optional.of(new Association(parts[0], parts.length == 2 ? parts[1] : ""));
    }

    public boolean isPrimary() {
        return label.equalsIgnoreCase("primary");
    }

    /** The text for the records that could be meant, in an order of its own; blank if there is none. */
    public static String text(List<String> ids) {
        return String.join(JOINER, ids.stream().sorted().toList());
    }

    /** The ids in such a text. */
    public static List<String> ids(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(JOINER, -1));
    }
}
