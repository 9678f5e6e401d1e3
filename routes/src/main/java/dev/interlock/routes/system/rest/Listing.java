package dev.interlock.routes.system.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How records are listed. Parameters and body are templates over {@code {since}}, {@code {cursor}} and {@code {size}}; what
 * has no value is left out.
 *
 * @param path under the base URL
 * @param items the dotted path of the records in a page; a dot if the page is the list
 * @param first the cursor of the first page; blank if it has none
 * @param size the largest legal page
 */
record Listing(
        String method,
        String path,
        Map<String, Template> parameters,
        Map<String, String> headers,
        Optional<BodyTemplate> body,
        String items,
        More more,
        From from,
        String link,
        String first,
        int size,
        Since since) {

    Listing {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        headers = Map.copyOf(headers);
    }

    /**
     * How a page tells that there is another.
     *
     * @param flag the dotted path of a flag; blank if a full page means so
     * @param count the dotted path of how many records there are in all, or of this page; blank if it is not told
     * @param pages the dotted path of how many pages there are; blank if it is not told
     */
    record More(String flag, String count, String pages) {}

    /** Where the next page is known from. */
    enum From {
        /** The id of the last record. */
        LAST_ID,
        /** How many records were read. */
        SKIP,
        /** The number of the page, the first being 1. */
        PAGE,
        /** A token in the page, at the path {@code link}. */
        TOKEN,
        /** The address of the next page, at the path {@code link}. */
        NEXT_LINK,
        /** There is one page only. */
        NONE
    }

    /**
     * How the earliest change is given.
     *
     * @param bounds whether a record of exactly that time comes
     * @param ever the value of {@code {since}} when everything is read; blank if it is left out
     */
    record Since(Stamps stamps, Bounds bounds, String ever) {

        Optional<String> value(Optional<Instant> since) {
            return since.map(bounds == Bounds.EXCLUSIVE ? stamps::before : instant -> instant)
                    .map(stamps::write)
                    .or(() -> Optional.of(ever).filter(text -> !text.isEmpty()));
        }
    }

    /** Whether what changed at the given time is among what comes. */
    enum Bounds {
        INCLUSIVE,
        EXCLUSIVE
    }
}
