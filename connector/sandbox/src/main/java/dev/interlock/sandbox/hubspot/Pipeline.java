package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way that deals or leads take, stage by stage. */
record Pipeline(String id, String label, List<Stage> stages, long created, long updated) {

    /**
     * One step.
     *
     * @param metadata for deals {@code probability} (0.0 to 1.0) and {@code isClosed}, for leads {@code leadState}
     */
    record Stage(String id, String label, Map<String, String> metadata) {

        Stage {
            metadata = Map.copyOf(metadata);
        }

        String probability() {
            return metadata.getOrDefault("probability", "0.0");
        }

        boolean closed() {
            double odds = Double.parseDouble(probability());
            return metadata.containsKey("probability") && (odds == 0.0 || odds == 1.0);
        }

        boolean won() {
            return closed() && Double.parseDouble(probability()) == 1.0;
        }
    }

    Pipeline {
        stages = List.copyOf(stages);
    }

    static Pipeline from(JsonNode asked, String id, long at) {
        List<Stage> stages = new ArrayList<>();
        for (JsonNode each : asked.path("stages")) {
            String label = each.path("label").asText();
            String ownId = each.path("id").asText(each.path("stageId").asText(Integer.toString(stages.size() + 1)));
            stages.add(new Stage(ownId, label, metadata(each)));
        }
        return new Pipeline(id, asked.path("label").asText(id), stages, at, at);
    }

    private static Map<String, String> metadata(JsonNode stage) {
        if (stage.has("state")) {
            return Map.of("leadState", stage.path("state").asText());
        }
        String odds = stage.path("probability")
                .asText(stage.path("metadata").path("probability").asText());
        if (!odds.matches("0(\\.\\d+)?|1(\\.0+)?")) {
            throw ApiError.invalid("A stage needs metadata.probability between 0.0 and 1.0");
        }
        boolean closed = Double.parseDouble(odds) == 0.0 || Double.parseDouble(odds) == 1.0;
        return Map.of("probability", odds, "isClosed", Boolean.toString(closed));
    }

    Optional<Stage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    Pipeline relabelled(String newLabel, long at) {
        return new Pipeline(id, newLabel, stages, created, at);
    }

    ObjectNode described() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("label", label)
                .put("displayOrder", 0)
                .put("id", id)
                .put("createdAt", Stamps.iso(created))
                .put("updatedAt", Stamps.iso(updated))
                .put("archived", false);
        node.set("stages", describedStages());
        return node;
    }

    ArrayNode describedStages() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Stage stage : stages) {
            ObjectNode node = array.addObject()
                    .put("label", stage.label())
                    .put("displayOrder", array.size() - 1)
                    .put("id", stage.id())
                    .put("createdAt", Stamps.iso(created))
                    .put("updatedAt", Stamps.iso(updated))
                    .put("archived", false)
                    .put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT");
            ObjectNode metadata = node.putObject("metadata");
            stage.metadata().forEach(metadata::put);
        }
        return array;
    }
}
