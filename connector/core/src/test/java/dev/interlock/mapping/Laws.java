package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.Map;
import java.util.Optional;

/** The laws that every two-way lens keeps (sync engine, invariant S19). */
final class Laws {

    private Laws() {}

    /** Writing back what was read changes nothing at all. */
    static void getPut(Lens lens, RawFields raw, Links links) {
        if (lens.get(raw, links) instanceof Reading.Said said) {
            assertThat(lens.put(said.value(), raw, links))
                    .isInstanceOfSatisfying(
                            Writing.Put.class,
                            put -> assertThat(lens.get(raw.with(put.columns()), links))
                                    .isEqualTo(said));
        }
    }

    /** Reading after a write gives the value that was written, or nothing was written. */
    static void putGet(Lens lens, FieldValue value, RawFields current, Links links) {
        if (lens.put(value, current, links) instanceof Writing.Put put) {
            Reading read = lens.get(current.with(put.columns()), links);
            assertThat(read).isInstanceOf(Reading.Said.class);
            FieldValue normal = ((Reading.Said) read).value();
            // The value may have come unnormalised: then its normal form is a fixed point.
            Writing again = lens.put(normal, current.with(put.columns()), links);
            assertThat(again).isEqualTo(put);
            if (!(value instanceof FieldValue.Text) && !(value instanceof FieldValue.Many)) {
                assertThat(normal).isEqualTo(value);
            }
        }
    }

    /** What the lens itself has read can be written anywhere, and is read back. */
    static void carries(Lens lens, RawFields from, RawFields to) {
        if (lens.get(from, Links.NONE) instanceof Reading.Said said
                && lens.put(said.value(), to, Links.NONE) instanceof Writing.Put put) {
            assertThat(lens.get(to.with(put.columns()), Links.NONE)).isEqualTo(said);
        }
    }

    static RawFields raw(String column, String text) {
        return new RawFields(Map.of(column, Optional.of(text)));
    }

    /** All laws on two strings. */
    static void hold(Lens lens, RawFields one, RawFields other) {
        getPut(lens, one, Links.NONE);
        getPut(lens, other, Links.NONE);
        carries(lens, one, other);
        carries(lens, other, one);
        carries(lens, one, RawFields.NONE);
    }
}
