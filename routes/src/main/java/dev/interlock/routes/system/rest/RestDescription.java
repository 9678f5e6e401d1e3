package dev.interlock.routes.system.rest;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Yaml;
import dev.interlock.routes.system.Misconfigured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A REST service, as YAML describes it.
 *
 * @param throttled the statuses that mean a limit was reached
 * @param errorCode the dotted path of the error code in a refusal; and of its message
 * @param objects by the name that mappings use
 */
record RestDescription(
        Login login, Set<Integer> throttled, String errorCode, String errorMessage, Map<String, RestObject> objects) {

    /**
     * How calls are allowed.
     *
     * @param header the header that carries it
     * @param scheme {@code basic}, {@code bearer}, or a prefix of its own before the value
     * @param user the connection key that holds the user, for {@code basic}
     * @param secret the connection key that holds the password, token or key
     */
    record Login(String header, String scheme, String user, String secret) {}

    /**
     * One kind of record.
     *
     * @param id the dotted path of its id
     * @param changed the dotted path of its change stamp, and how the stamp is written
     * @param item the dotted path of the record in an answer about one; blank if it is the answer itself
     * @param numbers columns that are JSON numbers; flags those that are true or false
     * @param archived the column that is true on an archived record; blank if there is none
     */
    record RestObject(
            String path,
            String id,
            String changed,
            StampForm stamps,
            String item,
            Listing listing,
            Set<String> numbers,
            Set<String> flags,
            String archived,
            String updateMethod) {}

    /**
     * How records are listed.
     *
     * @param items the dotted path of the records in a page; a dot if the page is the list
     * @param more the dotted path of the flag that says there is another page; blank if a full page means so
     * @param cursor the query parameter that takes the cursor
     * @param cursorFrom {@code last-id}: the id of the last record; {@code skip}: how many were read; {@code page}: the
     *     number of the next page, the first being 1; else the dotted path of the cursor in the page
     * @param limit the query parameter that takes the page size
     * @param size the largest legal page
     * @param since the query parameter that takes the earliest change; blank if there is none and all is read
     * @param always query parameters that every listing has
     */
    record Listing(
            String items,
            String more,
            String cursor,
            String cursorFrom,
            String limit,
            int size,
            String since,
            Map<String, String> always) {}

    /** How a service writes a point in time. */
    enum StampForm {
        EPOCH_MILLIS,
        ISO
    }

    /**
     * Reads a description.
     *
     * @throws Misconfigured with all problems at once
     */
    static RestDescription read(Yaml.Mapping yaml) {
        Reader reader = new Reader();
        RestDescription description = reader.description(yaml);
        if (!reader.problems.isEmpty()) {
            throw new Misconfigured(reader.problems);
        }
        return description;
    }

    private static final class Reader {
        private final List<ConfigProblem> problems = new ArrayList<>();

        RestDescription description(Yaml.Mapping yaml) {
            Yaml.Mapping login = yaml.mapping("login");
            Map<String, RestObject> objects = new LinkedHashMap<>();
            for (Yaml.Entry entry : yaml.mapping("objects").entries()) {
                if (entry.value() instanceof Yaml.Mapping object) {
                    objects.put(entry.name(), object(object));
                } else {
                    problem(entry.value(), "objects." + entry.name() + " must be a mapping");
                }
            }
            Set<Integer> throttled = new TreeSet<>();
            words(yaml, "throttled").forEach(word -> throttled.add(number(yaml, word)));
            return new RestDescription(
                    new Login(
                            login.text("header").orElse("Authorization"),
                            required(login, "scheme"),
                            login.text("user").orElse(""),
                            required(login, "secret")),
                    throttled.isEmpty() ? Set.of(429) : throttled,
                    yaml.mapping("errors").text("code").orElse("error"),
                    yaml.mapping("errors").text("message").orElse("message"),
                    objects);
        }

        private RestObject object(Yaml.Mapping yaml) {
            Yaml.Mapping list = yaml.mapping("list");
            String stamps = yaml.text("stamps").orElse("iso");
            if (!Set.of("iso", "epoch-millis").contains(stamps)) {
                problem(yaml, "stamps must be iso or epoch-millis");
            }
            Listing listing = new Listing(
                    required(list, "items"),
                    list.text("more").orElse(""),
                    required(list, "cursor"),
                    list.text("cursorFrom").orElse("last-id"),
                    required(list, "limit"),
                    number(list, list.text("size").orElse("100")),
                    list.text("since").orElse(""),
                    texts(list.mapping("always")));
            return new RestObject(
                    required(yaml, "path"),
                    yaml.text("id").orElse("id"),
                    required(yaml, "changed"),
                    stamps.equals("iso") ? StampForm.ISO : StampForm.EPOCH_MILLIS,
                    yaml.text("item").orElse(""),
                    listing,
                    Set.copyOf(words(yaml, "numbers")),
                    Set.copyOf(words(yaml, "flags")),
                    yaml.text("archived").orElse(""),
                    yaml.text("update").orElse("PATCH"));
        }

        private String required(Yaml.Mapping yaml, String key) {
            Optional<String> text = yaml.text(key).filter(some -> !some.isBlank());
            if (text.isEmpty()) {
                problem(yaml, key + " is missing");
            }
            return text.orElse("");
        }

        private static Map<String, String> texts(Yaml.Mapping yaml) {
            Map<String, String> texts = new LinkedHashMap<>();
            yaml.names().forEach(name -> texts.put(name, yaml.text(name).orElse("")));
            return texts;
        }

        private static List<String> words(Yaml.Mapping yaml, String key) {
            List<String> words = new ArrayList<>();
            if (yaml.get(key).orElse(yaml) instanceof Yaml.Sequence sequence) {
                sequence.items().forEach(item -> {
                    if (item instanceof Yaml.Scalar scalar) {
                        words.add(scalar.text());
                    }
                });
            }
            return words;
        }

        private int number(Yaml at, String word) {
            try {
                return Integer.parseInt(word);
            } catch (NumberFormatException none) {
                problem(at, "'" + word + "' is not a number");
                return 0;
            }
        }

        private void problem(Yaml at, String what) {
            problems.add(new ConfigProblem(at.at().file(), at.line(), at.column(), what, Optional.empty()));
        }
    }
}
