package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.FieldValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that anybody writes into a file gets more out of the reader than problems. */
class HostileYamlTest {

    private static List<String> problems(byte[] content) {
        ConfigReading reading = ConfigReader.read(List.of(new SourceFile("x.yaml", content)), Map.of());
        assertThat(reading).isInstanceOf(ConfigReading.Bad.class);
        return ((ConfigReading.Bad) reading)
                .problems().stream().map(ConfigProblem::toString).toList();
    }

    private static List<String> problems(String content) {
        return problems(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Timeout(20)
    void deep_nesting_is_refused() {
        assertThat(problems("[".repeat(50_000))).containsExactly("x.yaml:1:34 nested more than 32 levels deep");
        assertThat(problems("{a: ".repeat(40_000)).getFirst()).contains("nested more than 32 levels deep");
        assertThat(problems("- ".repeat(60_000)).getFirst()).contains("nested more than 32 levels deep");
    }

    @Test
    void aliases_anchors_and_tags_are_refused() {
        assertThat(problems("a: &x [1]\nb: *x\n")).containsExactly("x.yaml:1:4 anchors (&x) are not allowed");
        assertThat(problems("a: *x\n")).containsExactly("x.yaml:1:4 aliases (*x) are not allowed: write the value out");
        assertThat(problems("a: !!java.net.URL [x]\n"))
                .containsExactly("x.yaml:1:4 tags (tag:yaml.org,2002:java.net.URL) are not allowed");
        assertThat(problems("a: !<x> b\n")).containsExactly("x.yaml:1:4 tags (x) are not allowed");
        assertThat(problems("a: !%1F b\n")).containsExactly("x.yaml:1:4 tags (!\ufffd) are not allowed");
        assertThat(problems("\"kin\\ed\\u202e\": 1\nkind: Record\n"))
                .contains("x.yaml:1:1 unknown key 'kin\ufffdd\ufffd' (did you mean 'kind'?)");
        assertThat(problems("<<: {a: b}\nkind: Record\n")).contains("x.yaml:1:1 unknown key '<<'");
    }

    @Test
    void a_key_that_stands_twice_is_told_with_both_places() {
        assertThat(problems("kind: Record\nrecord: a\nrecord: b\n"))
                .contains("x.yaml:3:1 the key 'record' stands here a second time; it is already in line 2");
    }

    @Test
    @Timeout(5)
    void ten_megabytes_are_refused_at_once() {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) '[');
        long before = System.nanoTime();
        assertThat(problems(large)).containsExactly("x.yaml the file has 10485760 bytes; at most 262144 are read");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Timeout(20)
    void a_quarter_of_a_megabyte_is_read_in_time() {
        assertThat(problems("a: b\n".repeat(50_000))).hasSizeGreaterThan(49_000);
        assertThat(problems("\"" + "\\x41".repeat(60_000) + "\": 1\n")).isNotEmpty();
        assertThat(problems("? ".repeat(100_000))).isNotEmpty();
    }

    @Test
    void only_clean_utf_8_is_read() {
        assertThat(problems("a: b\nc: \0\n"))
                .containsExactly("x.yaml:2:4 there is a NUL byte; save the file as UTF-8 text");
        assertThat(problems("kind: Record\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("x.yaml the file is not UTF-8; save it as UTF-8");
        assertThat(problems("kind: Record\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("x.yaml:1:2 there is a NUL byte; save the file as UTF-8 text");
        // Two bytes for a letter that one byte can hold.
        assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xc0, (byte) 0xaf}))
                .containsExactly("x.yaml the file is not UTF-8; save it as UTF-8");
        assertThat(problems("a: \u0007\n")).containsExactly("x.yaml:1:4 this character is not allowed in YAML");
    }

    @Test
    void a_byte_order_mark_is_no_matter() {
        ConfigReading reading = Files.read(Files.file("s.yaml", "\ufeff" + Files.SETTINGS));
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
    }

    @Test
    void what_is_no_yaml_is_told_with_its_place() {
        assertThat(problems("a: b\n\tc: d\n").getFirst()).startsWith("x.yaml:2:1 this is no YAML: ");
        assertThat(problems("a: 'b\n").getFirst()).startsWith("x.yaml:2:1 this is no YAML: ");
        assertThat(problems("")).containsExactly("x.yaml the file is empty");
        assertThat(problems("# only a comment\n")).containsExactly("x.yaml the file is empty");
        assertThat(problems("kind: Record\n---\nkind: Record\n"))
                .containsExactly("x.yaml:3:1 a file holds one document only; remove everything from '---' on");
        assertThat(problems("? [a]\n: b\n")).containsExactly("x.yaml:1:3 a key is a single word, not a list");
    }

    @Test
    void the_words_of_yaml_1_1_stay_words() {
        String record = Files.field(
                "a:", "  type: choice", "  systems: { hubspot: { field: NO, map: { on: yes, 0123: off } } }");
        RecordMapping mapping = Files.good(Files.file("s.yaml", Files.SETTINGS), Files.file("r.yaml", record))
                .records()
                .values()
                .iterator()
                .next();
        Lens lens =
                mapping.fields().get("a").bindings().values().iterator().next().lens();
        assertThat(lens.columns()).containsExactly("NO");
        assertThat(lens.get(Laws.raw("NO", "0123"), Links.NONE)).isEqualTo(Form.said(new FieldValue.Text("off")));
    }
}
