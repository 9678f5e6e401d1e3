package dev.interlock.routes;

import dev.interlock.deliver.Delivery;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Intent;
import dev.interlock.stage.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of writes of one kind, packed for delivery.
 *
 * @param last the number of the last intent that was looked at; the next page starts after it
 * @param packed the writes, in order
 * @param dossiers their entities
 * @param heard how many were held back, because their record was not what it was believed to be and was heard anew
 */
record Parcels(
        Errands errands, long last, Write.Kind kind, List<Packed> packed, Map<EntityId, Dossier> dossiers, int heard) {

    /** One write, in the system's terms. */
    record Packed(Intent intent, Outgoing.Parcel parcel, Map<String, EntityId> without) {}

    Parcels with(List<Packed> others) {
        return new Parcels(errands, last, kind, List.copyOf(others), dossiers, heard);
    }

    Parcels heardAnew(int records) {
        return new Parcels(errands, last, kind, packed, dossiers, records);
    }

    /** Makes the calls, as many at once as the system's line lets through. */
    Delivered deliver(Supplier<ExecutorService> hands) {
        Outgoing outgoing = errands.system().handover();
        int size = outgoing.recordsPerCall(kind);
        List<Future<List<Delivery>>> calls = new ArrayList<>();
        AtomicReference<Delivery.@Nullable TryLater> asked = new AtomicReference<>();
        List<Delivery> outcomes = new ArrayList<>();
        try (ExecutorService threads = hands.get()) {
            for (int from = 0; from < packed.size(); from += size) {
                List<Packed> batch = packed.subList(from, Math.min(packed.size(), from + size));
                calls.add(threads.submit(() -> deliver(outgoing, batch, asked)));
            }
            for (Future<List<Delivery>> call : calls) {
                outcomes.addAll(call.get());
            }
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof StoreUnavailable lost ? lost : brokenOff(broken);
        } catch (InterruptedException broken) {
            throw brokenOff(broken);
        }
        errands.tally()
                .add(
                        Tally.Of.LEAST_WRITES,
                        outgoing.leastCalls(
                                kind, packed.stream().map(Packed::parcel).toList()));
        return new Delivered(this, outcomes);
    }

    /** S23: after an answer that asked to be left alone for a while no further call is begun. */
    private List<Delivery> deliver(
            Outgoing outgoing, List<Packed> batch, AtomicReference<Delivery.@Nullable TryLater> asked) {
        Delivery.TryLater before = asked.get();
        if (before != null) {
            return Collections.nCopies(batch.size(), before);
        }
        List<Delivery> outcomes = outgoing.deliver(shipment(batch));
        outcomes.stream()
                .filter(Delivery.TryLater.class::isInstance)
                .map(Delivery.TryLater.class::cast)
                .filter(later -> later.after().isPresent())
                .findFirst()
                .ifPresent(asked::set);
        return outcomes;
    }

    private IllegalStateException brokenOff(Exception broken) {
        return new IllegalStateException("delivery to " + errands.system().id() + " broke off", broken);
    }

    private Outgoing.Shipment shipment(List<Packed> batch) {
        return new Outgoing.Shipment(
                errands.desk().mapping().type(),
                errands.place(),
                kind,
                batch.stream().map(Packed::parcel).toList());
    }
}
