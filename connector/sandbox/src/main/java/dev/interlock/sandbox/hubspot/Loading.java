package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of text as records that were there before: each a second younger than the one before it. */
final class Loading {

    private static final long STEP_MILLIS = 1_000;
    /** The column by which a row is tied to a contact that was loaded earlier: its e-mail address or id. */
    private static final String CONTACT = "associated_contact";
    /** The same for a company: its domain, name or id. */
    private static final String COMPANY = "associated_company";

    private final Portal portal;
    private final Writer writer;
    private final Map<String, Long> companies = new LinkedHashMap<>();
    private long loaded;

    Loading(Portal portal, Writer writer) {
        this.portal = portal;
        this.writer = writer;
    }

    int load(String object, List<Map<String, String>> rows) {
        int number = 0;
        for (Map<String, String> row : rows) {
            number++;
            try {
                if (object.equals("owners")) {
                    owner(row);
                } else {
                    record(portal.required(object), row);
                }
            } catch (ApiError error) {
                throw new IllegalArgumentException(object + " row " + number + ": " + error.reason(), error);
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException(object + " row " + number + ", " + unfit.getMessage(), unfit);
            }
        }
        return number;
    }

    private void owner(Map<String, String> row) {
        String id = row.getOrDefault("id", "");
        if (!id.matches("\\d{1,12}")) {
            throw new IllegalArgumentException("column 'id': '" + id + "' is not a number");
        }
        portal.owner(new Owner(
                id,
                row.getOrDefault("email", ""),
                row.getOrDefault("firstName", ""),
                row.getOrDefault("lastName", ""),
                Boolean.parseBoolean(row.getOrDefault("archived", "false"))));
    }

    private void record(ObjectType type, Map<String, String> row) {
        Map<String, String> properties = new LinkedHashMap<>();
        Links links = new Links();
        row.forEach((column, text) -> {
            if (text.isBlank()) {
                return;
            }
            switch (column) {
                case CONTACT -> links.contact(type, text);
                case COMPANY -> links.company(type, text);
                default -> properties.put(known(type, column), text);
            }
        });
        long at = portal.settings().loadedAt() + STEP_MILLIS * loaded++;
        CrmRecord record = writer.create(type, properties, links.asked, new Author(Source.IMPORT, at));
        if (type.equals(ObjectType.COMPANIES)) {
            record.filled("name").ifPresent(name -> companies.putIfAbsent(name, record.id()));
            record.filled("domain").ifPresent(domain -> companies.putIfAbsent(domain, record.id()));
        }
    }

    private String known(ObjectType type, String column) {
        if (portal.properties(type).find(column).isEmpty()) {
            throw new IllegalArgumentException("column '" + column + "': no such property on " + type.name());
        }
        return column;
    }

    void clear() {
        loaded = 0;
        companies.clear();
    }

    /** The associations of one row, in the form a create takes. */
    private final class Links {

        private final ArrayNode asked = JsonNodeFactory.instance.arrayNode();

        void contact(ObjectType from, String emailOrId) {
            long id = portal.store(ObjectType.CONTACTS)
                    .byUnique("email", emailOrId)
                    .or(() -> portal.find(ObjectType.CONTACTS, emailOrId))
                    .map(CrmRecord::id)
                    .orElseThrow(() ->
                            new IllegalArgumentException("column '" + CONTACT + "': no contact '" + emailOrId + "'"));
            add(from, ObjectType.CONTACTS, id);
        }

        void company(ObjectType from, String nameOrId) {
            Long named = companies.get(nameOrId);
            long id = named != null
                    ? named
                    : portal.find(ObjectType.COMPANIES, nameOrId)
                            .map(CrmRecord::id)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "column '" + COMPANY + "': no company '" + nameOrId + "'"));
            add(from, ObjectType.COMPANIES, id);
        }

        private void add(ObjectType from, ObjectType to, long id) {
            var link = asked.addObject();
            link.putObject("to").put("id", Long.toString(id));
            link.putArray("types")
                    .addObject()
                    .put("associationCategory", "HUBSPOT_DEFINED")
                    .put(
                            "associationTypeId",
                            portal.associations().types().plain(from, to).id());
        }
    }
}
