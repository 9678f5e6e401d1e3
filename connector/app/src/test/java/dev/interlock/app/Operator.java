package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A person at a terminal who has to bring one incident to its end. The commands are counted: five must do. */
final class Operator {

    private static final int MOST = 5;

    private final House house;
    private int commands;

    Operator(House house) {
        this.house = house;
    }

    /** A command; more than five are a failure of the product. */
    Terminal.Printed types(String... arguments) {
        commands++;
        assertThat(commands).as("commands up to " + List.of(arguments)).isLessThanOrEqualTo(MOST);
        return house.enters(arguments);
    }

    /** The only cause there is, as the list shows it. */
    JsonNode finds() {
        Terminal.Printed list = types("failures", "list", "--json");
        JsonNode groups = list.json().path("groups");
        assertThat(groups).as(list.out()).hasSize(1);
        return groups.get(0);
    }

    /** What is shown of a cause, which names this entry of the catalogue. */
    JsonNode understands(JsonNode group, String entry) {
        JsonNode shown = types("failures", "show", group.path("group").asText(), "--json")
                .json();
        assertThat(shown.path("catalogue").asText()).as(shown.toString()).isEqualTo(entry);
        assertThat(shown.path("meaning").asText()).isNotBlank();
        assertThat(shown.path("steps")).isNotEmpty();
        return shown;
    }

    static String failure(JsonNode shown) {
        assertThat(shown.path("failures")).hasSize(1);
        return shown.path("failures").get(0).path("failure").asText();
    }

    /** Plans a replay of everything and carries it out, in two commands; nothing is left. */
    void replays() {
        Terminal.Printed plan = types("replay", "plan", "--json");
        Terminal.Printed done =
                types("replay", "apply", plan.json().path("token").asText(), "--reason=mended");
        assertThat(done.exit()).as(done.out() + done.err() + plan.out()).isZero();
        isDone();
    }

    /** Nothing waits, and another run has nothing to write. */
    void isDone() {
        assertThat(house.aside()).isEmpty();
        assertThat(house.conflicts()).isEmpty();
        Terminal.Printed status = house.enters("status");
        assertThat(status.exit()).as(status.out()).isZero();
        assertThat(house.sync().written()).isZero();
        assertThat(house.differences()).isEmpty();
    }
}
