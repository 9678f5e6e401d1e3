package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class SearchWindowPropertiesTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = FROM.plusSeconds(100);

    private static SearchWindow window(int pageSize) {
        return new SearchWindow("deals", List.of("dealname"), FROM, TO, pageSize);
    }

    @Property(tries = 300)
    void every_record_of_the_window_is_read_once_however_ids_compare_and_pages_shrink(
            @ForAll @Size(max = 60) @UniqueElements List<@LongRange(min = 1, max = 20_000) Long> ids,
            @ForAll @IntRange(min = 1, max = 7) int pageSize,
            @ForAll boolean asTexts,
            @ForAll Random random) {
        SearchIndex index = asTexts ? SearchIndex.comparingIdsAsTexts() : SearchIndex.comparingIdsAsNumbers();
        Set<String> expected = new TreeSet<>();
        for (Long id : ids) {
            long second = random.nextInt(-2, 103);
            boolean ghost = random.nextInt(3) == 0;
            if (ghost) {
                index.putGhost(id.toString(), FROM.plusSeconds(second));
            } else {
                index.put(id.toString(), FROM.plusSeconds(second));
            }
            if (!ghost && second >= 0 && second <= 100) {
                expected.add(id.toString());
            }
        }

        List<String> read = index.readAll(window(pageSize), () -> {});

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 200)
    void records_that_change_and_leave_the_window_meanwhile_hide_no_other(
            @ForAll @Size(min = 1, max = 60) @UniqueElements List<@LongRange(min = 1, max = 20_000) Long> ids,
            @ForAll @IntRange(min = 1, max = 7) int pageSize,
            @ForAll Random random) {
        SearchIndex index = SearchIndex.comparingIdsAsNumbers();
        Set<String> untouched = new TreeSet<>();
        ids.forEach(id -> index.put(id.toString(), TO));
        ids.forEach(id -> untouched.add(id.toString()));

        List<String> read = index.readAll(window(pageSize), () -> {
            String changed = ids.get(random.nextInt(ids.size())).toString();
            index.put(changed, TO.plusSeconds(1));
            untouched.remove(changed);
        });

        assertThat(read).doesNotHaveDuplicates().containsAll(untouched);
    }
}
