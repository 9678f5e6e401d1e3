package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.Optional;

/**
 * What a person decided about one field. It stands above every authority: everything that systems have said so far was
 * known to the person. What a system says afterwards is news again.
 *
 * @param value what the field shall be everywhere; empty clears it
 * @param by the person
 * @param rule as it shall stand in the audit: {@code edited}, {@code rolled back}, {@code decided}; the audit puts
 *     {@code ruling} before it
 * @param mends a system whose own value could not be understood, so that it gets this one instead
 */
public record Ruling(String field, FieldValue value, String by, String rule, Optional<SystemId> mends) {}
