package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code describe/layouts} and its like: one plain layout for each object, by which nothing is shown. */
final class Layouts {

    private Layouts() {}

    /**
     * Answers below {@code sobjects/X/describe}.
     *
     * @param kind {@code layouts}, {@code compactLayouts} or {@code approvalLayouts}
     */
    static ObjectNode answer(Ask ask, Table table, String kind) {
        return switch (kind) {
            case "layouts" -> layouts(ask, table);
            case "namedLayouts" -> named(ask);
            case "compactLayouts" -> compact(table);
            case "approvalLayouts" -> {
                ObjectNode none = Json.object();
                none.putArray("approvalLayouts");
                yield none;
            }
            default -> throw Refusal.notFound();
        };
    }

    private static ObjectNode layouts(Ask ask, Table table) {
        ObjectNode answer = named(ask);
        ArrayNode mappings = answer.putArray("recordTypeMappings");
        ObjectNode master = mappings.addObject();
        master.put("active", true);
        master.put("available", true);
        master.put("defaultRecordTypeMapping", true);
        master.put("developerName", "Master");
        master.put("layoutId", layoutId(table));
        master.put("master", true);
        master.put("name", "Master");
        master.put("recordTypeId", "012000000000000AAA");
        answer.withArray("layouts").forEach(each -> ((ObjectNode) each).put("id", layoutId(table)));
        return answer;
    }

    private static ObjectNode named(Ask ask) {
        ObjectNode answer = Json.object();
        ObjectNode layout = answer.putArray("layouts").addObject();
        layout.putObject("buttonLayoutSection").putArray("detailButtons");
        layout.putArray("detailLayoutSections");
        layout.putArray("editLayoutSections");
        layout.putNull("feedView");
        layout.putNull("highlightsPanelLayoutSection");
        layout.putNull("id");
        layout.putArray("multirowEditLayoutSections");
        layout.putArray("offlineLinks");
        layout.putObject("quickActionList").putArray("quickActionListItems");
        layout.putNull("relatedContent");
        layout.putArray("relatedLists");
        layout.putArray("saveOptions");
        answer.putArray("recordTypeMappings");
        answer.putArray("recordTypeSelectorRequired").add(false);
        return answer;
    }

    private static ObjectNode compact(Table table) {
        ObjectNode answer = Json.object();
        ObjectNode system = answer.putArray("compactLayouts").addObject();
        system.putArray("actions");
        system.putArray("fieldItems");
        system.putNull("id");
        system.putArray("imageItems");
        system.put("label", "System Default");
        system.put("name", "SYSTEM");
        system.put("objectType", table.type().name());
        answer.putNull("defaultCompactLayoutId");
        ObjectNode mapping = answer.putArray("recordTypeCompactLayoutMappings").addObject();
        mapping.put("available", true);
        mapping.putNull("compactLayoutId");
        mapping.put("compactLayoutName", "SYSTEM");
        mapping.put("recordTypeId", "012000000000000AAA");
        mapping.put("recordTypeName", "Master");
        answer.putObject("urls");
        return answer;
    }

    private static String layoutId(Table table) {
        return Ids.text("00h", Math.abs(table.type().name().hashCode() % 1_000_000));
    }
}
