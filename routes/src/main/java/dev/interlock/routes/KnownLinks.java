package dev.interlock.routes;

import dev.interlock.mapping.Links;
import dev.interlock.mapping.Reference;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Map;
import java.util.Optional;

/** The links of one page, looked up at once. */
record KnownLinks(Map<Reference, EntityId> entities, Map<EntityId, Dossier> parents) implements Links {

    @Override
    public Optional<EntityId> entity(Reference reference) {
        return Optional.ofNullable(entities.get(reference));
    }

    @Override
    public Optional<String> idIn(SystemId system, EntityId entity) {
        return Optional.ofNullable(parents.get(entity))
                .flatMap(dossier -> Optional.ofNullable(dossier.shadows().get(system)))
                .filter(Shadow::isLive)
                .map(shadow -> shadow.key().id());
    }

    @Override
    public Optional<String> text(RecordType type, EntityId entity, String field) {
        return Optional.ofNullable(parents.get(entity))
                .flatMap(dossier -> dossier.golden().field(field))
                .map(GoldenField::value)
                .filter(value -> !value.isEmpty())
                .map(FieldValueText::show);
    }

    /** The entities that values point at. */
    static Iterable<EntityId> pointedAt(Map<String, FieldValue> values) {
        return () -> values.values().stream()
                .filter(FieldValue.Link.class::isInstance)
                .map(value -> ((FieldValue.Link) value).entity())
                .iterator();
    }
}
