package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Delivery;
import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.rest.RestDescription.RestObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands writes over one by one. A record carries our external key, by which it is found again when no answer came. */
final class RestHandover implements Outgoing {

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
        RestShape shape = new RestShape(rest.id(), shipment.type(), object);
        try {
            JsonNode record =
                    shape.item(rest.call(Errand.writing(shipment.type()), request(shipment, parcel, object, shape))
                            .body());
            if (shipment.kind() == Write.Kind.DELETE) {
                return new Delivery.Delivered(parcel.address().id().orElse(""), Instant.EPOCH, RawFields.NONE);
            }
            return new Delivery.Delivered(
                    shape.id(record),
                    shape.changedAt(record),
                    Json.columns(record, parcel.columns().byName().keySet()));
        } catch (Trouble trouble) {
            boolean alreadyGone = shipment.kind() == Write.Kind.DELETE && trouble.kind() == Trouble.Kind.NOT_FOUND;
            return alreadyGone
                    ? new Delivery.Delivered(parcel.address().id().orElse(""), Instant.EPOCH, RawFields.NONE)
                    : trouble.asDelivery();
        }
    }

    private static Rest.Request request(Shipment shipment, Parcel parcel, RestObject object, RestShape shape) {
        String one = object.path() + "/" + Rest.encoded(parcel.address().id().orElse(""));
        ObjectNode body = shape.body(parcel.columns());
        return switch (shipment.kind()) {
            case CREATE -> {
                shipment.place()
                        .keyColumn()
                        .ifPresent(key -> body.put(key, parcel.address().externalKey()));
                yield new Rest.Request("POST", object.path(), Map.of(), body.toString());
            }
            case UPDATE -> new Rest.Request(object.updateMethod(), one, Map.of(), body.toString());
            case DELETE -> new Rest.Request("DELETE", one, Map.of(), "");
        };
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
        String path = object.path() + "/" + Rest.encoded(address.id().orElse(address.externalKey()));
        Instant readAt = rest.clock().instant();
        try {
            JsonNode record =
                    shape.item(rest.call(Errand.reading(question.type()), new Rest.Request("GET", path, Map.of(), ""))
                            .body());
            return Optional.of(shape.observation(record, question.columns(), readAt));
        } catch (Trouble trouble) {
            if (trouble.kind() == Trouble.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw trouble;
        }
    }
}
