package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

/** What the stage of an opportunity says about it. */
final class Stages {

    private final JsonNode byName = SchemaReader.resource("objects.json").path("stages");

    boolean closed(Object stage) {
        return of(stage).path("closed").asBoolean(false);
    }

    boolean won(Object stage) {
        return of(stage).path("won").asBoolean(false);
    }

    String forecast(Object stage) {
        return of(stage).path("forecast").asText("Pipeline");
    }

    double probability(Object stage) {
        return of(stage).path("probability").asDouble(0);
    }

    private JsonNode of(Object stage) {
        return byName.path(String.valueOf(stage));
    }
}
