package dev.interlock.app;

import dev.interlock.mapping.Trait;
import dev.interlock.match.Inference;
import dev.interlock.match.Row;
import dev.interlock.normalise.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a second table stand for those of a first: by name, else by what they seem to hold. */
final class Alignment {

    private Alignment() {}

    /** For each kept column of the first table the place in the second, or -1. */
    static List<Integer> of(Table first, List<Integer> kept, Table second) {
        List<Integer> found = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (int column : kept) {
            int place = named(second, first.columns().get(column));
            found.add(place);
            used.add(place);
        }
        List<Trait> here = traits(first);
        List<Trait> there = traits(second);
        for (int at = 0; at < kept.size(); at++) {
            Trait trait = here.get(kept.get(at));
            for (int place = 0; found.get(at) < 0 && trait != Trait.NOTHING && place < there.size(); place++) {
                if (there.get(place) == trait && used.add(place)) {
                    found.set(at, place);
                }
            }
        }
        return found;
    }

    private static int named(Table table, String name) {
        for (int at = 0; at < table.columns().size(); at++) {
            if (Folding.fold(table.columns().get(at)).equals(Folding.fold(name))) {
                return at;
            }
        }
        return -1;
    }

    private static List<Trait> traits(Table table) {
        List<Row> rows = table.rows().stream().map(cells -> new Row("", cells)).toList();
        return Inference.of(table.columns(), rows).stream()
                .map(each -> each.column().trait())
                .toList();
    }
}
