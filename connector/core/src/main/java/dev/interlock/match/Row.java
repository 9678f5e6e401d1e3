package dev.interlock.match;

import java.util.List;

/**
 * A record to compare.
 *
 * @param id names it; never compared
 * @param cells its raw values, one per column; blank if it has none
 */
public record Row(String id, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
