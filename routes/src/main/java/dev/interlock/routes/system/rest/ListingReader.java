package dev.interlock.routes.system.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how an object is listed. */
final class ListingReader {

    private static final Set<String> PLACES = Set.of("since", "cursor", "size", "columns");

    private final Keys keys;
    private final String path;
    private final Stamps stamps;

    ListingReader(Keys keys, String path, Stamps stamps) {
        this.keys = keys;
        this.path = path;
        this.stamps = stamps;
    }

    Listing listing() {
        Keys since = keys.mapping("since");
        String cursorFrom = keys.text("cursorFrom", keys.text("link", "").isEmpty() ? "last-id" : "next-link");
        Listing listing = new Listing(
                keys.text("method", "GET"),
                keys.text("path", path),
                parameters(since),
                keys.texts("headers"),
                keys.body("body", PLACES),
                keys.required("items"),
                new Listing.More(keys.text("more", ""), keys.text("count", ""), keys.text("pages", "")),
                from(cursorFrom),
                from(cursorFrom) == Listing.From.NEXT_LINK ? keys.required("link") : cursorFrom,
                keys.text("first", ""),
                Keys.number(keys.text("size", "100")).orElse(100),
                new Listing.Since(
                        ObjectReader.format(since, stamps),
                        since.text("bounds", "inclusive").equals("exclusive")
                                ? Listing.Bounds.EXCLUSIVE
                                : Listing.Bounds.INCLUSIVE,
                        since.text("ever", "")));
        check(listing);
        return listing;
    }

    private Map<String, Template> parameters(Keys since) {
        Map<String, Template> parameters = new LinkedHashMap<>(keys.templates("always", PLACES));
        parameters.putAll(keys.templates("parameters", PLACES));
        keys.yaml().text("limit").ifPresent(name -> parameters.put(name, new Template("{size}")));
        keys.yaml().text("since").ifPresent(name -> parameters.put(name, new Template("{since}")));
        since.yaml()
                .text("parameter")
                .ifPresent(name -> parameters.put(name, since.template("template", "{since}", PLACES)));
        keys.yaml().text("cursor").ifPresent(name -> parameters.put(name, new Template("{cursor}")));
        return parameters;
    }

    private static Listing.From from(String word) {
        return switch (word) {
            case "last-id" -> Listing.From.LAST_ID;
            case "skip" -> Listing.From.SKIP;
            case "page" -> Listing.From.PAGE;
            case "next-link" -> Listing.From.NEXT_LINK;
            case "none" -> Listing.From.NONE;
            default -> Listing.From.TOKEN;
        };
    }

    private void check(Listing listing) {
        boolean follows = listing.from() != Listing.From.NONE && listing.from() != Listing.From.NEXT_LINK;
        if (follows && !takes(listing, "cursor")) {
            keys.problem("nothing carries the cursor: name the query parameter as 'cursor', or write {cursor}, or say"
                    + " cursorFrom: none");
        }
        if (listing.body().isPresent() && listing.method().equals("GET")) {
            keys.problem("body", "a GET has no body; say method: POST");
        }
        boolean said = keys.yaml().get("since").isPresent();
        if (said && !takes(listing, "since")) {
            keys.problem("since", "nothing carries the time: name a parameter, or write {since}");
        }
    }

    private static boolean takes(Listing listing, String place) {
        boolean inBody =
                listing.body().map(body -> body.places().contains(place)).orElse(false);
        return inBody
                || Optional.of(listing.parameters()).stream()
                        .flatMap(all -> all.values().stream())
                        .anyMatch(template -> template.places().contains(place));
    }
}
