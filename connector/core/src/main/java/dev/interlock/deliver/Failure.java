package dev.interlock.deliver;

import java.util.List;

/**
 * Why a system did not do as asked.
 *
 * @param code the system's own code: {@code STRING_TOO_LONG}, {@code VALIDATION_ERROR}
 * @param message the system's own words
 * @param columns the columns it names
 * @param response the answer as it came, secrets masked; blank if there was none
 */
public record Failure(String code, String message, List<String> columns, String response) {

    public Failure {
        columns = List.copyOf(columns);
    }
}
