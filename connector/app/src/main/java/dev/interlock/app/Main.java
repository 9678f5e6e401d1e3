package dev.interlock.app;

import dev.interlock.routes.system.Misconfigured;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.StoreUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Keeps partner, lead and deal records the same across CRM and PRM. */
@Command(
        name = "interlock",
        description = "Keeps partner, lead and deal records the same across CRM and PRM.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "interlock 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            SandboxCommand.class,
            ValidateCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            SyncCommand.class,
            RunCommand.class,
            StatusCommand.class,
            ShowCommand.class,
            FailuresCommand.class,
            ReplayCommand.class,
            RollbackCommand.class,
            VerifyAuditCommand.class,
            AssessCommand.class,
            GenerateCommand.class,
            MatchCommand.class,
            MatchesCommand.class,
            UnmergeCommand.class,
            ExplainCommand.class,
            CheckRegistrationCommand.class,
            RegistrationsCommand.class,
            HealthCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, without leaving the process at its end. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** One clear sentence for what a person can do something about; a stack trace only for what is a bug. */
    private static int explain(Exception failed, CommandLine command) throws Exception {
        Exit exit = switch (failed) {
            case Misconfigured wrong -> Exit.CONFIGURATION;
            case BadConfiguration wrong -> Exit.CONFIGURATION;
            case StoreUnavailable store -> Exit.STORE;
            case Trouble trouble -> Exit.of(trouble);
            case NotPossible impossible -> impossible.exit();
            default -> throw failed;
        };
        command.getErr().println(failed instanceof Trouble trouble ? trouble.told() : failed.getMessage());
        return exit.code();
    }
}
