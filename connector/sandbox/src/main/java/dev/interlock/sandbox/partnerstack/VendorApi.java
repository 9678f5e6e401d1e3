package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths below {@code /api/v2}. */
final class VendorApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Program program;
    private final Writing writing;
    private final Rendering rendering;
    private final Listing listing;

    VendorApi(Program program, Writing writing, Rendering rendering) {
        this.program = program;
        this.writing = writing;
        this.rendering = rendering;
        this.listing = new Listing(program, rendering);
    }

    Reply answer(Call call) {
        if (!allowed(call)) {
            throw Refused.because(401, "Unauthorized");
        }
        List<String> path = Arrays.stream(
                        call.path().replaceFirst("^/api/v2/?", "").split("/"))
                .map(VendorApi::decoded)
                .toList();
        if (!call.path().startsWith("/api/v2/")) {
            throw Refused.missing("Not found");
        }
        return switch (path.getFirst()) {
            case "groups" -> groups();
            case "sales-cycles" -> stages(path, call);
            default -> {
                Shape shape = Shape.named(path.getFirst()).orElseThrow(() -> Refused.missing("Not found"));
                yield switch (path.size()) {
                    case 1 -> collection(shape, call);
                    case 2 -> one(shape, path.get(1), call);
                    default -> under(shape, path, call);
                };
            }
        };
    }

    private boolean allowed(Call call) {
        String pair = Base64.getEncoder()
                .encodeToString(program.settings().credentials().getBytes(StandardCharsets.UTF_8));
        return call.header("authorization").filter(("Basic " + pair)::equals).isPresent();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }

    private Reply collection(Shape shape, Call call) {
        return switch (call.method()) {
            case "GET" -> Envelope.of(listing.page(shape, call), "Page returned successfully");
            case "POST" -> {
                Body body = Body.read(program, shape, body(call), Body.Occasion.CREATE);
                Item item = writing.create(shape, body, program.settings().now());
                yield Envelope.of(rendering.render(shape, item), shape.label() + " created successfully");
            }
            default -> throw Refused.because(405, "Method not allowed");
        };
    }

    private Reply one(Shape shape, String key, Call call) {
        if (key.equals("form-templates") && call.method().equals("GET")) {
            return formTemplates(shape);
        }
        Item item = program.require(shape, key);
        return switch (call.method()) {
            case "GET" -> Envelope.of(rendering.render(shape, item), shape.label() + " retrieved successfully");
            case "PATCH" -> {
                Body body = Body.read(program, shape, body(call), Body.Occasion.PATCH);
                Item changed =
                        writing.change(shape, item, body, program.settings().now());
                yield Envelope.of(rendering.render(shape, changed), shape.label() + " updated successfully");
            }
            case "DELETE" -> {
                program.shelf(shape)
                        .put(item.archivedAs(true, program.settings().now()));
                yield Envelope.message(200, shape.label() + " archived successfully");
            }
            default -> throw Refused.because(405, "Method not allowed");
        };
    }

    private Reply under(Shape shape, List<String> path, Call call) {
        Item item = program.require(shape, path.get(1));
        String rest = call.method() + " " + String.join("/", path.subList(2, path.size()));
        boolean sale = shape == Shape.LEADS || shape == Shape.DEALS;
        if (sale && rest.equals("POST convert")) {
            return convert(shape, item, body(call));
        }
        if (shape == Shape.DEALS && rest.startsWith("POST assignment/partnership/")) {
            return assign(item, path.getLast());
        }
        if (shape == Shape.PARTNERSHIPS && rest.equals("PATCH tags")) {
            return tags(item, body(call));
        }
        throw Refused.missing("Not found");
    }

    private Reply convert(Shape shape, Item item, JsonNode asked) {
        String email = asked.path("email").asText();
        ObjectNode customer = JSON.createObjectNode().put("email", email);
        customer.put("customer_key", asked.path("customer_key").asText(email));
        customer.put(
                "name",
                item.text("account_name")
                        .orElse(Optional.ofNullable(item.custom().get("company"))
                                .orElse(email)));
        item.text(Writing.PARTNERSHIP).ifPresent(partner -> customer.put("partner_key", partner));
        long now = program.settings().now();
        Body body = Body.read(program, Shape.CUSTOMERS, customer, Body.Occasion.CREATE);
        Item made = writing.create(Shape.CUSTOMERS, body, now);
        if (shape == Shape.DEALS) {
            program.shelf(shape).put(item.with("customer_key", TextNode.valueOf(made.key()), now));
        }
        return Envelope.of(rendering.render(Shape.CUSTOMERS, made), shape.label() + " converted successfully");
    }

    private Reply assign(Item deal, String partnership) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("partner_key", TextNode.valueOf(partnership.replaceFirst("^stck_", "part_")));
        writing.change(
                Shape.DEALS,
                deal,
                new Body(values, Map.of()),
                program.settings().now());
        return Envelope.message(200, "Partnership assigned successfully");
    }

    private Reply tags(Item partnership, JsonNode asked) {
        ArrayNode tags = JSON.createArrayNode();
        partnership.values().getOrDefault("tags", tags).forEach(tag -> {
            if (!contains(asked.path("remove"), tag)) {
                tags.add(tag);
            }
        });
        asked.path("add").forEach(tag -> {
            if (!contains(tags, tag)) {
                tags.add(tag);
            }
        });
        Item changed = partnership.with("tags", tags, program.settings().now());
        program.shelf(Shape.PARTNERSHIPS).put(changed);
        return Envelope.of(rendering.render(Shape.PARTNERSHIPS, changed), "Partnership updated successfully");
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode each : array) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private Reply groups() {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("has_more", false);
        ArrayNode items = data.putArray("items");
        program.groups().reversed().forEach(group -> items.add(group.described()));
        return Envelope.of(data, "Page returned successfully");
    }

    private Reply stages(List<String> path, Call call) {
        if (path.size() != 3 || !path.get(2).equals("stages")) {
            throw Refused.missing("Not found");
        }
        Shape shape = Shape.named(path.get(1) + "s")
                .filter(known -> known == Shape.DEALS || known == Shape.LEADS)
                .orElseThrow(() -> Refused.bad("object_type must be 'deal' or 'lead'"));
        Group group = call.parameter("group_key")
                .map(key -> program.group(key).orElseThrow(() -> Refused.bad("Group '" + key + "' does not exist")))
                .orElseGet(program::usualGroup);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode items = data.putArray("items");
        program.stages(shape, group)
                .forEach(stage -> items.addObject().put("name", stage).put("position", items.size() - 1));
        return Envelope.of(data.put("has_more", false), "Stages returned successfully");
    }

    private Reply formTemplates(Shape shape) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("type", shape.plural());
        ArrayNode fields = data.putArray("fields");
        program.form(shape).values().forEach(field -> fields.add(field.described(fields.size())));
        return Envelope.of(data, "Form template retrieved successfully");
    }

    private static JsonNode body(Call call) {
        try {
            return JSON.readTree(call.text());
        } catch (JsonProcessingException unreadable) {
            throw Refused.bad("Body is not valid JSON");
        }
    }
}
