package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Misconfigured;
import dev.interlock.routes.system.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the configuration, and with {@code --live} against what the systems say of themselves. */
@Command(
        name = "validate",
        description = "Check the configuration; with --live against every system's own description.")
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--live", description = "Ask every system whether the mapping fits it.")
    private boolean live;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<String> problems = new ArrayList<>();
        Exit exit = Exit.OK;
        try {
            Configuration configuration = shared.configuration();
            if (live) {
                exit = askSystems(configuration, problems);
            }
        } catch (BadConfiguration bad) {
            bad.problems().forEach(problem -> problems.add(problem.toString()));
        } catch (Misconfigured bad) {
            bad.problems().forEach(problem -> problems.add(problem.toString()));
        }
        print(problems);
        return (problems.isEmpty() ? exit : exit == Exit.OK ? Exit.CONFIGURATION : exit).code();
    }

    private static Exit askSystems(Configuration configuration, List<String> problems) {
        Exit exit = Exit.OK;
        try (Workshop workshop = Workshop.rehearsal(configuration)) {
            for (RecordMapping mapping : configuration.records().values()) {
                for (SystemId system : mapping.systems()) {
                    try {
                        workshop.workplace()
                                .system(system)
                                .check(mapping)
                                .forEach(problem -> problems.add(mapping.type() + " in " + system + ": " + problem));
                    } catch (Trouble trouble) {
                        problems.add(mapping.type() + " in " + system + ": " + trouble.told());
                        exit = Exit.of(trouble);
                    }
                }
            }
        }
        return exit;
    }

    private void print(List<String> problems) {
        var out = spec.commandLine().getOut();
        if (shared.json) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/validate/v1");
            ArrayNode all = json.putArray("problems");
            problems.forEach(all::add);
            out.println(json);
        } else {
            problems.forEach(out::println);
            out.println(problems.isEmpty() ? "the configuration is valid" : problems.size() + " problems");
        }
        out.flush();
    }
}
