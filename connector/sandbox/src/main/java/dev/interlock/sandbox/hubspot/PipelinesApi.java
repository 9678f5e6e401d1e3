package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pipelines and their stages. Editing a pipeline moves the last-modified stamp of every record in it. */
final class PipelinesApi {

    private final Portal portal;
    private int created = 100;

    PipelinesApi(Portal portal) {
        this.portal = portal;
    }

    Reply answer(Request request) {
        ObjectType type = portal.required(request.segment(0));
        Map<String, Pipeline> all = portal.pipelines(type);
        if (request.path().size() == 1) {
            return collection(all, request);
        }
        Pipeline pipeline = Optional.ofNullable(all.get(request.segment(1)))
                .orElseThrow(() -> ApiError.missing("Pipeline " + request.segment(1) + " does not exist"));
        return switch (request.path().size()) {
            case 2 -> one(type, pipeline, request);
            default -> stages(pipeline, request);
        };
    }

    private Reply collection(Map<String, Pipeline> all, Request request) {
        if (request.method().equals("POST")) {
            JsonNode body = request.body();
            Pipeline made = Pipeline.from(body, body.path("pipelineId").asText(Integer.toString(created++)), now());
            if (made.stages().isEmpty() || body.path("label").asText().isBlank()) {
                throw ApiError.invalid("A pipeline needs a label and at least one stage");
            }
            all.put(made.id(), made);
            return Reply.json(201, made.described().toString());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        all.values().forEach(each -> results.add(each.described()));
        return RecordsApi.ok(node);
    }

    private Reply one(ObjectType type, Pipeline pipeline, Request request) {
        return switch (request.method()) {
            case "GET" -> RecordsApi.ok(pipeline.described());
            case "PATCH" -> {
                Pipeline changed =
                        pipeline.relabelled(request.body().path("label").asText(pipeline.label()), now());
                portal.pipelines(type).put(changed.id(), changed);
                inside(type, pipeline).forEach(record -> portal.store(type).put(record.touched(now()), now()));
                yield RecordsApi.ok(changed.described());
            }
            case "DELETE" -> {
                if (!inside(type, pipeline).isEmpty() || portal.pipelines(type).size() == 1) {
                    throw ApiError.invalid(
                            "Pipeline " + pipeline.id() + " is in use, or the last one, and cannot be deleted");
                }
                portal.pipelines(type).remove(pipeline.id());
                yield Reply.empty(204);
            }
            default -> throw request.nowhere();
        };
    }

    private List<CrmRecord> inside(ObjectType type, Pipeline pipeline) {
        String property = type.equals(ObjectType.LEADS) ? "hs_pipeline" : "pipeline";
        return portal.store(type).live().values().stream()
                .filter(record ->
                        record.text(property).filter(pipeline.id()::equals).isPresent())
                .toList();
    }

    private static Reply stages(Pipeline pipeline, Request request) {
        if (!request.segment(2).equals("stages") || !request.method().equals("GET")) {
            throw request.nowhere();
        }
        ArrayNode stages = pipeline.describedStages();
        if (request.path().size() == 3) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("results", stages);
            return RecordsApi.ok(node);
        }
        for (JsonNode stage : stages) {
            if (stage.path("id").asText().equals(request.segment(3))) {
                return RecordsApi.ok(stage);
            }
        }
        throw ApiError.missing("Stage " + request.segment(3) + " does not exist");
    }

    private long now() {
        return portal.settings().now();
    }
}
