package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Hands writes over one by one. A record carries our external key, by which it is found again when no answer came. */
final class RestHandover implements Outgoing {

    /** How long a parked write rests before its record is looked at again: so long that a run does not look in a circle. */
    private static final Duration PARKED = Duration.ofSeconds(1);

    private final Rest rest;

    RestHandover(Rest rest) {
        this.rest = rest;
    }

    @Override
    public int recordsPerCall(Write.Kind kind) {
        return 1;
    }

    @Override
    public List<Delivery> deliver(Shipment shipment) {
        List<Delivery> outcomes = new ArrayList<>();
        for (Parcel parcel : shipment.parcels()) {
            outcomes.add(deliver(shipment, parcel));
        }
        return outcomes;
    }

    private Delivery deliver(Shipment shipment, Parcel parcel) {
        RestObject object = rest.object(shipment.place().object());
        try {
            Optional<Seen.Present> present = present(shipment, parcel, object);
            List<String> closed = closed(object, parcel, present);
            return closed.isEmpty() ? written(shipment, parcel, present) : parked(object, closed, present);
        } catch (Outpaced outpaced) {
            return outdated(shipment, parcel, outpaced);
        } catch (Trouble trouble) {
            boolean alreadyGone = shipment.kind() == Write.Kind.DELETE && trouble.kind() == Trouble.Kind.NOT_FOUND;
            return alreadyGone ? acknowledged(parcel) : trouble.asDelivery();
        }
    }

    private Delivery written(Shipment shipment, Parcel parcel, Optional<Seen.Present> present) {
        RestObject object = rest.object(shipment.place().object());
        RestShape shape = new RestShape(rest.id(), shipment.type(), object);
        RestCalls calls = new RestCalls(object, shipment, parcel, present);
        JsonNode answer = rest.call(errand(shipment, object), calls.request()).body();
        boolean silent = answer.isMissingNode() && shipment.kind() == Write.Kind.UPDATE;
        if (shipment.kind() == Write.Kind.DELETE || silent) {
            return acknowledged(parcel);
        }
        JsonNode record = shape.item(answer);
        return new Delivery.Delivered(
                shape.id(record),
                shape.stamp(record).orElse(Instant.EPOCH),
                shape.columns(record, parcel.columns().byName().keySet()));
    }

    private static Delivery acknowledged(Parcel parcel) {
        return new Delivery.Delivered(parcel.address().id().orElse(""), Instant.EPOCH, RawFields.NONE);
    }

    /** An upsert may be made again when no answer came: it finds by our key what it made. */
    private Errand errand(Shipment shipment, RestObject object) {
        Errand errand = rest.writing(shipment.type());
        boolean repeats = shipment.kind() == Write.Kind.CREATE
                && object.writing().upsert().isPresent();
        return repeats ? new Errand(errand.type(), errand.bucket(), Errand.Repeat.SAFE) : errand;
    }

    /** The record as it is, where a write needs to know: what was seen in the check just before counts. */
    private Optional<Seen.Present> present(Shipment shipment, Parcel parcel, RestObject object) {
        Optional<String> id = parcel.address().id();
        if (shipment.kind() == Write.Kind.CREATE || id.isEmpty() || !isLookedAt(object)) {
            return Optional.empty();
        }
        Optional<Seen.Present> seen = rest.seen().take(shipment.place().object(), id.get());
        boolean unproven = object.writing().version().isEmpty();
        boolean whole = object.writing().sends() == Writing.Sends.WHOLE && shipment.kind() == Write.Kind.UPDATE;
        // Without a version the service cannot tell us that the record has changed, so it is read at the last moment.
        return seen.isPresent() && !(whole && unproven)
                ? seen
                : Optional.of(read(
                        new Question(
                                shipment.type(),
                                shipment.place(),
                                parcel.columns().byName().keySet(),
                                List.of()),
                        id.get()));
    }

    private static boolean isLookedAt(RestObject object) {
        return object.writing().version().isPresent()
                || object.writing().sends() == Writing.Sends.WHOLE
                || object.gate().isPresent()
                || !object.scoped().isEmpty()
                || !object.currencies().isEmpty();
    }

    private static List<String> closed(RestObject object, Parcel parcel, Optional<Seen.Present> present) {
        return object.gate()
                .flatMap(gate -> present.map(some -> gate.closed(
                        RestShape.text(some.record(), gate.by()),
                        parcel.columns().byName().keySet())))
                .orElse(List.of());
    }

    private static Delivery parked(RestObject object, List<String> closed, Optional<Seen.Present> present) {
        String by = object.gate().map(RestObject.Gate::by).orElse("");
        String state = present.map(some -> RestShape.text(some.record(), by)).orElse("");
        String message = String.join(", ", closed) + " cannot be changed while " + by + " is '" + state
                + "'; the write waits and is tried again";
        return new Delivery.Parked(new Failure("STATE_GATED", message, closed, ""), PARKED);
    }

    /** The record has changed since it was read: it is read again, and the write is planned anew from that. */
    private Delivery outdated(Shipment shipment, Parcel parcel, Outpaced outpaced) {
        try {
            Set<String> columns = parcel.columns().byName().keySet();
            Optional<Observation> now =
                    lookUp(new Question(shipment.type(), shipment.place(), columns, List.of()), parcel.address());
            return new Delivery.Outdated(now.orElseGet(() -> missing(shipment, parcel)));
        } catch (Trouble trouble) {
            return new Delivery.TryLater(
                    new Failure(String.valueOf(outpaced.getMessage()), "the record has changed", List.of(), ""),
                    trouble.after());
        }
    }

    private Observation missing(Shipment shipment, Parcel parcel) {
        return new Observation(
                new RecordKey(rest.id(), shipment.type(), parcel.address().id().orElse("")),
                new Fate.Gone(Fate.Evidence.MISSING),
                RawFields.NONE,
                Instant.EPOCH,
                rest.clock().instant());
    }

    @Override
    public List<Optional<Observation>> lookUp(Question question) {
        List<Optional<Observation>> found = new ArrayList<>();
        for (Address address : question.addresses()) {
            found.add(lookUp(question, address));
        }
        return found;
    }

    private Optional<Observation> lookUp(Question question, Address address) {
        RestObject object = rest.object(question.place().object());
        RestShape shape = new RestShape(rest.id(), question.type(), object);
        Instant readAt = rest.clock().instant();
        try {
            if (address.id().isEmpty() && object.find().isPresent()) {
                return found(question, address).map(one -> shape.observation(one, question.columns(), readAt));
            }
            Seen.Present present = read(question, address.id().orElse(address.externalKey()));
            if (isLookedAt(object)) {
                rest.seen().keep(question.place().object(), shape.id(present.record()), present);
            }
            return Optional.of(shape.observation(present.record(), question.columns(), readAt));
        } catch (Trouble trouble) {
            if (trouble.kind() == Trouble.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    private Seen.Present read(Question question, String id) {
        RestObject object = rest.object(question.place().object());
        Rest.Answer answer = rest.call(
                Errand.reading(question.type()),
                RestCalls.about(object.read(), id, id, object.asked(question.columns())));
        JsonNode record = new RestShape(rest.id(), question.type(), object).item(answer.body());
        return new Seen.Present(record, answer.tag());
    }

    /** If several records carry our key, each of them was made by us: one is taken, and the others arrive as strangers. */
    private Optional<JsonNode> found(Question question, Address address) {
        RestObject object = rest.object(question.place().object());
        RestObject.Find find = object.find().orElseThrow();
        JsonNode answer = rest.call(
                        Errand.reading(question.type()),
                        RestCalls.about(find.call(), "", address.externalKey(), object.asked(question.columns())))
                .body();
        JsonNode items = find.items().equals(".") ? answer : Json.at(answer, find.items());
        // A service that does not know the filter answers with everything: what does not carry our key is not ours.
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> question.place()
                        .keyColumn()
                        .map(key -> RestShape.text(item, key).equals(address.externalKey()))
                        .orElse(true))
                .findFirst();
    }
}
