package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.hubspot.HubSpotAssociations.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands writes over in batches of 100. Creating sends our unique property with each record, so that HubSpot itself refuses a
 * second one; a trace id on every input lets the good rows of a batch stand.
 */
final class HubSpotHandover implements Outgoing {

    private static final int RECORDS = 100;

    private final HubSpot hubspot;

    HubSpotHandover(HubSpot hubspot) {
        this.hubspot = hubspot;
    }

    @Override
    public int recordsPerCall(Write.Kind kind) {
        return RECORDS;
    }

    /** Associations of new records come with them; those of others are read once and written once. */
    @Override
    public long leastCalls(Write.Kind kind, List<Parcel> parcels) {
        if (kind != Write.Kind.UPDATE) {
            return Outgoing.super.leastCalls(kind, parcels);
        }
        long properties = parcels.stream()
                .filter(parcel -> !HubSpotShape.properties(parcel.columns()).isEmpty())
                .count();
        long associations = parcels.stream()
                .flatMap(parcel -> HubSpotAssociating.of(parcel).stream())
                .distinct()
                .count();
        return (properties + RECORDS - 1) / RECORDS + 2 * associations;
    }

    @Override
    public long leastCalls(Set<String> columns) {
        return 1 + HubSpotAssociations.calls(HubSpotAssociations.among(columns), 1);
    }

    @Override
    public List<Delivery> deliver(Shipment shipment) {
        return shipment.kind() == Write.Kind.UPDATE ? changed(shipment) : sent(shipment);
    }

    /** Properties first: when they change, the record is read again, whatever becomes of its associations. */
    private List<Delivery> changed(Shipment shipment) {
        List<Parcel> parcels = shipment.parcels();
        List<Parcel> withProperties = parcels.stream()
                .filter(parcel -> !HubSpotShape.properties(parcel.columns()).isEmpty())
                .toList();
        Map<Parcel, Delivery> outcomes = new IdentityHashMap<>();
        if (!withProperties.isEmpty()) {
            List<Delivery> sent = sent(shipment.with(withProperties));
            for (int i = 0; i < sent.size(); i++) {
                outcomes.put(withProperties.get(i), sent.get(i));
            }
        }
        List<Parcel> associated = parcels.stream()
                .filter(parcel -> !HubSpotAssociating.of(parcel).isEmpty())
                .filter(parcel -> outcomes.getOrDefault(parcel, unchanged(parcel)) instanceof Delivery.Delivered)
                .toList();
        Map<String, Delivery> failed =
                associated.isEmpty() ? Map.of() : associating(shipment).change(associated);
        return parcels.stream()
                .map(parcel -> Optional.ofNullable(
                                failed.get(parcel.address().id().orElse("")))
                        .orElseGet(() -> outcomes.getOrDefault(parcel, unchanged(parcel))))
                .toList();
    }

    private HubSpotAssociating associating(Shipment shipment) {
        return new HubSpotAssociating(
                hubspot, new Subject(shipment.type(), shipment.place().object()));
    }

    private List<Delivery> sent(Shipment shipment) {
        try {
            HubSpot.Answer answer = hubspot.call(
                    Errand.writing(shipment.type()),
                    HubSpot.Request.of(
                            operation(shipment.kind()), shipment.place().object(), body(shipment)));
            return shipment.kind() == Write.Kind.DELETE ? archived(shipment) : outcomes(shipment, answer.body());
        } catch (Trouble trouble) {
            return shipment.parcels().size() > 1 && trouble.kind() == Trouble.Kind.REFUSED
                    ? oneByOne(shipment)
                    : Collections.nCopies(shipment.parcels().size(), trouble.asDelivery());
        }
    }

    /** A batch refused as a whole is halved until the rows that it was refused for stand alone. */
    private List<Delivery> oneByOne(Shipment shipment) {
        int half = shipment.parcels().size() / 2;
        List<Delivery> all =
                new ArrayList<>(sent(shipment.with(shipment.parcels().subList(0, half))));
        all.addAll(sent(shipment.with(
                shipment.parcels().subList(half, shipment.parcels().size()))));
        return all;
    }

    private static HubSpotOperation operation(Write.Kind kind) {
        return switch (kind) {
            case CREATE -> HubSpotOperation.BATCH_CREATE;
            case UPDATE -> HubSpotOperation.BATCH_UPDATE;
            case DELETE -> HubSpotOperation.BATCH_ARCHIVE;
        };
    }

    private String body(Shipment shipment) {
        ObjectNode body = Json.object();
        ArrayNode inputs = body.putArray("inputs");
        for (Parcel parcel : shipment.parcels()) {
            ObjectNode input = inputs.addObject();
            switch (shipment.kind()) {
                case CREATE -> {
                    ObjectNode properties = HubSpotShape.properties(parcel.columns());
                    shipment.place()
                            .keyColumn()
                            .ifPresent(
                                    key -> properties.put(key, parcel.address().externalKey()));
                    input.set("properties", properties);
                    input.put("objectWriteTraceId", parcel.address().externalKey());
                    associating(shipment).inline(parcel, input);
                }
                case UPDATE -> {
                    input.put("id", parcel.address().id().orElse(""));
                    input.set("properties", HubSpotShape.properties(parcel.columns()));
                    input.put("objectWriteTraceId", parcel.address().externalKey());
                }
                case DELETE -> input.put("id", parcel.address().id().orElse(""));
            }
        }
        return body.toString();
    }

    /** An archive is answered without a body; archiving what is gone already is no error there. */
    private static List<Delivery> archived(Shipment shipment) {
        return shipment.parcels().stream().map(HubSpotHandover::unchanged).toList();
    }

    /** Done, and no stamp of it. */
    private static Delivery unchanged(Parcel parcel) {
        return new Delivery.Delivered(parcel.address().id().orElse(""), Instant.EPOCH, RawFields.NONE);
    }

    private static List<Delivery> outcomes(Shipment shipment, JsonNode answer) {
        Map<String, JsonNode> done = new HashMap<>();
        String key = shipment.place().keyColumn().orElse("");
        for (JsonNode result : answer.path("results")) {
            done.put(traceOf(result, shipment.kind(), key), result);
        }
        Map<String, JsonNode> errors = new HashMap<>();
        for (JsonNode error : answer.path("errors")) {
            error.path("context").path("objectWriteTraceId").forEach(trace -> errors.put(trace.asText(), error));
        }
        return shipment.parcels().stream()
                .map(parcel -> outcome(parcel, shipment.kind(), done, errors))
                .toList();
    }

    private static String traceOf(JsonNode result, Write.Kind kind, String key) {
        String id = result.path("id").asText();
        String trace = result.path("objectWriteTraceId").asText("");
        if (kind == Write.Kind.CREATE) {
            return trace.isEmpty() ? result.path("properties").path(key).asText(id) : trace;
        }
        return id;
    }

    private static Delivery outcome(
            Parcel parcel, Write.Kind kind, Map<String, JsonNode> done, Map<String, JsonNode> errors) {
        String trace = parcel.address().externalKey();
        JsonNode result = done.get(
                kind == Write.Kind.CREATE ? trace : parcel.address().id().orElse(trace));
        if (result != null) {
            return new Delivery.Delivered(
                    result.path("id").asText(),
                    HubSpotShape.changedAt(result),
                    Json.columns(
                            result.path("properties"), parcel.columns().byName().keySet()));
        }
        JsonNode error = errors.get(trace);
        return error != null
                ? HubSpotFailures.delivery(error)
                : new Delivery.Unknown(
                        new Failure("ODD_ANSWER", "the answer does not mention the record", List.of(), ""));
    }

    @Override
    public List<Optional<Observation>> lookUp(Question question) {
        Map<String, Observation> known = new LinkedHashMap<>();
        List<String> ids = question.addresses().stream()
                .flatMap(address -> address.id().stream())
                .distinct()
                .toList();
        List<String> keys = question.addresses().stream()
                .filter(address -> address.id().isEmpty())
                .map(Address::externalKey)
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            ask(question, "", ids, known);
        }
        question.place().keyColumn().filter(key -> !keys.isEmpty()).ifPresent(key -> ask(question, key, keys, known));
        Map<String, Observation> found = associated(question, known);
        return question.addresses().stream()
                .map(address -> Optional.ofNullable(found.get(address.id().orElse(address.externalKey()))))
                .toList();
    }

    private Map<String, Observation> associated(Question question, Map<String, Observation> known) {
        Iterator<Observation> complete = new HubSpotAssociations(hubspot)
                .complete(
                        new Subject(question.type(), question.place().object()),
                        question.columns(),
                        List.copyOf(known.values()))
                .iterator();
        Map<String, Observation> found = new HashMap<>();
        known.keySet().forEach(by -> found.put(by, complete.next()));
        return found;
    }

    private void ask(Question question, String idProperty, List<String> values, Map<String, Observation> found) {
        ObjectNode body = Json.object();
        TreeSet<String> properties = new TreeSet<>(HubSpotAssociations.properties(question.columns()));
        if (!idProperty.isEmpty()) {
            body.put("idProperty", idProperty);
            properties.add(idProperty);
        }
        properties.forEach(body.withArray("properties")::add);
        body.putArray("propertiesWithHistory");
        ArrayNode inputs = body.putArray("inputs");
        values.forEach(value -> inputs.addObject().put("id", value));
        Instant readAt = hubspot.clock().instant();
        JsonNode answer = hubspot.call(
                        Errand.reading(question.type()),
                        HubSpot.Request.of(
                                HubSpotOperation.BATCH_READ, question.place().object(), body.toString()))
                .body();
        HubSpotShape shape = new HubSpotShape(hubspot.id(), question.type());
        for (JsonNode record : answer.path("results")) {
            Observation observation =
                    shape.observation(record, HubSpotAssociations.properties(question.columns()), readAt);
            String by = idProperty.isEmpty()
                    ? record.path("id").asText()
                    : record.path("properties").path(idProperty).asText();
            found.put(by, observation);
        }
    }
}
