package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands writes over by sObject Collections, 200 records a call. Creating is an upsert by our external id, so that the same
 * create sent twice makes one record; the outcome of each row is read from its own {@code success}, whatever the status.
 */
final class SalesforceHandover implements Outgoing {

    private static final int RECORDS = 200;

    private final Salesforce salesforce;
    private final SalesforceObjects objects;

    SalesforceHandover(Salesforce salesforce, SalesforceObjects objects) {
        this.salesforce = salesforce;
        this.objects = objects;
    }

    @Override
    public int recordsPerCall(Write.Kind kind) {
        return RECORDS;
    }

    @Override
    public List<Delivery> deliver(Shipment shipment) {
        try {
            JsonNode rows = send(shipment);
            return outcomes(shipment, rows);
        } catch (Trouble trouble) {
            return Collections.nCopies(shipment.parcels().size(), trouble.asDelivery());
        }
    }

    private JsonNode send(Shipment shipment) {
        Errand errand = Errand.writing(shipment.type());
        String object = shipment.place().object();
        return switch (shipment.kind()) {
            case CREATE -> {
                String path = shipment.place()
                        .keyColumn()
                        .map(key -> "/composite/sobjects/" + object + "/" + key)
                        .orElse("/composite/sobjects");
                String method = shipment.place().keyColumn().isPresent() ? "PATCH" : "POST";
                yield salesforce.call(errand, new Salesforce.Request(method, path, Map.of(), body(shipment)));
            }
            case UPDATE ->
                salesforce.call(
                        errand, new Salesforce.Request("PATCH", "/composite/sobjects", Map.of(), body(shipment)));
            case DELETE ->
                salesforce.call(
                        errand,
                        new Salesforce.Request(
                                "DELETE",
                                "/composite/sobjects",
                                Map.of("ids", ids(shipment), "allOrNone", "false"),
                                ""));
        };
    }

    private static String ids(Shipment shipment) {
        return String.join(
                ",",
                shipment.parcels().stream()
                        .map(parcel -> parcel.address().id().orElse(""))
                        .toList());
    }

    private String body(Shipment shipment) {
        JsonNode described = objects.fields(shipment.type(), shipment.place().object());
        SalesforceShape shape = new SalesforceShape(salesforce.id(), shipment.type(), shipment.place());
        ObjectNode body = Json.object().put("allOrNone", false);
        var records = body.putArray("records");
        for (Parcel parcel : shipment.parcels()) {
            ObjectNode record = shape.body(parcel.columns(), described);
            if (shipment.kind() == Write.Kind.CREATE) {
                shipment.place()
                        .keyColumn()
                        .ifPresent(key -> record.put(key, parcel.address().externalKey()));
            } else {
                parcel.address().id().ifPresent(id -> record.put("id", id));
            }
            records.add(record);
        }
        return body.toString();
    }

    /** A row too few or too many means that nothing is known of any of them. */
    private List<Delivery> outcomes(Shipment shipment, JsonNode rows) {
        int sent = shipment.parcels().size();
        if (!rows.isArray() || rows.size() != sent) {
            Failure odd = new Failure(
                    "ODD_ANSWER", sent + " records were sent, " + rows.size() + " results came", List.of(), "");
            return Collections.nCopies(sent, new Delivery.Unknown(odd));
        }
        List<Delivery> outcomes = new ArrayList<>();
        for (int i = 0; i < sent; i++) {
            JsonNode row = rows.get(i);
            Optional<String> known = shipment.parcels().get(i).address().id();
            outcomes.add(
                    row.path("success").asBoolean(false)
                            ? new Delivery.Delivered(
                                    SalesforceShape.longId(row.path("id").asText(known.orElse(""))),
                                    Instant.EPOCH,
                                    RawFields.NONE)
                            : failed(shipment, known, row));
        }
        return outcomes;
    }

    /** A lead that was converted since it was last looked at is not what it was believed to be: no person can help there. */
    private Delivery failed(Shipment shipment, Optional<String> id, JsonNode row) {
        if (id.isEmpty() || !SalesforceFailures.isConverted(row)) {
            return SalesforceFailures.delivery(row);
        }
        RecordKey key = new RecordKey(salesforce.id(), shipment.type(), id.get());
        return new Delivery.Outdated(new Observation(
                key,
                new Fate.ConvertedInto(List.of()),
                RawFields.NONE,
                Instant.EPOCH,
                salesforce.clock().instant()));
    }

    @Override
    public List<Optional<Observation>> lookUp(Question question) {
        Set<String> ids = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (Address address : question.addresses()) {
            address.id().ifPresentOrElse(ids::add, () -> keys.add(address.externalKey()));
        }
        Map<String, Observation> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            ask(question, "Id", ids, found);
        }
        question.place().keyColumn().filter(key -> !keys.isEmpty()).ifPresent(key -> ask(question, key, keys, found));
        return question.addresses().stream()
                .map(address -> Optional.ofNullable(found.get(address.id().orElse(address.externalKey()))))
                .toList();
    }

    private void ask(Question question, String by, Set<String> values, Map<String, Observation> found) {
        JsonNode described = objects.fields(question.type(), question.place().object());
        Set<String> columns = SalesforceQuery.readable(question.columns(), described);
        columns.addAll(SalesforceShape.fateColumns(described));
        columns.add(by);
        String soql = "SELECT " + String.join(", ", columns) + " FROM "
                + question.place().object() + " WHERE " + by + " IN (" + SalesforceQuery.quoted(values) + ")";
        Instant readAt = salesforce.clock().instant();
        JsonNode page =
                salesforce.call(Errand.reading(question.type()), Salesforce.Request.get("/query", Map.of("q", soql)));
        SalesforceShape shape = new SalesforceShape(salesforce.id(), question.type(), question.place());
        for (JsonNode row : page.path("records")) {
            Observation observation = shape.observation(row, question.columns(), readAt);
            found.put(by.equals("Id") ? observation.key().id() : row.path(by).asText(), observation);
        }
    }
}
