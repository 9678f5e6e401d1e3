package dev.interlock.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is who in tables of records. */
@Command(
        name = "match",
        description = "Find out who is who in tables of records.",
        subcommands = {EvaluateCommand.class, MatchTableCommand.class})
final class MatchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: evaluate, or table");
    }
}
