package dev.interlock.sandbox;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hands every request of one port to its service or to its control door, and lets the waiting faults strike. */
final class Answering implements ResponseDefinitionTransformerV2 {

    static final String NAME = "sandbox";

    private final Service service;
    private final Faults faults = new Faults();
    private final CallCount count = new CallCount();
    private final ControlDoor door;

    Answering(Service service) {
        this.service = service;
        this.door = new ControlDoor(service, faults, count);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Call call = call(event.getRequest());
        if (call.path().startsWith("/_sandbox")) {
            return definition(door.answer(call)).build();
        }
        count.count(call);
        return answer(call);
    }

    private ResponseDefinition answer(Call call) {
        Optional<Fault> fault = faults.next(call);
        if (fault.isEmpty()) {
            return definition(service.answer(call)).build();
        }
        return new Struck(fault.get(), () -> service.answer(call)).answer().build();
    }

    static ResponseDefinitionBuilder definition(Reply reply) {
        ResponseDefinitionBuilder builder = new ResponseDefinitionBuilder().withStatus(reply.status());
        reply.headers().forEach((name, value) -> builder.withHeader(name, value));
        if (!reply.headers().containsKey("Date")) {
            builder.withHeader("Date", RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        }
        return reply.body().length == 0 ? builder : builder.withBody(reply.body());
    }

    private static Call call(Request request) {
        URI uri = URI.create(request.getUrl());
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
        }
        return new Call(
                request.getMethod().getName(), uri.getRawPath(), query(uri.getRawQuery()), headers, request.getBody());
    }

    private static Map<String, List<String>> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
