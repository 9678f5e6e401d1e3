package dev.interlock.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Cause.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void failures_that_differ_only_in_the_record_they_speak_of_are_one_group() {
        Cause first = refused("Stage: bad value for restricted picklist field: 'Won!' of 006Kb00000ABCdE (row 17)");
        Cause second = refused("Stage: bad value for restricted picklist field: 'Lost'  of 006Kb00000XYZdE (row 4)");
        assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(first.pattern())
                .isEqualTo("Stage: bad value for restricted picklist field: <text> of <id> (row <id>)");
    }

    @Test
    void no_address_gets_into_the_pattern() {
        assertThat(refused("Email already used by jo@example.com, see https://example.com/x")
                        .pattern())
                .isEqualTo("Email already used by <address> see <address>");
    }

    @Test
    void another_column_or_another_rule_is_another_group() {
        Cause name = new Cause(
                Step.WRITE, new SystemId("s"), new RecordType("t"), "C", "m", List.of("Name"), "name at a:1:1");
        Cause phone = new Cause(
                Step.WRITE, new SystemId("s"), new RecordType("t"), "C", "m", List.of("Phone"), "name at a:1:1");
        Cause other = new Cause(
                Step.WRITE, new SystemId("s"), new RecordType("t"), "C", "m", List.of("Name"), "city at a:9:1");
        assertThat(name.fingerprint()).isNotEqualTo(phone.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void a_rule_that_moved_to_another_line_is_the_same_rule() {
        Cause before =
                new Cause(Step.WRITE, new SystemId("s"), new RecordType("t"), "C", "m", List.of(), "name at a:1:1");
        Cause after =
                new Cause(Step.WRITE, new SystemId("s"), new RecordType("t"), "C", "m", List.of(), "name at a:7:3");
        assertThat(before.fingerprint()).isEqualTo(after.fingerprint());
    }

    private static Cause refused(String message) {
        return new Cause(
                Step.WRITE, new SystemId("salesforce"), new RecordType("deal"), "CODE", message, List.of(), "");
    }
}
