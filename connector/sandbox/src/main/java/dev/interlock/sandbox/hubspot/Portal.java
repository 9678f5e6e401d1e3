package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One HubSpot account: object types with their properties and records, pipelines, owners, associations. */
final class Portal {

    private static final long FIRST_ID = 10_000_000_001L;

    private final Settings settings;
    private final List<ObjectType> types = new ArrayList<>();
    private final Map<String, PropertyCatalog> catalogs = new LinkedHashMap<>();
    private final Map<String, RecordStore> stores = new LinkedHashMap<>();
    private final Map<String, Map<String, Pipeline>> pipelines = new LinkedHashMap<>();
    private final Map<String, Owner> owners = new LinkedHashMap<>();
    private final Associations associations = new Associations(this);
    private final Set<String> erasedEmails = new HashSet<>();
    private long nextId = FIRST_ID;
    private int nextCustom = 4_400_001;

    Portal(Settings settings) {
        this.settings = settings;
        for (ObjectType type : List.of(ObjectType.CONTACTS, ObjectType.COMPANIES, ObjectType.DEALS, ObjectType.LEADS)) {
            add(type, PropertyCatalog.standard(type.name()));
        }
        JsonNode usual = PropertyCatalog.resource("pipelines.json");
        usual.properties()
                .forEach(each -> pipelines(required(each.getKey()))
                        .put(
                                each.getValue().path("id").asText(),
                                Pipeline.from(
                                        each.getValue(),
                                        each.getValue().path("id").asText(),
                                        0)));
        owner(new Owner("77001", "owner.one@sandbox.example", "Olive", "One", false));
        owner(new Owner("77002", "owner.two@sandbox.example", "Theo", "Two", false));
        owner(new Owner("77003", "owner.three@sandbox.example", "Thea", "Three", false));
    }

    private void add(ObjectType type, PropertyCatalog catalog) {
        types.add(type);
        catalogs.put(type.id(), catalog);
        stores.put(type.id(), new RecordStore(catalog::unique));
    }

    Settings settings() {
        return settings;
    }

    List<ObjectType> types() {
        return List.copyOf(types);
    }

    Optional<ObjectType> type(String nameOrId) {
        return types.stream().filter(type -> type.answersTo(nameOrId)).findFirst();
    }

    ObjectType required(String nameOrId) {
        return type(nameOrId)
                .orElseThrow(
                        () -> ApiError.of(400, "VALIDATION_ERROR", "Unable to infer object type from: " + nameOrId));
    }

    ObjectType addCustom(String name, List<String> required, List<PropertyDefinition> properties) {
        if (type(name).isPresent()) {
            throw ApiError.of(409, "OBJECT_ALREADY_EXISTS", "Object type '" + name + "' already exists");
        }
        ObjectType type = ObjectType.custom(name, nextCustom++, required);
        PropertyCatalog catalog = PropertyCatalog.standard("custom");
        properties.forEach(catalog::create);
        add(type, catalog);
        return type;
    }

    PropertyCatalog properties(ObjectType type) {
        return Optional.ofNullable(catalogs.get(type.id())).orElseThrow();
    }

    RecordStore store(ObjectType type) {
        return Optional.ofNullable(stores.get(type.id())).orElseThrow();
    }

    Map<String, Pipeline> pipelines(ObjectType type) {
        return pipelines.computeIfAbsent(type.id(), any -> new LinkedHashMap<>());
    }

    Associations associations() {
        return associations;
    }

    void owner(Owner owner) {
        owners.put(owner.id(), owner);
    }

    Map<String, Owner> owners() {
        return owners;
    }

    Set<String> erasedEmails() {
        return erasedEmails;
    }

    long newId() {
        return nextId++;
    }

    /** The record, if it lives; merged-away ids lead to what they were merged into. */
    CrmRecord live(ObjectType type, String id) {
        return find(type, id).orElseThrow(() -> ApiError.noRecord(id));
    }

    Optional<CrmRecord> find(ObjectType type, String id) {
        return id.matches("\\d{1,18}") ? store(type).live(Long.parseLong(id)) : Optional.empty();
    }

    void clear() {
        stores.values().forEach(RecordStore::clear);
        associations.clear();
        erasedEmails.clear();
    }
}
