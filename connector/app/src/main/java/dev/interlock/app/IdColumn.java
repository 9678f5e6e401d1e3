package dev.interlock.app;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the column by which a truth file names the records of a table. */
final class IdColumn {

    private IdColumn() {}

    /** The place of the column that has most of these ids; of equal ones, that which has every value once and is called an id. */
    static int of(Table table, Set<String> ids) {
        int best = -1;
        double highest = 0;
        for (int at = 0; at < table.columns().size(); at++) {
            List<String> cells = table.column(at);
            Set<String> distinct = new HashSet<>(cells);
            long known = ids.stream().filter(distinct::contains).count();
            double uniqueness = (double) distinct.size() / Math.max(1, cells.size());
            boolean isCalledId =
                    table.columns().get(at).toLowerCase(Locale.ROOT).contains("id");
            double score = known * uniqueness * (isCalledId ? 1.01 : 1);
            if (score > highest) {
                highest = score;
                best = at;
            }
        }
        if (best < 0) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    table.file() + ": no column has the ids that the truth speaks of; it has the columns "
                            + String.join(", ", table.columns()));
        }
        return best;
    }
}
