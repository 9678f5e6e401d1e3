package dev.interlock.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has been read of one record type in one system, as closed-open intervals of the system's own change stamps. Every
 * record whose last change lies in a covered interval is in the store.
 *
 * @param covered in order, apart from each other
 */
public record Watermark(List<Interval> covered) {

    /** Nothing was read yet. */
    public static final Watermark NONE = new Watermark(List.of());

    public Watermark {
        covered = covered.stream().sorted(Comparator.comparing(Interval::from)).toList();
    }

    /** From (inclusive) to (exclusive). */
    public record Interval(Instant from, Instant to) {
        public Interval {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("an interval from " + from + " cannot end at " + to);
            }
        }
    }

    /** This watermark with one more interval read. */
    public Watermark with(Interval read) {
        List<Interval> merged = new ArrayList<>();
        Interval grown = read;
        for (Interval each : covered) {
            if (each.to().isBefore(grown.from()) || grown.to().isBefore(each.from())) {
                merged.add(each);
            } else {
                grown = new Interval(earlier(each.from(), grown.from()), later(each.to(), grown.to()));
            }
        }
        merged.add(grown);
        return new Watermark(merged);
    }

    /** Up to where everything since {@code start} is covered without a gap; empty if {@code start} itself is not. */
    public Optional<Instant> reach(Instant start) {
        return covered.stream()
                .filter(each -> !each.from().isAfter(start) && !each.to().isBefore(start))
                .map(Interval::to)
                .findFirst();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
