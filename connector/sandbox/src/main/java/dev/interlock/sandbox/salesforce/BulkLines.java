package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How the lines of a job are cut: the names of its delimiter and of its line ending. */
record BulkLines(String delimiterName, String endName) {

    static final BulkLines PLAIN = new BulkLines("COMMA", "LF");

    BulkLines {
        if (!BulkCsv.DELIMITERS.containsKey(delimiterName)) {
            throw Refusal.of("INVALIDJOB", "InvalidJob : Unsupported columnDelimiter: " + delimiterName);
        }
        if (!endName.equals("LF") && !endName.equals("CRLF")) {
            throw Refusal.of("INVALIDJOB", "InvalidJob : Unsupported lineEnding: " + endName);
        }
    }

    static BulkLines asked(ObjectNode body) {
        return new BulkLines(
                body.path("columnDelimiter").asText("COMMA"),
                body.path("lineEnding").asText("LF"));
    }

    char delimiter() {
        return BulkCsv.DELIMITERS.getOrDefault(delimiterName, ',');
    }

    String end() {
        return endName.equals("LF") ? "\n" : "\r\n";
    }

    String line(List<String> cells) {
        return BulkCsv.line(cells, delimiter(), end());
    }

    /** Whether the first line of a text ends as it was said to. */
    boolean fits(String text) {
        int newline = text.indexOf('\n');
        return newline < 0 || (newline > 0 && text.charAt(newline - 1) == '\r') == endName.equals("CRLF");
    }
}
