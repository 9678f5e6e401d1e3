package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of an error answer: the code, the words, and the fields it is about.
 *
 * @param duplicates which records a duplicate rule found, where it was one
 */
record Problem(String code, String message, List<String> fields, Optional<ObjectNode> duplicates) {

    private static final Map<String, Integer> STATUS = Map.of(
            "NOT_FOUND", 404,
            "ENTITY_IS_DELETED", 404,
            "INVALID_SESSION_ID", 401,
            "REQUEST_LIMIT_EXCEEDED", 403,
            "INSUFFICIENT_ACCESS_OR_READONLY", 403,
            "METHOD_NOT_ALLOWED", 405,
            "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", 412,
            "UNSUPPORTED_MEDIA_TYPE", 415);

    /** Problems found before a record is looked at come without the list of fields. */
    private static final Set<String> WITHOUT_FIELDS = Set.of(
            "NOT_FOUND",
            "INVALID_SESSION_ID",
            "REQUEST_LIMIT_EXCEEDED",
            "METHOD_NOT_ALLOWED",
            "UNSUPPORTED_MEDIA_TYPE",
            "INVALID_FIELD",
            "DUPLICATES_DETECTED",
            "INVALID_TYPE",
            "JSON_PARSER_ERROR",
            "MALFORMED_QUERY",
            "INVALID_QUERY_LOCATOR",
            "INVALID_QUERY_FILTER_OPERATOR",
            "INVALID_REPLICATION_DATE");

    Problem {
        fields = List.copyOf(fields);
    }

    Problem(String code, String message, List<String> fields) {
        this(code, message, fields, Optional.empty());
    }

    static Problem of(String code, String message, String... fields) {
        return new Problem(code, message, List.of(fields));
    }

    /** The HTTP status under which a single-record resource reports it. */
    int status() {
        return STATUS.getOrDefault(code, 400);
    }

    boolean namesFields() {
        return !WITHOUT_FIELDS.contains(code);
    }
}
