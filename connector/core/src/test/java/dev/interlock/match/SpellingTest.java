package dev.interlock.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** How far apart two spellings are. */
class SpellingTest {

    private final Spelling spelling = new Spelling();

    @Test
    void a_swap_of_neighbours_is_one_slip() {
        assertThat(distance("allen", "alleN")).isEqualTo(1);
        assertThat(distance("hussain", "hsusain")).isEqualTo(1);
        assertThat(distance("hussain", "husain")).isEqualTo(1);
        assertThat(distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void likeness_is_that_of_jaro_and_winkler() {
        assertThat(likeness("martha", "marhta")).isCloseTo(0.9611, within(0.0001));
        assertThat(likeness("dixon", "dicksonx")).isCloseTo(0.8133, within(0.0001));
        assertThat(likeness("", "")).isEqualTo(1);
        assertThat(likeness("a", "")).isZero();
    }

    @Property
    void it_is_the_same_from_both_sides(
            @ForAll @AlphaChars @StringLength(max = 80) String one,
            @ForAll @AlphaChars @StringLength(max = 80) String other) {
        assertThat(distance(one, other)).isEqualTo(distance(other, one));
        assertThat(distance(one, one)).isZero();
        assertThat(likeness(one, other)).isBetween(0.0, 1.0);
    }

    private int distance(String one, String other) {
        return spelling.distance(bytes(one), bytes(other), 100);
    }

    private static double likeness(String one, String other) {
        return Spelling.likeness(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
