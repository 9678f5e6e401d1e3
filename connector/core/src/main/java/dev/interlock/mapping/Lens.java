package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.List;

/**
 * A two-way view: a system's columns seen as one canonical field. Every lens keeps the lens laws modulo its own
 * normalisation (Foster et al., "Combinators for bidirectional tree transformations", 2007):
 *
 * <ul>
 *   <li>GetPut: writing back what was read changes nothing that would be read differently;
 *   <li>PutGet: reading after a write gives the value written.
 * </ul>
 *
 * What a column holds beyond the field (a middle name, a second choice) is the complement: it is taken from the current
 * columns on {@link #put}.
 */
public interface Lens {

    /** The columns that are read and written. */
    List<String> columns();

    /** Reads. Never throws: what cannot be understood is {@link Reading.Unreadable}. */
    Reading get(RawFields raw, Links links);

    /**
     * Writes. Two lenses may share a column (the two parts of a full name), so the fields of one record are put one after
     * the other, each over what the one before gave.
     *
     * @param current what the system holds now, as far as known; the complement comes from here
     */
    Writing put(FieldValue value, RawFields current, Links links);

    /** The records that {@link #get} would have to look up, so that a page of them is looked up at once. */
    default List<Reference> references(RawFields raw) {
        return List.of();
    }

    /** Whether the columns hold the right value in a spelling that is to be written over. */
    default boolean isImproper(RawFields raw) {
        return false;
    }
}
