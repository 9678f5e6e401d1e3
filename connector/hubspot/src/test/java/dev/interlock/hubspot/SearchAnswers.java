package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.UnaryOperator;

/** Lets a test answer each request from its body. */
final class SearchAnswers implements ResponseDefinitionTransformerV2 {

    static final String NAME = "search";

    volatile UnaryOperator<JsonNode> answer = request -> Json.MAPPER.createObjectNode();

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        JsonNode request = Json.parse(event.getRequest().getBodyAsString()).orElseThrow();
        return Portal.json(200, Json.text(answer.apply(request))).build();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
