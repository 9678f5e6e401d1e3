package dev.interlock.routes.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.Set;

/** Whatever bytes come as an answer, they are JSON or declared nonsense, and columns can be read from any JSON. */
class JsonFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_answer_is_json_or_nonsense(byte[] bytes) {
        try {
            JsonNode answer = Json.read(new ByteArrayInputStream(bytes));
            Json.columns(answer, Set.of("a", "a.b", "properties.name", "0", ".", ""));
            answer.forEach(item -> Json.columns(item, Set.of("a", "a.b")));
        } catch (Trouble declared) {
            assertThat(declared.kind()).isIn(Trouble.Kind.NONSENSE, Trouble.Kind.NO_ANSWER);
        }
    }
}
