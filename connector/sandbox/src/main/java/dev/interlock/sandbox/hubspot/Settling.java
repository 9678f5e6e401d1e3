package dev.interlock.sandbox.hubspot;

import dev.interlock.sandbox.hubspot.Pipeline.Stage;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules across properties: stages within pipelines, what follows from a stage, values nobody else may have. */
final class Settling {

    private final Portal portal;

    Settling(Portal portal) {
        this.portal = portal;
    }

    /** Adds usual values for a new record and takes out what HubSpot silently ignores. */
    void prepare(ObjectType type, Map<String, String> changes, Optional<CrmRecord> before) {
        if (type.equals(ObjectType.LEADS) && before.isEmpty()) {
            changes.putIfAbsent("hs_pipeline", "lead-pipeline-id");
            pipeline(type, changes.get("hs_pipeline"))
                    .ifPresent(line -> changes.putIfAbsent(
                            "hs_pipeline_stage", line.stages().getFirst().id()));
        }
        ignoreStepBack(type, changes, before);
    }

    private void ignoreStepBack(ObjectType type, Map<String, String> changes, Optional<CrmRecord> before) {
        String asked = changes.getOrDefault("lifecyclestage", "");
        String current =
                before.flatMap(record -> record.filled("lifecyclestage")).orElse("");
        if (asked.isEmpty() || current.isEmpty()) {
            return;
        }
        List<String> order = portal.properties(type).require("lifecyclestage").options().stream()
                .map(Option::value)
                .toList();
        if (order.indexOf(asked) < order.indexOf(current)) {
            changes.remove("lifecyclestage");
        }
    }

    void checkStage(ObjectType type, Map<String, String> changes, Optional<CrmRecord> before, ValueCheck check) {
        if (!type.equals(ObjectType.DEALS) && !type.equals(ObjectType.LEADS)) {
            return;
        }
        String lineName = type.equals(ObjectType.DEALS) ? "pipeline" : "hs_pipeline";
        String stageName = type.equals(ObjectType.DEALS) ? "dealstage" : "hs_pipeline_stage";
        if (!changes.containsKey(lineName) && !changes.containsKey(stageName)) {
            return;
        }
        String lineId = either(changes, before, lineName);
        String stageId = either(changes, before, stageName);
        Optional<Pipeline> line = pipeline(type, lineId);
        if (line.isEmpty()) {
            check.problem(
                    lineName,
                    "INVALID_OPTION",
                    lineId + " was not one of the allowed options: "
                            + portal.pipelines(type).keySet());
        } else if (line.get().stage(stageId).isEmpty()) {
            List<String> stages = line.get().stages().stream().map(Stage::id).toList();
            check.problem(stageName, "INVALID_OPTION", stageId + " was not one of the allowed options: " + stages);
        }
    }

    private static String either(Map<String, String> changes, Optional<CrmRecord> before, String property) {
        return Optional.ofNullable(changes.get(property))
                .or(() -> before.flatMap(record -> record.text(property)))
                .orElse("");
    }

    private Optional<Pipeline> pipeline(ObjectType type, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(portal.pipelines(type).get(id));
    }

    void refuseTaken(ObjectType type, Map<String, String> changes, Optional<CrmRecord> before) {
        for (String property : portal.properties(type).unique()) {
            String value = changes.getOrDefault(property, "");
            if (value.isEmpty()) {
                continue;
            }
            Optional<CrmRecord> holder = portal.store(type)
                    .byUnique(property, value)
                    .filter(other ->
                            before.filter(own -> own.id() == other.id()).isEmpty());
            if (holder.isPresent()) {
                throw taken(type, property, value, holder.get());
            }
        }
        boolean email = type.equals(ObjectType.CONTACTS) && changes.containsKey("email");
        if (email && portal.erasedEmails().contains(changes.getOrDefault("email", ""))) {
            String message = "Email address " + changes.get("email") + " has been GDPR blacklisted";
            throw ApiError.badValues(List.of(new ApiError.Problem("email", "INVALID_EMAIL", message)));
        }
    }

    private static ApiError taken(ObjectType type, String property, String value, CrmRecord holder) {
        if (type.equals(ObjectType.CONTACTS) && property.equals("email")) {
            return ApiError.conflict("Contact already exists. Existing ID: " + holder.id());
        }
        String message = "Property \"" + property + "\": " + value + " is already the value of " + holder.id() + ".";
        return ApiError.badValues(List.of(new ApiError.Problem(property, "CONFLICTING_UNIQUE_VALUE", message)));
    }

    /** What HubSpot itself writes after a change. */
    CrmRecord conclude(CrmRecord record) {
        if (record.type().equals(ObjectType.DEALS)) {
            return stage(record, "pipeline", "dealstage")
                    .map(stage -> record.with(dealFacts(stage), Source.CALCULATED, record.modified()))
                    .orElse(record);
        }
        if (record.type().equals(ObjectType.LEADS)) {
            return stage(record, "hs_pipeline", "hs_pipeline_stage")
                    .map(stage -> {
                        String state = stage.metadata().getOrDefault("leadState", "");
                        boolean open = !state.equals("QUALIFIED") && !state.equals("UNQUALIFIED");
                        Map<String, String> facts = Map.of("hs_lead_is_open", Boolean.toString(open));
                        return record.with(facts, Source.CALCULATED, record.modified());
                    })
                    .orElse(record);
        }
        return record;
    }

    private Optional<Stage> stage(CrmRecord record, String lineName, String stageName) {
        return pipeline(record.type(), record.text(lineName).orElse(""))
                .flatMap(line -> line.stage(record.text(stageName).orElse("")));
    }

    private static Map<String, String> dealFacts(Stage stage) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("hs_is_closed", Boolean.toString(stage.closed()));
        facts.put("hs_is_closed_won", Boolean.toString(stage.won()));
        facts.put("hs_deal_stage_probability", stage.probability());
        return facts;
    }
}
