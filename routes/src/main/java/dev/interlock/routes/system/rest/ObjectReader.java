package dev.interlock.routes.system.rest;

import dev.interlock.mapping.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one object of a description. */
final class ObjectReader {

    private static final Set<String> RECORD = Set.of("id", "key", "columns");

    private final Keys keys;
    private final String path;
    private final Stamps stamps;

    ObjectReader(Keys keys) {
        this.keys = keys;
        this.path = keys.required("path");
        this.stamps = stamps(keys, "stamps", "iso");
    }

    private static Stamps stamps(Keys keys, String key, String otherwise) {
        String form = keys.text(key, otherwise);
        if (!Stamps.isKnown(form)) {
            keys.problem(
                    key,
                    "'" + form + "' is no way to write a time: iso, iso-seconds, epoch-millis, epoch-seconds, or a"
                            + " pattern with date and time");
            return new Stamps("iso");
        }
        return new Stamps(form);
    }

    RestObject object() {
        return new RestObject(
                keys.text("id", "id"),
                keys.text("changed", ""),
                stamps,
                keys.text("item", ""),
                new ListingReader(keys.mapping("list"), path, stamps).listing(),
                operation(keys.mapping("read"), "GET", path + "/{id}"),
                keys.some("find").map(this::find),
                new WritingReader(keys, path).writing(),
                new RestObject.Forms(keys.words("numbers"), keys.words("flags"), keys.words("lists")),
                keys.text("archived", ""),
                keys.some("gate").map(ObjectReader::gate),
                veils(),
                scoped(),
                choices(),
                currencies());
    }

    private RestObject.Find find(Keys find) {
        return new RestObject.Find(operation(find, "GET", path), find.required("items"));
    }

    static Writing.Operation operation(Keys keys, String method, String path) {
        return new Writing.Operation(
                keys.text("method", method),
                keys.template("path", path, RECORD),
                keys.templates("parameters", RECORD),
                keys.texts("headers"),
                keys.body("with", RECORD),
                keys.text("under", ""));
    }

    private static RestObject.Gate gate(Keys gate) {
        Map<String, Optional<Set<String>>> writable = new LinkedHashMap<>();
        Keys states = gate.mapping("writable");
        for (String state : states.yaml().names()) {
            Set<String> columns = states.words(state);
            writable.put(state, columns.equals(Set.of("all")) ? Optional.empty() : Optional.of(columns));
        }
        return new RestObject.Gate(gate.required("by"), writable);
    }

    private List<RestObject.Veil> veils() {
        List<RestObject.Veil> veils = new ArrayList<>();
        if (keys.yaml().get("hidden").orElse(keys.yaml()) instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                if (item instanceof Yaml.Mapping mapping) {
                    veils.add(veil(new Keys(mapping, keys.problems())));
                }
            }
        }
        return veils;
    }

    private static RestObject.Veil veil(Keys veil) {
        if (veil.yaml().get("columns").isPresent() && veil.yaml().get("but").isPresent()) {
            veil.problem("say either 'columns' or 'but'");
        }
        for (String key : List.of("columns", "but")) {
            if (veil.yaml().get(key).isPresent() && veil.words(key).isEmpty()) {
                veil.problem(key, "'" + key + "' must name a column");
            }
        }
        return new RestObject.Veil(
                DescriptionReader.trait(veil.mapping("when")), veil.words("columns"), veil.words("but"));
    }

    private Map<String, RestObject.Scoped> scoped() {
        Map<String, RestObject.Scoped> scoped = new LinkedHashMap<>();
        Keys all = keys.mapping("scoped");
        for (String column : all.yaml().names()) {
            Keys one = all.mapping(column);
            Map<String, Map<String, String>> words = new LinkedHashMap<>();
            one.mapping("maps")
                    .yaml()
                    .names()
                    .forEach(scope -> words.put(scope, one.mapping("maps").texts(scope)));
            scoped.put(column, new RestObject.Scoped(one.required("by"), words));
        }
        return scoped;
    }

    private Map<String, RestObject.Choices> choices() {
        Map<String, RestObject.Choices> choices = new LinkedHashMap<>();
        Keys all = keys.mapping("choices");
        for (String column : all.yaml().names()) {
            Keys one = all.mapping(column);
            choices.put(
                    column,
                    new RestObject.Choices(
                            one.required("path"),
                            one.texts("parameters"),
                            one.required("items"),
                            one.required("value"),
                            one.text("scope", "")));
        }
        return choices;
    }

    private Map<String, RestObject.Currency> currencies() {
        Map<String, RestObject.Currency> currencies = new LinkedHashMap<>();
        Keys all = keys.mapping("currencies");
        for (String column : all.yaml().names()) {
            Keys one = all.mapping(column);
            currencies.put(column, new RestObject.Currency(one.required("by"), one.required("is")));
        }
        return currencies;
    }

    static Stamps format(Keys keys, Stamps otherwise) {
        return stamps(keys, "format", otherwise.form());
    }
}
