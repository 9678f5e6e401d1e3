package dev.interlock.routes.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whatever a REST service answers, it is read or is a declared trouble. */
class RestAnswersFuzzTest {

    private static final SystemId SERVICE = new SystemId("service");
    private static final RestDescription DESCRIPTION = DescriptionReader.read(Described.yaml("""
            login: { scheme: bearer, secret: token }
            token: t
            success: { at: ok, is: ["true"] }
            objects:
              things:
                path: /things
                changed: changed
                list: { items: data, cursorFrom: none }
            """));
    private static final RestFailures FAILURES =
            new RestFailures(SERVICE, DESCRIPTION, InstantSource.fixed(Instant.EPOCH));
    private static final RestShape SHAPE =
            new RestShape(SERVICE, Described.THING, DESCRIPTION.objects().get("things"));

    @FuzzTest(maxDuration = "1m")
    void any_answer_is_read_or_is_a_declared_trouble(byte[] bytes) {
        Map<String, String> headers = Map.of("retry-after", new String(bytes, StandardCharsets.UTF_8));
        for (int status : new int[] {0, 200, 400, 401, 403, 404, 429, 500}) {
            try {
                JsonNode body = FAILURES.judged(new Wire.Reply(status, bytes, headers), Optional.empty());
                SHAPE.observation(SHAPE.item(body), Set.of("name", "a.b"), Instant.EPOCH);
            } catch (Trouble declared) {
                assertThat(declared.asDelivery()).isNotNull();
            }
        }
    }
}
