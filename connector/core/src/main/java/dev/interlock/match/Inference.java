package dev.interlock.match;

import dev.interlock.mapping.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a column seems to hold, by its name and its contents.
 *
 * @param why for people
 */
public record Inference(Column column, String why) {

    private static final int SAMPLE = 2_000;

    /** Infers every column of a table. The record's id should not be among the columns. */
    public static List<Inference> of(List<String> names, List<Row> rows) {
        List<Inference> inferred = new ArrayList<>();
        int step = Math.max(1, rows.size() / SAMPLE);
        for (int at = 0; at < names.size(); at++) {
            int column = at;
            List<String> cells = new ArrayList<>();
            for (int row = 0; row < rows.size(); row += step) {
                cells.add(rows.get(row).cells().get(column));
            }
            inferred.add(of(names.get(at), ColumnContents.of(cells)));
        }
        return onceEach(inferred);
    }

    private static Inference of(String name, ColumnContents contents) {
        if (contents.filled() == 0) {
            return new Inference(new Column(name, Trait.NOTHING), "it is empty");
        }
        Optional<ColumnWords.Hit> hit = ColumnWords.in(name);
        if (hit.isPresent() && hit.get().trait() == Trait.NOTHING) {
            return new Inference(
                    new Column(name, Trait.NOTHING),
                    "'" + hit.get().phrase() + "' tells of the record, not of who it is");
        }
        if (hit.isPresent() && contents.fits(hit.get().trait())) {
            return new Inference(new Column(name, hit.get().trait()), "by its name");
        }
        if (ColumnWords.folded(name).equals("name")) {
            return new Inference(new Column(name, contents.names()), "by its name and what names look like there");
        }
        return new Inference(new Column(name, contents.trait()), "by what it holds");
    }

    /** Of columns that say the same twice only one counts: the full name beside its parts, a second organisation. */
    private static List<Inference> onceEach(List<Inference> inferred) {
        boolean hasParts = has(inferred, Trait.FAMILY_NAME) && has(inferred, Trait.GIVEN_NAME);
        List<Inference> kept = new ArrayList<>();
        for (Inference each : inferred) {
            Trait trait = each.column().trait();
            if (trait == Trait.FULL_NAME && (hasParts || has(kept, Trait.FULL_NAME))) {
                kept.add(each.as(hasParts ? Trait.NOTHING : Trait.TEXT, "its parts, or another name, are compared"));
            } else if (trait == Trait.COMPANY && has(kept, Trait.COMPANY)) {
                kept.add(each.as(Trait.TEXT, "beside another organisation's name it is compared as words"));
            } else {
                kept.add(each);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean has(List<Inference> inferred, Trait trait) {
        return inferred.stream().anyMatch(each -> each.column().trait() == trait);
    }

    private Inference as(Trait trait, String because) {
        return new Inference(new Column(column.name(), trait), because);
    }
}
