package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What objects there are, and what fields they have, as the integration user may see them. */
final class DescribeResource {

    private final Org org;

    DescribeResource(Org org) {
        this.org = org;
    }

    ObjectNode global(Ask ask) {
        ObjectNode all = Json.object();
        all.put("encoding", "UTF-8");
        all.put("maxBatchSize", 200);
        ArrayNode objects = all.putArray("sobjects");
        org.tables().forEach(table -> objects.add(summary(ask, table.type())));
        return all;
    }

    /** {@code GET sobjects/X}: the summary and the records that the user last looked at , by queries FOR VIEW. */
    ObjectNode basic(Ask ask, Table table) {
        ObjectNode basic = Json.object();
        basic.set("objectDescribe", summary(ask, table.type()));
        basic.set("recentItems", org.seen().records(org, ask.root(), Optional.of(table)));
        return basic;
    }

    ObjectNode describe(Ask ask, Table table) {
        ObjectNode described = summary(ask, table.type());
        ArrayNode fields = described.putArray("fields");
        table.type().visibleFields().forEach(field -> {
            ObjectNode node = describe(field);
            if (table.type().frozen(field)) {
                node.put("createable", false).put("updateable", false);
            }
            fields.add(node);
        });
        described.putArray("recordTypeInfos");
        ArrayNode children = described.putArray("childRelationships");
        ChildRelation.of(org, table).forEach(relation -> children.add(describe(relation)));
        return described;
    }

    private static ObjectNode describe(ChildRelation relation) {
        ObjectNode node = Json.object();
        node.put("cascadeDelete", relation.link().is(Trait.CASCADE));
        node.put("childSObject", relation.child().type().name());
        node.put("deprecatedAndHidden", false);
        node.put("field", relation.link().name());
        node.putArray("junctionIdListNames");
        node.putArray("junctionReferenceTo");
        Values.put(node, "relationshipName", relation.name().isEmpty() ? Blank.BLANK : relation.name());
        node.put("restrictedDelete", false);
        return node;
    }

    private static ObjectNode summary(Ask ask, ObjectType type) {
        ObjectNode node = Json.object();
        node.put("name", type.name());
        node.put("label", type.label());
        node.put("labelPlural", type.plural());
        node.put("keyPrefix", type.prefix());
        node.put("custom", type.custom());
        for (String able : new String[] {
            "createable",
            "updateable",
            "deletable",
            "undeletable",
            "queryable",
            "retrieveable",
            "replicateable",
            "searchable"
        }) {
            node.put(able, true);
        }
        node.put("mergeable", !type.with(Role.MASTER_RECORD_ID).isEmpty());
        ObjectNode urls = node.putObject("urls");
        String url = ask.root() + "/sobjects/" + type.name();
        urls.put("sobject", url);
        urls.put("describe", url + "/describe");
        urls.put("rowTemplate", url + "/{ID}");
        return node;
    }

    private static ObjectNode describe(Field field) {
        ObjectNode node = Json.object();
        node.put("name", field.name());
        node.put("label", field.label());
        node.put("type", field.type().describeName());
        node.put("soapType", field.type().soapType());
        node.put("length", field.length());
        node.put("byteLength", field.length() * 3);
        node.put("precision", field.type() == FieldType.INT ? 0 : field.precision());
        node.put("digits", field.type() == FieldType.INT ? field.precision() : 0);
        node.put("scale", field.scale());
        putFlags(node, field);
        node.put("restrictedPicklist", field.is(Trait.RESTRICTED));
        node.set("picklistValues", picklist(field));
        node.set("referenceTo", Json.tree(field.referenceTo()));
        Values.put(
                node, "relationshipName", field.relationshipName().isEmpty() ? Blank.BLANK : field.relationshipName());
        Values.put(node, "defaultValue", field.initial());
        return node;
    }

    private static void putFlags(ObjectNode node, Field field) {
        node.put("custom", field.custom());
        node.put("nillable", nillable(field));
        node.put("createable", field.is(Trait.CREATEABLE));
        node.put("updateable", field.is(Trait.UPDATEABLE));
        node.put("defaultedOnCreate", defaulted(field));
        node.put("externalId", field.is(Trait.EXTERNAL_ID));
        node.put("idLookup", field.namesRecords());
        node.put("unique", field.is(Trait.UNIQUE));
        node.put("caseSensitive", field.is(Trait.CASE_SENSITIVE));
        node.put("calculated", field.is(Trait.CALCULATED));
        node.put("filterable", field.is(Trait.FILTERABLE));
        node.put("sortable", field.is(Trait.FILTERABLE) && field.type() != FieldType.MULTIPICKLIST);
        node.put("groupable", groupable(field));
        node.put("autoNumber", field.role() == Role.AUTO_NUMBER);
        node.put("nameField", field.name().equals("Name"));
        node.put("cascadeDelete", field.is(Trait.CASCADE));
    }

    private static boolean nillable(Field field) {
        return switch (field.role()) {
            case STORED -> !field.is(Trait.REQUIRED) && field.type() != FieldType.BOOLEAN;
            case MASTER_RECORD_ID, FORMULA, EXPECTED_REVENUE, PERSON_NAME -> true;
            case ID,
                    AUTO_NUMBER,
                    IS_DELETED,
                    CREATED_DATE,
                    CREATED_BY,
                    LAST_MODIFIED_DATE,
                    LAST_MODIFIED_BY,
                    SYSTEM_MODSTAMP,
                    STAGE_CLOSED,
                    STAGE_WON,
                    STAGE_FORECAST -> false;
        };
    }

    private static boolean defaulted(Field field) {
        return field.is(Trait.DEFAULTED) || field.type() == FieldType.BOOLEAN || (!field.stored() && !nillable(field));
    }

    /** Grouping is for short values that stand still. */
    static boolean groupable(Field field) {
        return switch (field.type()) {
            case DATETIME, DOUBLE, CURRENCY, PERCENT, MULTIPICKLIST -> false;
            case TEXTAREA -> field.is(Trait.FILTERABLE);
            case ID, STRING, PICKLIST, EMAIL, PHONE, URL, REFERENCE, BOOLEAN, INT, DATE -> !field.is(Trait.CALCULATED);
        };
    }

    private static ArrayNode picklist(Field field) {
        ArrayNode values = Json.array();
        for (String value : field.picklist()) {
            ObjectNode node = values.addObject();
            node.put("active", true);
            node.put("defaultValue", value.equals(field.initial()));
            node.put("label", value);
            node.putNull("validFor");
            node.put("value", value);
        }
        return values;
    }
}
