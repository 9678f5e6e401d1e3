package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas are schemas, describe every key, and list what the code knows. */
class SchemaTest {

    private static JsonNode schema(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(SchemaCheck.class.getResourceAsStream("schema/" + name))) {
            return new ObjectMapper().readTree(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interlock.schema.json", "record.schema.json"})
    void a_schema_is_valid_by_its_own_standard(String name) throws IOException {
        Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(standard.validate(schema(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interlock.schema.json", "record.schema.json"})
    void every_key_is_described_for_editors(String name) throws IOException {
        List<String> silent = new ArrayList<>();
        collect(schema(name), silent);
        assertThat(silent).isEmpty();
    }

    private static void collect(JsonNode schema, List<String> silent) {
        schema.path("properties").fields().forEachRemaining(property -> {
            if (!property.getValue().has("description")) {
                silent.add(property.getKey());
            }
        });
        schema.forEach(part -> collect(part, silent));
    }

    @Test
    void the_schema_knows_all_kinds_and_all_lenses() throws IOException {
        JsonNode defs = schema("record.schema.json").path("$defs");
        assertThat(words(defs.at("/field/properties/type/enum")))
                .containsExactlyElementsOf(Arrays.stream(FieldKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(words(defs.at("/binding/properties/use/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Use.values()).map(Use::word).toList());
        List<String> options = new ArrayList<>();
        defs.at("/binding/properties").fieldNames().forEachRemaining(options::add);
        assertThat(options).allMatch(Use::isOption);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
