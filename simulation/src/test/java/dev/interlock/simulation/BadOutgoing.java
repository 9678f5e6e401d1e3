package dev.interlock.simulation;

import dev.interlock.deliver.Delivery;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Known bugs in how writes are made. */
final class BadOutgoing {
    private BadOutgoing() {}

    /** Looks records up in its own way. */
    record Looking(
            Outgoing honest,
            BiFunction<Outgoing.Question, List<Optional<Observation>>, List<Optional<Observation>>> eye)
            implements Outgoing {
        @Override
        public int recordsPerCall(Write.Kind kind) {
            return honest.recordsPerCall(kind);
        }

        @Override
        public List<Delivery> deliver(Shipment shipment) {
            return honest.deliver(shipment);
        }

        @Override
        public List<Optional<Observation>> lookUp(Question question) {
            return eye.apply(question, honest.lookUp(question));
        }
    }

    /** Delivers in its own way. */
    private record Delivering(Outgoing honest, BiFunction<Outgoing, Outgoing.Shipment, List<Delivery>> hand)
            implements Outgoing {
        @Override
        public int recordsPerCall(Write.Kind kind) {
            return honest.recordsPerCall(kind);
        }

        @Override
        public List<Delivery> deliver(Shipment shipment) {
            return hand.apply(honest, shipment);
        }

        @Override
        public List<Optional<Observation>> lookUp(Question question) {
            return honest.lookUp(question);
        }
    }

    private static Guise delivering(BiFunction<Outgoing, Outgoing.Shipment, List<Delivery>> hand) {
        return new Guise() {
            @Override
            public Outgoing outgoing(SimSystem system, Outgoing honest) {
                return new Delivering(honest, hand);
            }
        };
    }

    private static Guise writing(UnaryOperator<RawFields> pen) {
        return delivering((honest, shipment) -> honest.deliver(new Outgoing.Shipment(
                shipment.type(),
                shipment.place(),
                shipment.kind(),
                shipment.parcels().stream()
                        .map(parcel ->
                                new Outgoing.Parcel(parcel.address(), pen.apply(parcel.columns()), parcel.before()))
                        .toList())));
    }

    private static Delivery asIfDone(Outgoing.Parcel parcel) {
        return new Delivery.Delivered(parcel.address().id().orElse("none"), Instant.EPOCH, RawFields.NONE);
    }

    /** Sends only some parcels, and says of the others that they are done. */
    private static List<Delivery> some(Outgoing honest, Outgoing.Shipment shipment, Set<Outgoing.Parcel> left) {
        List<Outgoing.Parcel> sent = shipment.parcels().stream()
                .filter(parcel -> !left.contains(parcel))
                .toList();
        List<Delivery> done = sent.isEmpty()
                ? List.of()
                : honest.deliver(new Outgoing.Shipment(shipment.type(), shipment.place(), shipment.kind(), sent));
        return shipment.parcels().stream()
                .map(parcel -> left.contains(parcel) ? asIfDone(parcel) : done.get(sent.indexOf(parcel)))
                .toList();
    }

    /** M3. */
    static Guise keyedByPayload() {
        Set<Outgoing.Parcel> sent = new HashSet<>();
        return delivering((honest, shipment) -> {
            Set<Outgoing.Parcel> again = new HashSet<>(shipment.parcels());
            again.retainAll(sent);
            if (shipment.kind() != Write.Kind.UPDATE) {
                return honest.deliver(shipment);
            }
            List<Delivery> done = some(honest, shipment, again);
            for (int i = 0; i < done.size(); i++) {
                if (done.get(i) instanceof Delivery.Delivered) {
                    sent.add(shipment.parcels().get(i));
                }
            }
            return done;
        });
    }

    /** M33. */
    static Guise skipsWhatFailed() {
        Set<Outgoing.Parcel> failed = new HashSet<>();
        return delivering((honest, shipment) -> {
            Set<Outgoing.Parcel> again = new HashSet<>(shipment.parcels());
            again.retainAll(failed);
            if (shipment.kind() != Write.Kind.UPDATE) {
                return honest.deliver(shipment);
            }
            List<Delivery> done = some(honest, shipment, again);
            for (int i = 0; i < done.size(); i++) {
                if (!(done.get(i) instanceof Delivery.Delivered)) {
                    failed.add(shipment.parcels().get(i));
                }
            }
            return done;
        });
    }

    /** M34. */
    static Guise oneGoodRowIsEnough() {
        return delivering((honest, shipment) -> {
            List<Delivery> done = honest.deliver(shipment);
            boolean any = done.stream().anyMatch(Delivery.Delivered.class::isInstance);
            List<Delivery> told = new ArrayList<>();
            for (int i = 0; i < done.size(); i++) {
                boolean lie = any && shipment.kind() == Write.Kind.UPDATE;
                told.add(
                        lie && !(done.get(i) instanceof Delivery.Delivered)
                                ? asIfDone(shipment.parcels().get(i))
                                : done.get(i));
            }
            return told;
        });
    }

    /** M38. */
    static Guise retriesTheStoredBody() {
        List<Outgoing.Shipment> stored = new ArrayList<>();
        return delivering((honest, shipment) -> {
            List<Outgoing.Shipment> late = stored.stream()
                    .filter(each -> each.type().equals(shipment.type())
                            && each.place().equals(shipment.place())
                            && each.kind() != Write.Kind.CREATE)
                    .toList();
            stored.removeAll(late);
            List<Delivery> done = honest.deliver(shipment);
            if (done.stream().anyMatch(each -> !(each instanceof Delivery.Delivered))) {
                stored.add(shipment);
            }
            late.forEach(honest::deliver);
            return done;
        });
    }

    /** M35. */
    static Guise doublesQuotes() {
        return writing(columns -> {
            Map<String, Optional<String>> other = new LinkedHashMap<>();
            columns.byName().forEach((name, text) -> other.put(name, text.map(words -> words.replace("'", "''"))));
            return new RawFields(other);
        });
    }

    /** M21. */
    static Guise blankIsNought() {
        return delivering((honest, shipment) -> honest.deliver(new Outgoing.Shipment(
                shipment.type(),
                shipment.place(),
                shipment.kind(),
                shipment.parcels().stream()
                        .map(parcel -> new Outgoing.Parcel(parcel.address(), nought(shipment, parcel), parcel.before()))
                        .toList())));
    }

    private static RawFields nought(Outgoing.Shipment shipment, Outgoing.Parcel parcel) {
        Map<String, Optional<String>> other =
                new LinkedHashMap<>(parcel.columns().byName());
        other.replaceAll((name, text) -> text.or(() -> Optional.of("0")));
        String amount = shipment.place().system().equals(Landscape.SF) ? "Amount" : "amount";
        if (shipment.kind() == Write.Kind.CREATE && shipment.type().equals(Landscape.DEAL)) {
            other.putIfAbsent(amount, Optional.of("0"));
        }
        return new RawFields(other);
    }

    /** M7. */
    static Guise createsBlindly() {
        return new Guise() {
            @Override
            public Outgoing outgoing(SimSystem system, Outgoing honest) {
                return new Looking(honest, (question, found) -> {
                    List<Optional<Observation>> told = new ArrayList<>(found);
                    for (int i = 0; i < told.size(); i++) {
                        if (question.addresses().get(i).id().isEmpty()) {
                            told.set(i, Optional.empty());
                        }
                    }
                    return told;
                });
            }
        };
    }

    /** M8. */
    static Guise writesWithoutLooking() {
        return new Guise() {
            @Override
            public Outgoing outgoing(SimSystem system, Outgoing honest) {
                return new Looking(honest, (question, found) -> {
                    List<Optional<Observation>> told = new ArrayList<>(found);
                    for (int i = 0; i < told.size(); i++) {
                        Optional<String> id = question.addresses().get(i).id();
                        if (id.isPresent()) {
                            Optional<Observation> seen = found.get(i);
                            told.set(
                                    i,
                                    believed(system, new RecordKey(system.id(), question.type(), id.get()))
                                            .or(() -> seen));
                        }
                    }
                    return told;
                });
            }
        };
    }

    private static Optional<Observation> believed(SimSystem system, RecordKey key) {
        for (Dossier dossier : system.world().oracle().ledgers().dossiers().values()) {
            Shadow shadow = dossier.shadows().get(key.system());
            if (shadow != null && shadow.key().equals(key) && shadow.isLive()) {
                return Optional.of(new Observation(
                        key,
                        new Fate.Live(),
                        shadow.raw(),
                        shadow.changedAt(),
                        system.world().clock().instant()));
            }
        }
        return Optional.empty();
    }
}
