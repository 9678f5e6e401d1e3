package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object of the org (Account, Lead, Deal__c): its names and its fields. Names are found whatever their capitals. */
final class ObjectType {

    private final String name;
    private final String label;
    private final String plural;
    private final String prefix;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> frozen = new HashSet<>();
    private int slots;

    ObjectType(String name, String label, String plural, String prefix) {
        this.name = name;
        this.label = label;
        this.plural = plural;
        this.prefix = prefix;
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    String plural() {
        return plural;
    }

    String prefix() {
        return prefix;
    }

    boolean custom() {
        return name.endsWith("__c");
    }

    int slots() {
        return slots;
    }

    int nextSlot() {
        return slots++;
    }

    /** Adds the field, or puts it in the place of the one with the same name. */
    void put(Field field) {
        fields.put(lower(field.name()), field);
    }

    Collection<Field> fields() {
        return fields.values();
    }

    Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(lower(fieldName)));
    }

    /** The fields that the integration user may see. */
    List<Field> visibleFields() {
        return fields.values().stream().filter(this::visible).toList();
    }

    Optional<Field> visibleField(String fieldName) {
        return field(fieldName).filter(this::visible);
    }

    /** The visible reference whose record is reached under this relationship name. */
    Optional<Field> relationship(String relationshipName) {
        return visibleFields().stream()
                .filter(field -> field.relationshipName().equalsIgnoreCase(relationshipName))
                .findFirst();
    }

    List<Field> with(Role role) {
        return new ArrayList<>(
                fields.values().stream().filter(field -> field.role() == role).toList());
    }

    /** Takes the field away from the integration user, as a change of field-level security does. */
    void hide(Field field) {
        hidden.add(lower(field.name()));
    }

    void show(Field field) {
        hidden.remove(lower(field.name()));
    }

    /** Lets the integration user see the field, but not write it. */
    void freeze(Field field) {
        frozen.add(lower(field.name()));
    }

    void thaw(Field field) {
        frozen.remove(lower(field.name()));
    }

    boolean frozen(Field field) {
        return frozen.contains(lower(field.name()));
    }

    private boolean visible(Field field) {
        return !hidden.contains(lower(field.name()));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
