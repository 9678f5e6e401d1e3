package dev.interlock.match;

import dev.interlock.record.RecordType;

/**
 * A normalised value that identifies records of a type: equal keys are candidates for being the same.
 *
 * @param kind the fields it was made of, joined by a plus sign: {@code email}, {@code name+country}
 * @param value their match forms, joined by the unit separator (U+001F)
 */
public record MatchKey(RecordType type, String kind, String value) {}
