package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import java.util.Optional;

/**
 * One thing the planner decided that somebody may ask about later; it becomes a row of the audit.
 *
 * @param field which field; {@code *} for the whole record
 * @param rule the row of the decision table, such as {@code D3} or {@code R5}
 * @param by the system or person whose word it was
 * @param was the golden value before, if there was one
 * @param is the golden value afterwards
 */
public record Decision(String field, String rule, String by, Optional<FieldValue> was, Optional<FieldValue> is) {}
