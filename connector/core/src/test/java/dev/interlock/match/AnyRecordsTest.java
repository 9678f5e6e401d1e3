package dev.interlock.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.interlock.mapping.Trait;
import dev.interlock.normalise.Hostile;
import dev.interlock.normalise.Nasty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The matcher has an answer for any records, and the same one in any order. */
class AnyRecordsTest {

    private static final List<Column> EVERYTHING = IntStream.range(0, Trait.values().length)
            .mapToObj(at -> new Column("column " + at, Trait.values()[at]))
            .toList();

    @Property(tries = 40)
    void any_text_in_any_column_is_compared_and_the_order_of_arrival_changes_nothing(
            @ForAll("cells") List<String> cells, @ForAll int seed) {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            int from = at;
            rows.add(new Row(
                    "r" + at,
                    IntStream.range(0, EVERYTHING.size())
                            .mapToObj(column -> cells.get((from / 2 + column) % cells.size()))
                            .toList()));
        }
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(found(shuffled)).isEqualTo(found(rows));
        assertThat(found(rows)).isEqualTo(found(rows));
    }

    @Property(tries = 100)
    void what_columns_hold_is_inferred_from_any_text(@ForAll("cells") List<String> cells, @ForAll @Nasty String name) {
        List<Row> rows = cells.stream().map(cell -> new Row("", List.of(cell))).toList();
        assertThat(Inference.of(List.of(name), rows)).hasSize(1);
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Hostile.strings().list().ofMinSize(2).ofMaxSize(30);
    }

    @Test
    void huge_and_broken_values_neither_hang_nor_fail() {
        String huge = "Wörter und 株式会社 \ud83d\0".repeat(5_000);
        List<String> cells = Collections.nCopies(EVERYTHING.size(), huge);
        List<Row> rows = List.of(
                new Row("a", cells), new Row("b", cells), new Row("c", Collections.nCopies(cells.size(), "\ude00")));

        assertTimeout(Duration.ofSeconds(60), () -> found(rows));
    }

    private static Set<Set<String>> found(List<Row> rows) {
        return Linkage.within(EVERYTHING, rows).same(Linkage.THRESHOLD).stream()
                .map(pair ->
                        Set.of(rows.get(pair.one()).id(), rows.get(pair.other()).id()))
                .collect(Collectors.toSet());
    }
}
