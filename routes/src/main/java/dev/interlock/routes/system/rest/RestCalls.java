package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Failure;
import dev.interlock.plan.Write;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Outgoing.Parcel;
import dev.interlock.routes.system.Outgoing.Shipment;
import dev.interlock.routes.system.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The request that carries one write, as the description says. */
record RestCalls(RestObject object, Shipment shipment, Parcel parcel, Optional<Seen.Present> present) {

    /** A call about one record that carries nothing of it. */
    static Rest.Request about(Writing.Operation call, String id, String key, String columns) {
        Map<String, String> values = Map.of("id", id, "key", key, "columns", columns);
        return new Rest.Request(
                call.method(),
                call.path().filled(values, Rest::encoded).orElse(""),
                Template.filled(call.parameters(), values),
                call.headers(),
                call.extra()
                        .flatMap(extra -> extra.filled(values))
                        .map(JsonNode::toString)
                        .orElse(""),
                Optional.empty());
    }

    Rest.Request request() {
        String id = parcel.address().id().orElse("");
        Writing.Operation call = call();
        Rest.Request bare = about(
                call,
                id,
                parcel.address().externalKey(),
                object.asked(parcel.columns().byName().keySet()));
        Map<String, String> headers = new LinkedHashMap<>(bare.headers());
        Map<String, String> parameters = new LinkedHashMap<>(bare.parameters());
        ObjectNode body = bare.body().isEmpty() ? Json.object() : (ObjectNode) Json.read(bare.body());
        if (shipment.kind() != Write.Kind.DELETE) {
            RestBody.Written written = written();
            if (!written.cleared().isEmpty()) {
                parameters.put(object.writing().nulls().parameter(), String.join(",", written.cleared()));
            }
            ObjectNode at = call.under().isEmpty()
                    ? body
                    : body.withObject("/" + call.under().replace('.', '/'));
            at.setAll(written.json());
        }
        version(headers, body);
        once(headers, body);
        return new Rest.Request(
                call.method(),
                bare.path(),
                parameters,
                headers,
                body.isEmpty() ? "" : body.toString(),
                object.writing().version().filter(any -> shipment.kind() != Write.Kind.CREATE));
    }

    private Writing.Operation call() {
        Writing writing = object.writing();
        return switch (shipment.kind()) {
            case CREATE -> writing.upsert().orElse(writing.create());
            case UPDATE -> writing.update();
            case DELETE -> writing.delete();
        };
    }

    private RestBody.Written written() {
        RestBody body = new RestBody(object);
        JsonNode known = present.map(Seen.Present::record).orElse(MissingNode.getInstance());
        if (shipment.kind() == Write.Kind.UPDATE) {
            return object.writing().sends() == Writing.Sends.WHOLE
                    ? body.whole(parcel.columns(), known)
                    : body.changes(parcel.columns(), known);
        }
        RawFields key = new RawFields(shipment.place()
                .keyColumn()
                .map(column -> Map.of(column, Optional.of(parcel.address().externalKey())))
                .orElse(Map.of()));
        return body.changes(parcel.columns().with(key), known);
    }

    /** A write that cannot prove which state it is meant for is not made, because it might overwrite another. */
    private void version(Map<String, String> headers, ObjectNode body) {
        if (object.writing().version().isEmpty() || present.isEmpty()) {
            return;
        }
        Writing.Version version = object.writing().version().get();
        String told =
                version.path().isEmpty() ? "" : RestShape.text(present.get().record(), version.path());
        String token = told.isEmpty() ? present.get().tag() : told;
        if (token.isBlank() || token.chars().anyMatch(Character::isISOControl)) {
            throw new Trouble(
                    Trouble.Kind.REFUSED,
                    new Failure("NO_VERSION", "the record tells no version, so it is not overwritten", List.of(), ""),
                    Optional.empty());
        }
        if (version.header().isEmpty()) {
            body.put(version.field(), token);
        } else {
            headers.put(version.header(), token);
        }
    }

    /**
     * The same creation has the same token, whenever it is tried: that is what keeps it from being done twice. A change has
     * a new one each time, because to change a value there and back again is not the same change.
     */
    private void once(Map<String, String> headers, ObjectNode body) {
        object.writing().once().ifPresent(once -> {
            String subject = shipment.place().system() + " " + shipment.type() + " "
                    + parcel.address().externalKey() + " " + body;
            UUID token = shipment.kind() == Write.Kind.CREATE
                    ? UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))
                    : UUID.randomUUID();
            if (once.header().isEmpty()) {
                body.put(once.field(), token.toString());
            } else {
                headers.put(once.header(), token.toString());
            }
        });
    }
}
