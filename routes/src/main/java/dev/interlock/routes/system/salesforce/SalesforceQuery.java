package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The pieces SOQL is put together from. Names come from describe, values are quoted: nothing else enters a query. */
final class SalesforceQuery {

    private SalesforceQuery() {}

    /** Those of the columns that the object has and the user may see; a path through a relationship by its first name. */
    static Set<String> readable(Collection<String> columns, JsonNode described) {
        Set<String> relationships = new TreeSet<>();
        described.forEach(
                field -> relationships.add(field.path("relationshipName").asText("")));
        return columns.stream()
                .filter(column -> column.matches("[A-Za-z][A-Za-z0-9_.]*"))
                .filter(column -> described.has(column)
                        || (column.indexOf('.') > 0
                                && relationships.contains(column.substring(0, column.indexOf('.')))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A SOQL string literal (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> literal.append("\\\\");
                case '\'' -> literal.append("\\'");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(letter);
            }
        }
        return literal.append('\'').toString();
    }

    /** {@code 'a','b'}. */
    static String quoted(Collection<String> texts) {
        return texts.stream().map(SalesforceQuery::quoted).collect(Collectors.joining(","));
    }
}
