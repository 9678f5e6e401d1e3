package dev.interlock.match;

import java.util.List;
import java.util.stream.Stream;

/** Which columns hold a person's name; the full name is used where its parts are missing. */
record PersonColumns(List<Integer> given, List<Integer> family, List<Integer> full) {

    /** The two parts as they are compared. */
    record Names(String given, String family) {}

    List<Integer> all() {
        return Stream.of(given, family, full).flatMap(List::stream).toList();
    }

    Names read(Row row) {
        String first = joined(row, given);
        String last = joined(row, family);
        if (!first.isBlank() || !last.isBlank() || full.isEmpty()) {
            return new Names(first, last);
        }
        var whole = dev.interlock.normalise.PersonName.split(
                dev.interlock.normalise.PersonName.matchForm(row.cells().get(full.getFirst())));
        return new Names(whole.first(), whole.last());
    }

    private static String joined(Row row, List<Integer> columns) {
        return columns.isEmpty()
                ? ""
                : String.join(
                        " ", columns.stream().map(at -> row.cells().get(at)).toList());
    }
}
