package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.plan.Dossier;
import dev.interlock.record.FieldValueText;
import dev.interlock.stage.GoldenHistory;
import dev.interlock.stage.Stage;
import java.time.Instant;

/** A golden record as of a time, rebuilt from the audit. */
final class PastRecord {

    private PastRecord() {}

    static ObjectNode json(Dossier dossier, Stage stage, Instant time) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/show-at/v1")
                .put("entity", dossier.golden().id().value())
                .put("record", dossier.golden().type().name())
                .put("asOf", time.toString());
        ArrayNode fields = json.putArray("fields");
        GoldenHistory.at(time, stage.history(dossier.golden().id()))
                .forEach((field, row) -> fields.addObject()
                        .put("field", field)
                        .put("value", FieldValueText.show(FieldValueText.read(row.is())))
                        .put("from", row.by())
                        .put("at", row.at().toString())
                        .put("rule", row.rule())
                        .put("run", row.run()));
        return json;
    }
}
