package dev.interlock.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program as a person at a terminal uses it, in this process. */
final class Terminal {

    private final Path config;
    private final Map<String, String> environment;

    Terminal(Path config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /** On the configuration and the environment of a house. */
    static Terminal of(House house) {
        return new Terminal(house.folder().resolve("config"), house.environment());
    }

    /** What a command printed, and with what it ended. */
    record Printed(int exit, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException broken) {
                throw new AssertionError("no JSON: " + out + err, broken);
            }
        }
    }

    Printed run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionStrategy(parsed -> {
            parsed.asCommandLineList().forEach(command -> furnish(command.getCommandSpec()));
            return new CommandLine.RunLast().execute(parsed);
        });
        List<String> all = new ArrayList<>(List.of(arguments));
        if (named(line, all).getCommandSpec().findOption("--config") != null) {
            all.add("--config=" + config);
        }
        int exit = line.execute(all.toArray(String[]::new));
        return new Printed(exit, out.toString(), err.toString());
    }

    /** The command that the first words name. */
    private static CommandLine named(CommandLine line, List<String> words) {
        CommandLine named = line;
        for (String word : words) {
            named = named.getSubcommands().getOrDefault(word, named);
        }
        return named;
    }

    private void furnish(CommandSpec spec) {
        if (spec.userObject() instanceof Shared shared) {
            shared.takeFrom(environment);
        }
        spec.mixins().values().forEach(this::furnish);
    }
}
