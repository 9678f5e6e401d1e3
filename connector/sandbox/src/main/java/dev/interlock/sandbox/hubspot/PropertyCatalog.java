package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All properties of one object type. */
final class PropertyCatalog {

    /** Source: HubSpot knowledge base, unique values: ten per object. */
    private static final int MOST_UNIQUE = 10;

    private final Map<String, PropertyDefinition> definitions = new LinkedHashMap<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Map<String, String> groupLabels = new LinkedHashMap<>();
    private List<String> unique = List.of();

    /** HubSpot's own properties of a type, from the file of that name. */
    static PropertyCatalog standard(String file) {
        PropertyCatalog catalog = new PropertyCatalog();
        for (JsonNode each : resource(file + ".json")) {
            catalog.put(PropertyDefinition.from(each, "", Set.of(Trait.STANDARD), 0));
        }
        return catalog;
    }

    static JsonNode resource(String file) {
        try (InputStream in = Objects.requireNonNull(PropertyCatalog.class.getResourceAsStream(file), file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<PropertyDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name)).filter(definition -> !definition.is(Trait.ARCHIVED));
    }

    PropertyDefinition require(String name) {
        return find(name)
                .orElseThrow(() -> ApiError.missing("Property \"" + name + "\" does not exist")
                        .context("propertyName", name));
    }

    Collection<PropertyDefinition> all() {
        return definitions.values();
    }

    Set<String> groups() {
        return groups;
    }

    String groupLabel(String group) {
        return groupLabels.getOrDefault(group, group);
    }

    void label(String group, String label) {
        groups.add(group);
        groupLabels.put(group, label);
    }

    void removeGroup(String group) {
        groups.remove(group);
        groupLabels.remove(group);
    }

    String usualGroup() {
        return groups.iterator().next();
    }

    void create(PropertyDefinition definition) {
        if (find(definition.name()).isPresent()) {
            throw ApiError.of(
                            409,
                            "OBJECT_ALREADY_EXISTS",
                            "A property named '" + definition.name() + "' already exists.")
                    .with("subCategory", "Properties.PROPERTY_WITH_NAME_EXISTS");
        }
        if (definition.is(Trait.UNIQUE) && customUnique() >= MOST_UNIQUE) {
            throw ApiError.invalid("The limit of " + MOST_UNIQUE + " properties with unique values is reached");
        }
        put(definition);
    }

    private long customUnique() {
        return definitions.values().stream()
                .filter(each -> each.is(Trait.UNIQUE) && !each.is(Trait.STANDARD) && !each.is(Trait.ARCHIVED))
                .count();
    }

    void put(PropertyDefinition definition) {
        definitions.put(definition.name(), definition);
        groups.add(definition.group());
        unique = definitions.values().stream()
                .filter(each -> each.is(Trait.UNIQUE))
                .map(PropertyDefinition::name)
                .toList();
    }

    List<String> unique() {
        return unique;
    }
}
