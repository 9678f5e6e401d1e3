package dev.interlock.sandbox.salesforce;

/** A place in a query, to complain about it: a piece of the text, a caret below it, row and column. */
final class SoqlFault {

    private static final int AROUND = 40;

    private final String where;

    private SoqlFault(String where) {
        this.where = where;
    }

    static SoqlFault at(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int row = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        int column = position - (before.lastIndexOf('\n') + 1) + 1;
        String line = text.lines().skip(row - 1L).findFirst().orElse("");
        int from = Math.max(0, column - 1 - AROUND);
        int to = Math.min(line.length(), column - 1 + AROUND);
        String shown = from < to ? line.substring(from, to) : "";
        return new SoqlFault("\n" + shown + "\n" + " ".repeat(Math.max(0, column - 1 - from)) + "^\nERROR at Row:" + row
                + ":Column:" + column + "\n");
    }

    Refusal malformed(String message) {
        return Refusal.of("MALFORMED_QUERY", where + message);
    }

    Refusal noSuchColumn(String name, ObjectType type) {
        return invalidField("No such column '" + name + "' on entity '" + type.name()
                + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field"
                + " name. Please reference your WSDL or the describe call for the appropriate names.");
    }

    Refusal noSuchRelationship(String name) {
        return invalidField("Didn't understand relationship '" + name
                + "' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after"
                + " the custom relationship name. Please reference your WSDL or the describe call for the appropriate"
                + " names.");
    }

    Refusal noSuchType(String name) {
        return Refusal.of(
                "INVALID_TYPE",
                where + "sObject type '" + name
                        + "' is not supported. If you are attempting to use a custom object, be sure to append the '__c'"
                        + " after the entity name. Please reference your WSDL or the describe call for the appropriate"
                        + " names.");
    }

    Refusal invalidField(String message) {
        return Refusal.of("INVALID_FIELD", where + message);
    }

    Refusal invalidFilter(String message) {
        return Refusal.of("INVALID_QUERY_FILTER_OPERATOR", where + message);
    }
}
