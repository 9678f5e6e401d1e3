package dev.interlock.sandbox.market;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * How companies and people of a country are called and reached.
 *
 * @param names of the country: the English one first, then others in use
 * @param dial its calling code
 * @param areas calling codes within it, without the 0 that is dialled before them
 * @param cities each with a postcode
 * @param forms legal forms: the brief one and the one written out
 * @param business words of the trade, in its language
 * @param family the family names that many have
 * @param endings of the family names that few have
 * @param street how a street is written, from {name} and {nr}
 */
record Land(
        String iso,
        List<String> names,
        String dial,
        List<String> areas,
        List<List<String>> cities,
        List<Form> forms,
        List<String> business,
        List<String> given,
        List<String> family,
        String street,
        String script,
        List<String> endings) {

    /** A legal form, such as GmbH. */
    record Form(String brief, String full) {}

    private static final List<Land> ALL = read();

    static List<Land> all() {
        return ALL;
    }

    boolean isLatin() {
        return script.equals("latin");
    }

    private static List<Land> read() {
        try (InputStream stream = Objects.requireNonNull(Land.class.getResourceAsStream("lands.json"), "no lands")) {
            return List.copyOf(new ObjectMapper().readValue(stream, new TypeReference<List<Land>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException("the lands cannot be read", broken);
        }
    }
}
