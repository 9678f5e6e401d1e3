package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A mapping of deals in three systems, as a test describes it: nothing is created, and a person is told of deletions. */
final class Sketch {

    static final SystemId SALESFORCE = new SystemId("salesforce");
    static final SystemId HUBSPOT = new SystemId("hubspot");
    static final SystemId PARTNERSTACK = new SystemId("partnerstack");
    static final List<SystemId> ALL = List.of(SALESFORCE, HUBSPOT, PARTNERSTACK);
    static final RecordType DEAL = new RecordType("deal");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<SystemId> creating = new TreeSet<>();
    private final Map<SystemId, Place.Deletes> deletes = new TreeMap<>();
    private List<List<String>> keys = List.of();

    static Sketch of(FieldSketch... fields) {
        Sketch sketch = new Sketch();
        for (FieldSketch each : fields) {
            Field field = each.drawn();
            sketch.fields.put(field.name(), field);
        }
        return sketch;
    }

    Sketch creatingIn(SystemId... systems) {
        creating.addAll(List.of(systems));
        return this;
    }

    Sketch whenGoneElsewhere(SystemId system, Place.Deletes policy) {
        deletes.put(system, policy);
        return this;
    }

    Sketch recognisedBy(String... keyFields) {
        keys = List.of(List.of(keyFields));
        return this;
    }

    RecordMapping drawn() {
        Map<SystemId, Place> places = new LinkedHashMap<>();
        for (SystemId system : ALL) {
            places.put(
                    system,
                    new Place(
                            system,
                            "deals",
                            Optional.empty(),
                            new Place.Creation(creating.contains(system), Optional.empty()),
                            deletes.getOrDefault(system, Place.Deletes.FLAG),
                            RawFields.NONE));
        }
        return new RecordMapping(DEAL, fields, places, keys);
    }
}
