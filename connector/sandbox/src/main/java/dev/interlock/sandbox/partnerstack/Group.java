package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * A segment of the programme's partners, with sales stages of its own.
 *
 * @param usual whether partners land here when nothing else is said
 */
record Group(String key, String name, boolean usual, long created, List<String> dealStages) {

    Group {
        dealStages = List.copyOf(dealStages);
    }

    /** The name with spaces and special characters removed, as list filters want it. */
    String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    boolean answersTo(String keyOrSlug) {
        return key.equals(keyOrSlug) || slug().equals(keyOrSlug);
    }

    Group withStages(List<String> stages) {
        return new Group(key, name, usual, created, stages);
    }

    ObjectNode described() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("archived", false)
                .put("default", usual)
                .put("name", name)
                .put("slug", slug())
                .put("key", key)
                .put("created_at", created)
                .put("updated_at", created);
        node.putObject("features").put("deals_enabled", true).put("leads_enabled", true);
        return node;
    }
}
