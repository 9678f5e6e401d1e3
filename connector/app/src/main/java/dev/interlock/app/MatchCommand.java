package dev.interlock.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is who, in tables of records and in the store. */
@Command(
        name = "match",
        description = "Find out who is who: in tables of records, and from what is staged.",
        subcommands = {EvaluateCommand.class, MatchTableCommand.class, MatchLearnCommand.class})
final class MatchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: evaluate, table, or learn");
    }
}
