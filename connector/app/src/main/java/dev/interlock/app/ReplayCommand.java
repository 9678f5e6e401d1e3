package dev.interlock.app;

import dev.interlock.routes.ReplayJob;
import dev.interlock.store.JdbcStagingStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings failed records on their way again: first told, then done, exactly as told. */
@Command(
        name = "replay",
        description =
                "Try failed records again: planned anew from what the systems say now, never sent as they were stored.",
        subcommands = {ReplayPlanCommand.class, ReplayApplyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class ReplayCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "status", description = "How far replays came, the newest last.")
    int status(@Mixin Shared shared) {
        try (JdbcStagingStore store = Workshop.openStore(shared.configuration())) {
            store.inTransaction(ReplayJob::all)
                    .forEach(job -> spec.commandLine()
                            .getOut()
                            .println(shared.json ? ReplayText.json(job) : ReplayText.line(job)));
            spec.commandLine().getOut().flush();
            return Exit.OK.code();
        }
    }

    @Command(name = "cancel", description = "Give a replay up; what was sent stays sent.")
    int cancel(
            @Mixin Shared shared,
            @Parameters(index = "0", paramLabel = "TOKEN", description = "As 'replay plan' printed it.") String token) {
        try (JdbcStagingStore store = Workshop.openStore(shared.configuration())) {
            ReplayJob job = store.inTransaction(stage -> {
                ReplayJob known = find(token, ReplayJob.find(token, stage));
                ReplayJob given = known.state() == ReplayJob.State.DONE ? known : known.in(ReplayJob.State.CANCELLED);
                given.keep(stage);
                return given;
            });
            spec.commandLine().getOut().println(ReplayText.line(job));
            spec.commandLine().getOut().flush();
            return Exit.OK.code();
        }
    }

    static ReplayJob find(String token, java.util.Optional<ReplayJob> found) {
        return found.orElseThrow(() ->
                new NotPossible(Exit.CONFIGURATION, "there is no replay " + token + "; see 'interlock replay status'"));
    }
}
