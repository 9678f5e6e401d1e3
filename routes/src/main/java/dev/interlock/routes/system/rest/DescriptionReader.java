package dev.interlock.routes.system.rest;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.routes.system.Misconfigured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a description, after its shape was held against its schema. */
final class DescriptionReader {

    private static final Set<String> OWN = Set.of(
            "preset",
            "baseUrl",
            "headers",
            "contentType",
            "login",
            "throttled",
            "success",
            "errors",
            "objects",
            "webhook");

    private final List<ConfigProblem> problems;

    private DescriptionReader(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /**
     * Reads a description.
     *
     * @throws Misconfigured with all problems at once
     */
    static RestDescription read(Yaml.Mapping yaml) {
        List<ConfigProblem> problems = new ArrayList<>(YamlFile.check(yaml, "rest.schema.json"));
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        RestDescription description = new DescriptionReader(problems).description(new Keys(yaml, problems));
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return description;
    }

    private RestDescription description(Keys keys) {
        Login login = login(keys.mapping("login"));
        Map<String, Template> headers = keys.templates("headers");
        unknown(keys.yaml(), named(keys, headers));
        Map<String, RestObject> objects = new LinkedHashMap<>();
        for (Yaml.Entry entry : keys.yaml().mapping("objects").entries()) {
            if (entry.value() instanceof Yaml.Mapping object) {
                objects.put(entry.name(), new ObjectReader(new Keys(object, problems)).object());
            }
        }
        return new RestDescription(
                login,
                headers,
                keys.text("contentType", "application/json"),
                throttle(keys),
                keys.some("success").map(DescriptionReader::trait),
                keys.mapping("errors").text("code", "error"),
                keys.mapping("errors").text("message", "message"),
                objects,
                keys.some("webhook").map(Webhooks::read));
    }

    /** Keys that are no part of the description must be named by it, or they are misspelt. */
    private void unknown(Yaml.Mapping yaml, Set<String> named) {
        Set<String> known = new LinkedHashSet<>(named);
        known.addAll(OWN);
        for (Yaml.Entry entry : yaml.entries()) {
            if (!known.contains(entry.name())) {
                problems.add(entry.key().at().problem("unknown key '" + entry.name() + "'", entry.name(), known));
            }
        }
    }

    private static Set<String> named(Keys keys, Map<String, Template> headers) {
        Set<String> named = new LinkedHashSet<>();
        Keys login = keys.mapping("login");
        List.of("user", "secret", "session")
                .forEach(key -> login.yaml().text(key).ifPresent(named::add));
        login.yaml().text("url").ifPresent(url -> named.addAll(new Template(url).places()));
        List.of("form", "json")
                .forEach(key -> login.templates(key).values().forEach(field -> named.addAll(field.places())));
        headers.values().forEach(header -> named.addAll(header.places()));
        keys.mapping("webhook").yaml().text("secret").ifPresent(named::add);
        return named;
    }

    private static Login login(Keys keys) {
        String header = keys.text("header", "Authorization");
        return switch (keys.required("scheme")) {
            case "none" -> new Login.Open();
            case "client-credentials" -> fetched(keys, Map.of("grant_type", new Template("client_credentials")), true);
            case "token-exchange" -> fetched(keys, Map.of(), false);
            case "aws-sigv4" ->
                new Login.Signed(
                        keys.required("user"),
                        keys.required("secret"),
                        keys.text("session", ""),
                        keys.required("region"),
                        keys.required("service"));
            case "basic" -> new Login.Fixed(header, "basic", keys.required("user"), keys.required("secret"));
            case String scheme -> new Login.Fixed(header, scheme, "", keys.required("secret"));
        };
    }

    private static Login fetched(Keys keys, Map<String, Template> always, boolean isClient) {
        Map<String, Template> fields = new LinkedHashMap<>(always);
        boolean isJson = keys.some("json").isPresent();
        fields.putAll(keys.templates(isJson ? "json" : "form"));
        if (!isClient && fields.isEmpty()) {
            keys.problem("token-exchange needs form or json: what is sent for the token");
        }
        Login.Pair pair = new Login.Pair(
                isClient ? keys.required("user") : "",
                isClient ? keys.required("secret") : "",
                keys.text("client", "body").equals("header"));
        return new Login.Fetched(
                keys.text("header", "Authorization"),
                keys.text("prefix", "Bearer"),
                new Template(keys.required("url")),
                isJson ? Login.Form.JSON : Login.Form.FORM,
                fields,
                pair,
                keys.text("token", "access_token"),
                new Login.Expiry(
                        keys.text("expires", "expires_in"),
                        keys.text("expiresAs", "seconds"),
                        keys.duration("lifetime", Duration.ofMinutes(5)),
                        keys.duration("margin", Duration.ofSeconds(60))));
    }

    private static RestDescription.Throttle throttle(Keys keys) {
        Keys throttled = keys.mapping("throttled");
        Set<Integer> statuses = throttled.numbers("statuses", keys.numbers("throttled", Set.of(429)));
        Optional<Duration> pause =
                throttled.yaml().text("pause").map(any -> throttled.duration("pause", Duration.ZERO));
        return new RestDescription.Throttle(
                statuses,
                throttled.words("codes"),
                pause,
                throttled.yaml().text("writesPerSecond").map(Double::parseDouble));
    }

    static Trait trait(Keys keys) {
        Trait trait = new Trait(keys.required("at"), keys.words("is"), keys.words("not"));
        if (trait.is().isEmpty() && trait.not().isEmpty()) {
            keys.problem("one of 'is' and 'not' must say what the value is held against");
        }
        return trait;
    }
}
