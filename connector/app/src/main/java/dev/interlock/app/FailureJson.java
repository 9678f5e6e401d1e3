package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Remedy;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Shadow;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Selection;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Quarantined;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Failures as JSON. */
final class FailureJson {

    private FailureJson() {}

    static ObjectNode cause(ObjectNode json, Cause cause) {
        json.put("system", cause.system().name())
                .put("record", cause.type().name())
                .put("step", cause.step().word())
                .put("code", cause.code())
                .put("message", cause.message())
                .put("rule", cause.rule());
        cause.columns().forEach(json.putArray("columns")::add);
        return json;
    }

    static ObjectNode remedy(ObjectNode json, Remedy remedy) {
        json.put("class", remedy.kind().name())
                .put("heals", remedy.heals().name())
                .put("who", word(remedy.who()))
                .put("catalogue", remedy.id())
                .put("meaning", remedy.meaning());
        remedy.steps().forEach(json.putArray("steps")::add);
        remedy.source().ifPresent(source -> json.put("source", source));
        return json;
    }

    static String word(Remedy.Who who) {
        return switch (who) {
            case NOBODY -> "nobody";
            case REVOPS -> "RevOps";
            case CRM_ADMIN -> "the CRM's admin";
            case PRM_ADMIN -> "the PRM's admin";
            case INTERLOCK_ADMIN -> "the admin of this program";
            case CHANNEL_MANAGER -> "the channel manager";
        };
    }

    static String healing(String heals) {
        return switch (Remedy.Heals.valueOf(heals)) {
            case BY_ITSELF -> "passes by itself";
            case AFTER_FIX -> "goes through once it is mended";
            case NEVER -> "cannot go through as it is";
        };
    }

    /** One failure in full; {@code dossier} is what is known of its entity. */
    static ObjectNode failure(Quarantined failure, Selection selection, Optional<Dossier> dossier) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/failure/v1")
                .put("failure", failure.id())
                .put("group", failure.cause().fingerprint())
                .put("attempts", failure.attempts())
                .put("since", failure.since().toString())
                .put("last", failure.last().toString());
        failure.key().ifPresent(key -> json.put("key", key.id()));
        failure.entity().ifPresent(entity -> json.put("entity", entity.value()));
        cause(json, failure.cause());
        json.put("payload", failure.evidence().payload())
                .put("request", failure.evidence().request())
                .put("response", failure.evidence().response());
        dossier.ifPresent(known -> {
            known.shadows()
                    .values()
                    .forEach(shadow -> json.withObjectProperty("records")
                            .put(shadow.system().name(), shadow.key().id()));
            values(json.putArray("fields"), known, failure.cause().system());
        });
        return remedy(json, selection.remedy(failure));
    }

    /** Per field: what was agreed last with the system, what it says now, and what shall be. */
    private static void values(ArrayNode fields, Dossier dossier, SystemId system) {
        Optional<Shadow> shadow = Optional.ofNullable(dossier.shadows().get(system));
        Set<String> names = new TreeSet<>(dossier.golden().fields().keySet());
        shadow.ifPresent(there -> names.addAll(there.observed().keySet()));
        for (String name : names) {
            fields.addObject()
                    .put("field", name)
                    .put("lastAgreed", shown(shadow.map(there -> there.base().get(name))))
                    .put("there", shown(shadow.map(there -> there.observed().get(name))))
                    .put("shallBe", shown(dossier.golden().field(name).map(GoldenField::value)))
                    .put("conflict", dossier.conflicts().containsKey(name));
        }
    }

    private static String shown(Optional<FieldValue> value) {
        return value.map(FieldValueText::show).orElse("");
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
