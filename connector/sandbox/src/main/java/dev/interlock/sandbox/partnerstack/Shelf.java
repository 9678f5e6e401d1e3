package dev.interlock.sandbox.partnerstack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** All records of one object, found by key, by the name others call them, by creation and by last update. */
final class Shelf {

    static final Comparator<Item> BY_CREATION =
            Comparator.comparingLong(Item::created).thenComparingLong(Item::sequence);
    static final Comparator<Item> BY_UPDATE =
            Comparator.comparingLong(Item::updated).thenComparingLong(Item::sequence);

    private final String otherKey;
    private final Map<String, Item> byKey = new HashMap<>();
    private final Map<String, String> byOtherKey = new HashMap<>();
    private final Map<String, String> byEmail = new HashMap<>();
    private final NavigableSet<Item> byCreation = new TreeSet<>(BY_CREATION);
    private final NavigableSet<Item> byUpdate = new TreeSet<>(BY_UPDATE);

    /**
     * @param otherKey the field whose value is unique and may stand in for the key
     */
    Shelf(String otherKey) {
        this.otherKey = otherKey;
    }

    String otherKey() {
        return otherKey;
    }

    void put(Item item) {
        Item before = byKey.put(item.key(), item);
        if (before != null) {
            byCreation.remove(before);
            byUpdate.remove(before);
            before.text(otherKey).ifPresent(other -> byOtherKey.remove(other, before.key()));
            email(before).ifPresent(email -> byEmail.remove(email, before.key()));
        }
        byCreation.add(item);
        byUpdate.add(item);
        item.text(otherKey).ifPresent(other -> byOtherKey.put(other, item.key()));
        email(item).ifPresent(email -> byEmail.put(email, item.key()));
    }

    /** By key or by the other key, archived ones too. */
    Optional<Item> find(String key) {
        Item own = byKey.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        return Optional.ofNullable(byOtherKey.get(key)).map(byKey::get);
    }

    Optional<Item> findByEmail(String lowerCaseEmail) {
        return Optional.ofNullable(byEmail.get(lowerCaseEmail)).map(byKey::get);
    }

    private static Optional<String> email(Item item) {
        return item.text("email").map(email -> email.toLowerCase(Locale.ROOT));
    }

    NavigableSet<Item> byCreation() {
        return byCreation;
    }

    NavigableSet<Item> byUpdate() {
        return byUpdate;
    }

    List<Item> all() {
        return new ArrayList<>(byCreation);
    }

    void clear() {
        byKey.clear();
        byOtherKey.clear();
        byEmail.clear();
        byCreation.clear();
        byUpdate.clear();
    }
}
