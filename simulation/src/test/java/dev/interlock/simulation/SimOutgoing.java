package dev.interlock.simulation;

import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writing to a simulated system, as a connector does it. */
final class SimOutgoing implements Outgoing {
    private final SimSystem system;
    private final World world;

    SimOutgoing(SimSystem system, World world) {
        this.system = system;
        this.world = world;
    }

    @Override
    public int recordsPerCall(Write.Kind kind) {
        return system.manner.batch();
    }

    @Override
    public List<Delivery> deliver(Shipment shipment) {
        try {
            String what = shipment.kind() + " " + shipment.type() + " "
                    + shipment.parcels().size();
            return system.call(
                    shipment.type(),
                    what,
                    true,
                    () -> shipment.parcels().stream()
                            .map(parcel -> carryOut(shipment, parcel))
                            .toList());
        } catch (Trouble trouble) {
            return Collections.nCopies(shipment.parcels().size(), trouble.asDelivery());
        }
    }

    private Delivery carryOut(Shipment shipment, Parcel parcel) {
        Optional<String> refused = parcel.columns().byName().values().stream()
                .flatMap(Optional::stream)
                .filter(world.forbidden()::contains)
                .findFirst();
        Optional<String> unseen = parcel.columns().byName().keySet().stream()
                .filter(column -> world.isHidden(system.id(), column))
                .findFirst();
        if (unseen.isPresent()) {
            // Whoever may not read a field may not write it: Salesforce's field-level security knows no other way
            // round.
            return new Delivery.Refused(
                    new Failure("INVALID_FIELD_FOR_INSERT_UPDATE", "no access to " + unseen.get(), List.of(), ""));
        }
        if (refused.isPresent()) {
            return new Delivery.Refused(new Failure("VALIDATION", "a rule refuses " + refused.get(), List.of(), ""));
        }
        return switch (shipment.kind()) {
            case CREATE -> create(shipment, parcel);
            case UPDATE -> update(parcel);
            case DELETE -> delete(parcel);
        };
    }

    private Delivery create(Shipment shipment, Parcel parcel) {
        String column = shipment.place().keyColumn().orElse("");
        Optional<SimRecord> present =
                system.manner.refusesSecond() ? byKey(column, parcel).findFirst() : Optional.empty();
        if (present.filter(one -> one.hidden).isPresent()) {
            // The key is taken by a record that is not shown to us.
            return new Delivery.Refused(new Failure("DUPLICATE_VALUE", "the key is taken", List.of(), ""));
        }
        if (present.isPresent()) {
            world.oracle().writes(present.get(), parcel.columns());
            put(present.get(), parcel.columns());
            return delivered(present.get(), parcel);
        }
        SimRecord record = system.create(shipment.type(), world.oracle().creates(system, shipment.type(), parcel));
        record.columns.put(column, parcel.address().externalKey());
        world.oracle().writes(record, parcel.columns());
        world.oracle().leavesBlank(record, parcel);
        put(record, parcel.columns());
        return delivered(record, parcel);
    }

    private Stream<SimRecord> byKey(String column, Parcel parcel) {
        return system.records.values().stream()
                .filter(record ->
                        record.isLive() && parcel.address().externalKey().equals(record.columns.get(column)));
    }

    private Delivery update(Parcel parcel) {
        SimRecord record = system.records.get(parcel.address().id().orElse(""));
        if (record == null || !isThere(record) || record.hidden) {
            return new Delivery.Refused(new Failure("NOT_FOUND", "there is no such record", List.of(), ""));
        }
        world.oracle().writes(record, parcel.columns());
        put(record, parcel.columns());
        return delivered(record, parcel);
    }

    private Delivery delete(Parcel parcel) {
        SimRecord record = system.records.get(parcel.address().id().orElse(""));
        if (record == null || !record.isLive()) {
            return new Delivery.Delivered(parcel.address().id().orElse(""), Instant.EPOCH, RawFields.NONE);
        }
        world.oracle().deletes(record);
        record.fate = SimSystem.gone();
        system.changed(record);
        return new Delivery.Delivered(record.id, Instant.EPOCH, RawFields.NONE);
    }

    private void put(SimRecord record, RawFields columns) {
        columns.byName().forEach((name, text) -> {
            if (text.filter(words -> !words.isEmpty()).isPresent()) {
                record.columns.put(name, text.get());
            } else {
                record.columns.remove(name);
            }
        });
        system.changed(record);
        world.flows().follow(record, columns);
    }

    private Delivery delivered(SimRecord record, Parcel parcel) {
        return system.manner.echoes()
                ? new Delivery.Delivered(
                        record.id,
                        record.stamp,
                        system.fields(
                                SimSystem.present(record),
                                parcel.columns().byName().keySet()))
                : new Delivery.Delivered(record.id, Instant.EPOCH, RawFields.NONE);
    }

    @Override
    public List<Optional<Observation>> lookUp(Question question) {
        List<Optional<Observation>> found = new ArrayList<>();
        String what = "look up " + question.type() + " " + question.addresses().size();
        system.call(question.type(), what, false, () -> {
            question.addresses().forEach(address -> found.add(find(question, address)));
            return found;
        });
        system.world().read(system, found.stream().flatMap(Optional::stream).toList());
        return found;
    }

    private Optional<Observation> find(Question question, Address address) {
        String key = question.place().keyColumn().orElse("");
        Optional<SimRecord> record = address.id().isPresent()
                ? Optional.ofNullable(system.records.get(address.id().get()))
                : byKey(key, new Parcel(address, RawFields.NONE, RawFields.NONE))
                        .filter(one -> !one.hidden)
                        .findFirst();
        return record.filter(one -> isThere(one) && !one.hidden && isOf(one, question.type()))
                .map(one -> system.observation(one, SimSystem.present(one), question.columns()));
    }

    /** A converted lead is still there, and says so. */
    private static boolean isThere(SimRecord record) {
        return record.isLive() || record.fate instanceof Fate.ConvertedInto;
    }

    private static boolean isOf(SimRecord record, RecordType type) {
        return record.type.equals(type);
    }
}
