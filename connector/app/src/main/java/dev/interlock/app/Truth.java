package dev.interlock.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which records are the same, as somebody knows it. Read from pairs of ids (with or without a column that says whether they
 * match), or from ids with the name of their group.
 *
 * @param ids the distinct ids of the first column and of the second
 * @param same pairs that are the same
 * @param different pairs that are said to differ; if there are any, only pairs that are listed count
 */
record Truth(List<Set<String>> ids, List<Pair> same, List<Pair> different, String shape) {

    private static final Pattern GROUP = Pattern.compile(
            ".*(cluster|group|entity|true.?id|golden|master|class|label|family|person|duplicate_?of).*");
    private static final Pattern VERDICT =
            Pattern.compile(".*(match|label|same|dup|truth|verdict|is_?link|equal|target|class|gold).*");
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "match", "same", "duplicate", "1.0");
    private static final Set<String> NO =
            Set.of("0", "false", "no", "n", "f", "non-match", "nonmatch", "different", "distinct", "0.0", "-1");

    /** Two ids, of the first table and of the second, or of the same. */
    record Pair(String one, String other) {}

    /** Reads the truth about records that have these columns. */
    static Truth read(Table table, List<Table> records) {
        if (table.columns().size() < 2) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    table.file() + " must have two columns: pairs of ids, or an id and the name of its group");
        }
        return group(table, records).map(at -> groups(table, at)).orElseGet(() -> pairs(table));
    }

    /** Which columns hold an id and its group, if the file is of that shape. */
    private static Optional<int[]> group(Table table, List<Table> records) {
        Set<String> known = new HashSet<>();
        records.forEach(each -> each.columns().forEach(name -> known.add(name.toLowerCase(Locale.ROOT))));
        int group = -1;
        int id = -1;
        for (int at = 0; at < table.columns().size(); at++) {
            String name = table.columns().get(at).toLowerCase(Locale.ROOT);
            boolean isUnique =
                    new HashSet<>(table.column(at)).size() == table.rows().size();
            if (group < 0 && GROUP.matcher(name).matches() && !isVerdict(table.column(at))) {
                group = at;
            } else if (id < 0 && isUnique && (known.contains(name) || name.contains("id") || at == 0)) {
                id = at;
            }
        }
        return group >= 0 && id >= 0 ? Optional.of(new int[] {id, group}) : Optional.empty();
    }

    private static Truth groups(Table table, int[] at) {
        Map<String, List<String>> groups = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (List<String> row : table.rows()) {
            String id = row.get(at[0]).strip();
            String group = row.get(at[1]).strip();
            ids.add(id);
            if (!group.isEmpty()) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(id);
            }
        }
        List<Pair> same = new ArrayList<>();
        for (List<String> members : groups.values()) {
            for (int one = 0; one < members.size(); one++) {
                for (int other = one + 1; other < members.size(); other++) {
                    same.add(new Pair(members.get(one), members.get(other)));
                }
            }
        }
        return new Truth(
                List.of(ids, ids),
                same,
                List.of(),
                "groups: '" + table.columns().get(at[1]) + "' of '"
                        + table.columns().get(at[0]) + "'");
    }

    private static Truth pairs(Table table) {
        int verdict = -1;
        for (int at = 2; at < table.columns().size(); at++) {
            boolean isNamed = VERDICT.matcher(table.columns().get(at).toLowerCase(Locale.ROOT))
                    .matches();
            verdict = verdict < 0 && isNamed && isVerdict(table.column(at)) ? at : verdict;
        }
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();
        List<Pair> same = new ArrayList<>();
        List<Pair> different = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Pair pair = new Pair(row.get(0).strip(), row.get(1).strip());
            first.add(pair.one());
            second.add(pair.other());
            boolean isSame =
                    verdict < 0 || YES.contains(row.get(verdict).strip().toLowerCase(Locale.ROOT));
            (isSame ? same : different).add(pair);
        }
        String judged = verdict < 0 ? "" : ", judged by '" + table.columns().get(verdict) + "'";
        return new Truth(List.of(first, second), same, different, "pairs of ids" + judged);
    }

    private static boolean isVerdict(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .allMatch(cell -> YES.contains(cell) || NO.contains(cell) || cell.isEmpty());
    }
}
