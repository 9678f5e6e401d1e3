package dev.interlock.simulation;

import dev.interlock.mapping.Place;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Known bugs in how changes are read. */
final class BadArrivals {
    private BadArrivals() {}

    /** Reads in its own way from what an honest connector reads. */
    private interface Reader {
        Arrivals.Pass read(SimSystem system, Arrivals honest, Arrivals.Order order, Consumer<List<Observation>> pages);
    }

    private static Guise reading(Reader reader) {
        return new Guise() {
            @Override
            public Arrivals arrivals(SimSystem system, Arrivals honest) {
                return new Arrivals() {
                    @Override
                    public Pass read(Order order, Consumer<List<Observation>> pages) {
                        return reader.read(system, honest, order, pages);
                    }

                    @Override
                    public int recordsPerPage(Place place) {
                        return honest.recordsPerPage(place);
                    }
                };
            }
        };
    }

    private static Guise seeing(BiFunction<SimSystem, Observation, Optional<Observation>> eye) {
        return reading((system, honest, order, pages) -> honest.read(order, page -> {
            List<Observation> seen = new ArrayList<>();
            page.forEach(each -> eye.apply(system, each).ifPresent(seen::add));
            if (!seen.isEmpty()) {
                pages.accept(seen);
            }
        }));
    }

    private static Observation with(Observation of, RecordKey key, Fate fate, RawFields fields) {
        return new Observation(key, fate, fields, of.changedAt(), of.readAt());
    }

    /** M4. */
    static Guise onlyLaterStamps() {
        Map<RecordKey, Instant> last = new HashMap<>();
        return seeing((system, each) -> {
            Instant before = last.put(each.key(), each.changedAt());
            return before == null || each.changedAt().isAfter(before) ? Optional.of(each) : Optional.empty();
        });
    }

    /** M12. */
    static Guise absentIsNull() {
        return reading((system, honest, order, pages) -> honest.read(
                order,
                page -> pages.accept(page.stream()
                        .map(each -> {
                            Map<String, Optional<String>> all = new LinkedHashMap<>();
                            order.columns()
                                    .forEach(column ->
                                            all.put(column, each.fields().text(column)));
                            return with(each, each.key(), each.fate(), new RawFields(all));
                        })
                        .toList())));
    }

    /** M14. */
    static Guise passesOverFailures() {
        return reading((system, honest, order, pages) -> {
            try {
                return honest.read(order, pages);
            } catch (Trouble trouble) {
                return new Arrivals.Pass(Optional.of(system.now()), Optional.of(system.now()), 0, 1);
            }
        });
    }

    /** M15: the two spellings of one id are two records. */
    static Guise idsSpeltTwice() {
        Set<String> seen = new HashSet<>();
        return seeing((system, each) -> {
            String id = seen.add(each.key() + " " + each.fields())
                    ? each.key().id()
                    : each.key().id().toUpperCase(Locale.ROOT);
            return Optional.of(with(each, new RecordKey(system.id(), each.type(), id), each.fate(), each.fields()));
        });
    }

    /** M19. */
    static Guise defaultWindow() {
        Map<String, Instant> newest = new HashMap<>();
        return reading((system, honest, order, pages) -> {
            String target = system.id() + " " + order.type();
            Instant since = newest.getOrDefault(target, system.now().minus(Duration.ofMinutes(5)));
            Arrivals.Order other =
                    new Arrivals.Order(order.type(), order.place(), Optional.of(since), order.columns(), order.known());
            return honest.read(other, page -> {
                page.forEach(each -> newest.merge(target, each.changedAt(), (a, b) -> a.isAfter(b) ? a : b));
                pages.accept(page);
            });
        });
    }

    /** M27. */
    static Guise strictlyGreater() {
        Map<String, Instant> last = new HashMap<>();
        return reading((system, honest, order, pages) -> {
            List<Observation> all = new ArrayList<>();
            Arrivals.Pass pass = honest.read(order, all::addAll);
            String target = system.id() + " " + order.type();
            Instant after = order.since().isEmpty() ? Instant.MIN : last.getOrDefault(target, Instant.MIN);
            List<Observation> page = all.stream()
                    .sorted(Comparator.comparing(Observation::changedAt))
                    .filter(each -> each.changedAt().isAfter(after))
                    .limit(system.manner.page())
                    .toList();
            if (!page.isEmpty()) {
                last.put(target, page.getLast().changedAt());
                pages.accept(page);
            }
            return pass;
        });
    }

    /** M18: what lost against us is heard once more afterwards. */
    static Guise losersComeBack() {
        Map<RecordKey, Observation> before = new HashMap<>();
        return seeing((system, each) -> {
            Observation old = before.put(each.key(), each);
            boolean again = old != null
                    && old.isLive()
                    && each.isLive()
                    && !old.fields().equals(each.fields());
            return Optional.of(again ? with(each, each.key(), each.fate(), old.fields()) : each);
        });
    }

    /** M30. */
    static Guise mergesAreDeletions() {
        return seeing((system, each) -> Optional.of(
                each.fate() instanceof Fate.MergedInto
                        ? with(each, each.key(), new Fate.Gone(Fate.Evidence.REPORTED), each.fields())
                        : each));
    }

    /** M40. */
    static Guise convertedLeadsLive() {
        Guise reading = seeing((system, each) -> Optional.of(alive(each)));
        return new Guise() {
            @Override
            public Arrivals arrivals(SimSystem system, Arrivals arrivals) {
                return reading.arrivals(system, arrivals);
            }

            @Override
            public dev.interlock.routes.system.Outgoing outgoing(
                    SimSystem system, dev.interlock.routes.system.Outgoing honest) {
                return new BadOutgoing.Looking(
                        honest,
                        (question, found) -> found.stream()
                                .map(each -> each.map(BadArrivals::alive))
                                .toList());
            }
        };
    }

    private static Observation alive(Observation each) {
        return each.fate() instanceof Fate.ConvertedInto
                ? with(each, each.key(), new Fate.Live(), each.fields())
                : each;
    }
}
