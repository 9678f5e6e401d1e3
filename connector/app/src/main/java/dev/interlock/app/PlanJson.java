package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Report;
import dev.interlock.routes.Workplace;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Stage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is staged to be written, as JSON, schema {@code interlock/plan/v1}. An entity that exists in the store only for the
 * rehearsal is named by the record it came from, so that the same plan made twice reads the same.
 */
final class PlanJson {

    private static final int PAGE = 500;

    private final Workplace workplace;

    PlanJson(Workplace workplace) {
        this.workplace = workplace;
    }

    ObjectNode of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "interlock/plan/v1")
                .put("configuration", workplace.configuration().fingerprint());
        ArrayNode writes = json.putArray("writes");
        everyWrite().forEach((where, what) -> writes.add(what));
        ArrayNode troubles = json.putArray("troubles");
        report.troubles().forEach(trouble -> troubles.add(trouble.what()));
        return json;
    }

    /** All due writes, in an order that does not depend on when they were planned. */
    Map<String, ObjectNode> everyWrite() {
        Map<String, ObjectNode> writes = new TreeMap<>();
        for (RecordType type : workplace.configuration().inOrder()) {
            for (SystemId system : workplace.mapping(type).systems()) {
                collect(new Outbox.Target(system, type), writes);
            }
        }
        return writes;
    }

    private void collect(Outbox.Target target, Map<String, ObjectNode> writes) {
        long after = 0;
        List<Intent> due;
        do {
            long from = after;
            due = workplace.store().inTransaction(stage -> {
                List<Intent> page = stage.due(target, workplace.clock().instant(), from, PAGE);
                describe(page, stage, writes);
                return page;
            });
            after = due.isEmpty() ? after : due.getLast().number();
        } while (!due.isEmpty());
    }

    private static void describe(List<Intent> page, Stage stage, Map<String, ObjectNode> writes) {
        Map<EntityId, Dossier> dossiers = stage.dossiers(
                page.stream().map(intent -> intent.write().entity()).toList());
        for (Intent intent : page) {
            Write write = intent.write();
            Optional<Dossier> dossier = Optional.ofNullable(dossiers.get(write.entity()));
            ObjectNode json = describe(write, dossier);
            writes.put(write.type() + " " + write.system() + " " + json.path("records"), json);
        }
    }

    private static ObjectNode describe(Write write, Optional<Dossier> dossier) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("record", write.type().name())
                .put("system", write.system().name())
                .put("does", write.kind().name().toLowerCase(java.util.Locale.ROOT));
        ArrayNode records = json.putArray("records");
        dossier.ifPresent(known -> known.shadows()
                .values()
                .forEach(shadow ->
                        records.add(shadow.system() + " " + shadow.key().id())));
        ArrayNode fields = json.putArray("fields");
        write.fields().forEach((name, value) -> {
            ObjectNode field = fields.addObject();
            field.put("field", name)
                    .put("was", show(write.before().getOrDefault(name, FieldValue.EMPTY)))
                    .put("becomes", show(value));
            dossier.flatMap(known -> known.golden().field(name))
                    .map(GoldenField::origin)
                    .ifPresent(origin -> field.put("from", origin.by()).put("rule", origin.rule()));
        });
        return json;
    }

    /** A link to an entity shows no identity that is made anew in every rehearsal. */
    private static String show(FieldValue value) {
        return value instanceof FieldValue.Link ? "(linked record)" : FieldValueText.show(value);
    }

    static void print(ObjectNode plan, PrintWriter out) {
        List<String> lines = new ArrayList<>();
        for (JsonNode write : plan.path("writes")) {
            lines.add(write.path("does").asText() + " " + write.path("record").asText() + " in "
                    + write.path("system").asText() + "  of " + write.path("records"));
            for (JsonNode field : write.path("fields")) {
                lines.add("    " + field.path("field").asText() + ": '"
                        + field.path("was").asText() + "' -> '"
                        + field.path("becomes").asText() + "'  ("
                        + field.path("from").asText() + ", "
                        + field.path("rule").asText() + ")");
            }
        }
        plan.path("troubles").forEach(trouble -> lines.add("! " + trouble.asText()));
        lines.forEach(out::println);
        out.println(plan.path("writes").size() + " writes planned; nothing was written");
    }
}
