package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One vendor's partner programme: its records, groups, stages, tiers and forms. */
final class Program {

    static final List<String> LEAD_STATUSES = List.of("open", "closed", "dead", "closed won", "closed lost");

    private final Settings settings;
    private final Map<Shape, Shelf> shelves = new EnumMap<>(Shape.class);
    private final Map<Shape, Map<String, FormField>> forms = new EnumMap<>(Shape.class);
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, String> tiers = new LinkedHashMap<>();
    private long created;

    Program(Settings settings) {
        this.settings = settings;
        for (Shape shape : Shape.values()) {
            shelves.put(shape, new Shelf(shape.otherKey()));
            forms.put(shape, new LinkedHashMap<>());
        }
        long before = 1_704_067_200_000L;
        groups.add(new Group(
                "grup_reseller000001",
                "Reseller",
                true,
                before,
                List.of("Submitted", "Qualified", "Proposal", "Negotiation", "Closed Won", "Closed Lost")));
        groups.add(new Group(
                "grup_referral000002",
                "Referral",
                false,
                before,
                List.of("New", "Accepted", "In Progress", "Won", "Lost")));
        tiers.put("tier_bronze00000001", "Bronze");
        tiers.put("tier_silver00000002", "Silver");
        tiers.put("tier_gold0000000003", "Gold");
        List.of("company", "phone", "website", "country", "city", "address")
                .forEach(field -> declare(Shape.PARTNERSHIPS, FormField.input(field)));
        List.of("first_name", "last_name", "email", "phone", "company", "website", "country", "notes")
                .forEach(field -> declare(Shape.LEADS, FormField.input(field)));
        List.of("contact_email", "contact_phone", "website", "country", "product", "notes")
                .forEach(field -> declare(Shape.DEALS, FormField.input(field)));
    }

    Settings settings() {
        return settings;
    }

    Shelf shelf(Shape shape) {
        return Optional.ofNullable(shelves.get(shape)).orElseThrow();
    }

    Map<String, FormField> form(Shape shape) {
        return Optional.ofNullable(forms.get(shape)).orElseThrow();
    }

    void declare(Shape shape, FormField field) {
        form(shape).put(field.apiName(), field);
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    Optional<Group> group(String keyOrSlug) {
        return groups.stream().filter(group -> group.answersTo(keyOrSlug)).findFirst();
    }

    Group usualGroup() {
        return groups.stream().filter(Group::usual).findFirst().orElseGet(groups::getFirst);
    }

    Optional<String> tier(String keyOrName) {
        return tiers.entrySet().stream()
                .filter(tier ->
                        tier.getKey().equals(keyOrName) || tier.getValue().equals(keyOrName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String tierName(String key) {
        return tiers.getOrDefault(key, key);
    }

    /** A key nobody had before, in PartnerStack's manner: a prefix and letters and digits. */
    String newKey(String prefix) {
        created++;
        long mixed = (created * 0x9E3779B97F4A7C15L) >>> 4;
        String tail = Long.toString(mixed, 36);
        return prefix + "0".repeat(Math.max(0, 12 - tail.length())) + tail + created % 10;
    }

    long sequence() {
        return created;
    }

    /** The record, if it is there and not archived. */
    Item require(Shape shape, String key) {
        return shelf(shape)
                .find(key)
                .filter(item -> !item.archived())
                .orElseThrow(() -> Refused.missing(shape.label() + " not found"));
    }

    /** The stages that deals, or the statuses that leads, of a group may be in. */
    List<String> stages(Shape shape, Group group) {
        return shape == Shape.DEALS ? group.dealStages() : LEAD_STATUSES;
    }

    /** {@code [{key, name, default, stages: [...]}]}: adds groups or gives known ones new stages. */
    void changeGroups(JsonNode asked) {
        for (JsonNode each : asked) {
            String key = each.path("key").asText();
            List<String> stages = new ArrayList<>();
            each.path("stages").forEach(stage -> stages.add(stage.asText()));
            Optional<Group> known = group(key);
            known.ifPresent(groups::remove);
            groups.add(known.map(group -> group.withStages(stages.isEmpty() ? group.dealStages() : stages))
                    .orElseGet(() -> new Group(
                            key,
                            each.path("name").asText(key),
                            each.path("default").asBoolean(false),
                            settings.now(),
                            stages.isEmpty() ? usualGroup().dealStages() : stages)));
        }
    }

    void clear() {
        shelves.values().forEach(Shelf::clear);
    }
}
