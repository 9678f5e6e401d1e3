package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import java.util.Map;

/** A yes-or-no question about a golden record, from {@code when:} in the configuration. */
public interface Condition {

    /** Answers it; a question that cannot be answered (an empty field) is answered no. */
    boolean holds(Map<String, FieldValue> golden);

    /** The question as the admin wrote it. */
    String source();
}
