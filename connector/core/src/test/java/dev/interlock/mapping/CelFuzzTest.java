package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** An expression compiles or is told to be wrong, and what compiles has an answer for any record. */
class CelFuzzTest {

    private static final Map<String, FieldKind> FIELDS = Map.of(
            "name", FieldKind.TEXT,
            "amount", FieldKind.MONEY,
            "open", FieldKind.FLAG,
            "since", FieldKind.MOMENT,
            "tags", FieldKind.MULTI);
    private static final Map<String, FieldValue> RECORD = Map.of(
            "name", new FieldValue.Text("(a+)+$ \\"),
            "amount", new FieldValue.Amount(new BigDecimal("0.1")),
            "open", new FieldValue.Flag(true),
            "since", new FieldValue.Moment(Instant.EPOCH),
            "tags", new FieldValue.Many(new TreeSet<>(List.of("a", "b"))));

    @FuzzTest(maxDuration = "1m")
    void any_expression_is_refused_or_has_an_answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Yaml.Scalar source = new Yaml.Scalar(text, text, true, new Spot("any.yaml", 1, 1));
        List<ConfigProblem> problems = new ArrayList<>();
        Optional<Condition> condition = Cel.condition(source, FIELDS, problems);
        assertThat(condition.isEmpty()).isNotEqualTo(problems.isEmpty());
        condition.ifPresent(some -> {
            some.holds(RECORD);
            some.holds(Map.of());
        });
        for (FieldKind kind : List.of(FieldKind.TEXT, FieldKind.MONEY, FieldKind.MOMENT)) {
            Cel.computation(source, kind, new ArrayList<>()).ifPresent(CelFuzzTest::read);
        }
    }

    private static void read(Lens lens) {
        Map<String, Optional<String>> columns = new HashMap<>();
        lens.columns().forEach(column -> columns.put(column, Optional.of("1.5")));
        assertThat(lens.get(new RawFields(columns), Links.NONE)).isInstanceOf(Reading.class);
        lens.columns().forEach(column -> columns.put(column, Optional.empty()));
        assertThat(lens.get(new RawFields(columns), Links.NONE)).isInstanceOf(Reading.class);
        assertThat(lens.put(FieldValue.text("a"), RawFields.NONE, Links.NONE)).isInstanceOf(Writing.Unwritable.class);
    }
}
