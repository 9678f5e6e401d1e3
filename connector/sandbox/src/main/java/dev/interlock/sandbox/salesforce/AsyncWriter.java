package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the answers of the older Bulk API: XML, but JSON for jobs in JSON. */
record AsyncWriter(AsyncJob.Format format) {

    private static final String SPACE = " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    Reply single(int status, String name, Map<String, Object> fields) {
        return format == AsyncJob.Format.JSON
                ? Json.reply(status, Json.tree(fields))
                : xml(status, "<" + name + SPACE + ">" + elements(fields) + "</" + name + ">");
    }

    Reply list(List<Map<String, Object>> batches) {
        if (format == AsyncJob.Format.JSON) {
            ObjectNode list = Json.object();
            list.set("batchInfo", Json.tree(batches));
            return Json.reply(200, list);
        }
        StringBuilder list = new StringBuilder("<batchInfoList" + SPACE + ">");
        batches.forEach(
                batch -> list.append("<batchInfo>").append(elements(batch)).append("</batchInfo>"));
        return xml(200, list.append("</batchInfoList>").toString());
    }

    Reply resultList(String id) {
        return format == AsyncJob.Format.JSON
                ? Json.reply(200, Json.tree(List.of(id)))
                : xml(200, "<result-list" + SPACE + ">" + Xml.element("result", id) + "</result-list>");
    }

    Reply raw(String text) {
        String type = format == AsyncJob.Format.JSON ? "application/json" : "text/csv";
        return new Reply(200, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    Reply refused(AsyncRefusal refusal) {
        return single(
                400,
                "error",
                new java.util.TreeMap<>(Map.of("exceptionCode", refusal.code(), "exceptionMessage", refusal.words())));
    }

    private static String elements(Map<String, Object> fields) {
        StringBuilder elements = new StringBuilder();
        fields.forEach((name, value) -> elements.append(Xml.element(name, value)));
        return elements.toString();
    }

    private static Reply xml(int status, String text) {
        String whole = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text;
        return new Reply(status, Map.of("Content-Type", "application/xml"), whole.getBytes(StandardCharsets.UTF_8));
    }
}
