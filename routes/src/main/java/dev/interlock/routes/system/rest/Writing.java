package dev.interlock.routes.system.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How records are written.
 *
 * @param upsert creates, or changes the record that has our key already; empty if there is no such call
 */
record Writing(
        Operation create,
        Optional<Operation> upsert,
        Operation update,
        Operation delete,
        Sends sends,
        Set<String> without,
        Nulls nulls,
        Optional<Version> version,
        Optional<Once> once) {

    Writing {
        without = Set.copyOf(without);
    }

    /**
     * One call about one record. Path and parameters are templates over {@code {id}} and {@code {key}}.
     *
     * @param extra what stands in the body beside the record, or instead of one
     * @param under the dotted path at which the record stands in the body; blank if it is the body
     */
    record Operation(
            String method,
            Template path,
            Map<String, Template> parameters,
            Map<String, String> headers,
            Optional<BodyTemplate> extra,
            String under) {

        Operation {
            parameters = Map.copyOf(parameters);
            headers = Map.copyOf(headers);
        }
    }

    /** What an update sends. */
    enum Sends {
        /** The changed columns. */
        CHANGES,
        /** The present record, with the changes laid over it: a service takes what is left out as cleared. */
        WHOLE
    }

    /**
     * How a column is cleared.
     *
     * @param how {@code null}, {@code empty} for an empty text, or {@code parameter}
     * @param parameter the query parameter that lists the cleared columns, parted by commas
     */
    record Nulls(String how, String parameter) {}

    /**
     * What proves that a record is still the one that was read.
     *
     * @param header the request header that carries it; blank if a field does
     * @param field the field of the request that carries it
     * @param path where a read record has it; blank if the header {@code ETag} of the answer has it
     * @param statuses the statuses that say that the record has changed, and {@code codes} the error codes
     */
    record Version(String header, String field, String path, Set<Integer> statuses, Set<String> codes) {}

    /**
     * What lets a service know a call that is made again.
     *
     * @param header the request header that carries it; blank if the field {@code field} does
     */
    record Once(String header, String field) {}
}
