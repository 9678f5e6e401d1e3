package dev.interlock.benchmark;

import dev.interlock.match.Column;
import dev.interlock.match.Inference;
import dev.interlock.match.Linkage;
import dev.interlock.match.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The matcher as {@code match evaluate} runs it: columns inferred, learnt without labels, ids and systems left out. */
final class OurMatcher {

    private OurMatcher() {}

    static Score on(Leads leads) {
        long start = Cpu.nanos();
        int width = leads.columns().size();
        List<Row> rows = leads.rows().stream()
                .map(cells -> new Row(cells.getFirst(), cells.subList(2, width)))
                .toList();
        List<Column> columns = Inference.of(leads.columns().subList(2, width), rows).stream()
                .map(Inference::column)
                .toList();
        Set<String> found = new HashSet<>();
        Linkage.within(columns, rows)
                .same(Linkage.THRESHOLD)
                .forEach(same -> found.add(Score.pair(
                        rows.get(same.one()).id(), rows.get(same.other()).id())));
        return Score.of("interlock", leads, found, Cpu.nanos() - start);
    }
}
