package dev.interlock.plan;

import com.google.common.base.Splitter;
import dev.interlock.mapping.Authority;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** D7: two or more parties changed one field to different values. */
final class Contest {

    /** Who won, with what, and by which rule. */
    record Verdict(Party winner, String rule) {}

    private static final Splitter NAMES = Splitter.on('+');

    private final Authority authority;
    private final List<Party> agreed;

    /**
     * @param agreed the golden value as those see it who were never told of it; a merge heeds it even where a later edit
     *     took its place
     */
    Contest(Authority authority, List<Party> agreed) {
        this.authority = authority;
        this.agreed = List.copyOf(agreed);
    }

    /** Decides, or leaves it to a person. */
    Optional<Verdict> decide(List<Party> parties) {
        return switch (authority) {
            case Authority.Ranked ranked -> ranked(parties, ranked.order());
            case Authority.Newest newest -> newest(parties, newest.skew());
            case Authority.Merged merged -> merged(parties);
            case Authority.Ask ask -> Optional.empty();
        };
    }

    private static Optional<Verdict> ranked(List<Party> parties, List<SystemId> order) {
        List<String> names = order.stream().map(SystemId::name).toList();
        int best = parties.stream().mapToInt(party -> rank(party, names)).min().orElse(0);
        List<Party> first =
                parties.stream().filter(party -> rank(party, names) == best).toList();
        return agreeing(first) ? Optional.of(new Verdict(first.getFirst(), "D7 ranked")) : Optional.empty();
    }

    /** What a person decided stands above what a system says that has not heard of it yet. */
    private static int rank(Party party, List<String> names) {
        if (party.isRuling()) {
            return -1;
        }
        int place = names.indexOf(party.by());
        return place < 0 ? names.size() : place;
    }

    /** Clocks of different systems may be apart: only a lead of more than the skew counts as later. */
    private static Optional<Verdict> newest(List<Party> parties, Duration skew) {
        Party latest =
                parties.stream().max(Comparator.comparing(Party::changedAt)).orElseThrow();
        boolean clearly = parties.stream()
                .filter(party -> !party.value().equals(latest.value()))
                .allMatch(party ->
                        Duration.between(party.changedAt(), latest.changedAt()).compareTo(skew) > 0);
        return clearly ? Optional.of(new Verdict(latest, "D7 newest")) : Optional.empty();
    }

    private Optional<Verdict> merged(List<Party> parties) {
        List<Party> all = Stream.concat(parties.stream(), agreed.stream()).toList();
        if (!all.stream().map(Party::value).allMatch(value -> value instanceof FieldValue.Many || value.isEmpty())) {
            return Optional.empty();
        }
        SortedSet<String> result = new TreeSet<>();
        SortedSet<String> removed = new TreeSet<>();
        all.forEach(party -> result.addAll(choices(party.value())));
        all.forEach(party -> removed.addAll(removedBy(party)));
        if (parties.stream().anyMatch(party -> isNew(party) && holdsAny(party, removed))) {
            return Optional.empty();
        }
        result.removeAll(removed);
        FieldValue union = result.isEmpty() ? FieldValue.EMPTY : new FieldValue.Many(result);
        Party latest = all.stream().max(Comparator.comparing(Party::changedAt)).orElseThrow();
        return Optional.of(
                new Verdict(new Party(names(all), union, latest.changedAt(), Optional.empty(), false), "D7 merged"));
    }

    /** Of a record that was just linked nobody knows whether it added a choice or has not heard that it was removed. */
    private boolean isNew(Party party) {
        return party.base().isEmpty() && !agreed.contains(party);
    }

    private static boolean holdsAny(Party party, Set<String> removed) {
        return choices(party.value()).stream().anyMatch(removed::contains);
    }

    /** A merged value may be merged again: each name is told once. */
    private static String names(List<Party> parties) {
        return parties.stream()
                .flatMap(party -> NAMES.splitToStream(party.by()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    /** What a party took away of what it shared; one that never shared a value took nothing away. */
    private static Set<String> removedBy(Party party) {
        Set<String> removed = new TreeSet<>(choices(party.base().orElse(FieldValue.EMPTY)));
        removed.removeAll(choices(party.value()));
        return removed;
    }

    private static Set<String> choices(FieldValue value) {
        return value instanceof FieldValue.Many many ? many.choices() : Set.of();
    }

    private static boolean agreeing(List<Party> parties) {
        return parties.stream().map(Party::value).distinct().count() == 1;
    }
}
