package dev.interlock.app;

import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.FailureGroup.Handling;
import dev.interlock.stage.FailureGroup.State;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What failed, grouped by cause: to be looked at, understood, mended and put in somebody's hands. */
@Command(
        name = "failures",
        description = "See what failed, by cause, in the system's own words, and what to do about it.",
        subcommands = {
            FailuresListCommand.class,
            FailuresShowCommand.class,
            FailuresEditCommand.class,
            FailuresExplainCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class FailuresCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Which group, who says so, and why. */
    static final class Deciding {

        @Mixin
        private Shared shared = new Shared();

        @Mixin
        private Signature signature = new Signature();

        @Parameters(index = "0", paramLabel = "GROUP", description = "A group, as 'failures list' shows it.")
        private String group = "";

        /** Decides about the group, and tells so. */
        int decide(CommandSpec spec, UnaryOperator<Handling> how) {
            try (JdbcStagingStore store = Workshop.openStore(shared.configuration())) {
                Handling handling = store.inTransaction(stage -> decide(stage, how));
                String until = handling.until().map(end -> " until " + end).orElse("");
                String whose = handling.assignee()
                        .map(who -> ", in the hands of " + who)
                        .orElse("");
                spec.commandLine().getOut().println(group + " is " + handling.state() + until + whose);
                spec.commandLine().getOut().flush();
                return Exit.OK.code();
            }
        }

        private Handling decide(Stage stage, UnaryOperator<Handling> how) {
            FailureGroup known = stage.failureGroups()
                    .group(group)
                    .orElseThrow(() -> new NotPossible(
                            Exit.CONFIGURATION,
                            "there is no group " + group + "; see 'interlock failures list --all'"));
            Handling next = how.apply(known.handling());
            stage.failureGroups().handle(group, next);
            return next;
        }

        Handling signed(State state, Optional<String> assignee, Optional<Instant> until) {
            return new Handling(state, assignee, until, signature.by(), signature.reason());
        }
    }

    @Command(name = "assign", description = "Put a group of failures in somebody's hands.")
    int assign(
            @Mixin Deciding deciding,
            @Parameters(index = "1", paramLabel = "NAME", description = "Who looks after it.") String name) {
        return deciding.decide(spec, known -> deciding.signed(known.state(), Optional.of(name), known.until()));
    }

    @Command(name = "snooze", description = "Put a group off until a time; it is open again by itself then.")
    int snooze(
            @Mixin Deciding deciding,
            @Option(names = "--for", required = true, paramLabel = "TIME", description = "How long: 4h, 3d.")
                    String length) {
        Instant until = Times.after(length, Clock.systemUTC().instant());
        return deciding.decide(spec, known -> deciding.signed(State.SNOOZED, known.assignee(), Optional.of(until)));
    }

    @Command(name = "ignore", description = "Live with a group of failures: it is kept, and not counted any more.")
    int ignore(
            @Mixin Deciding deciding,
            @Option(names = "--for", paramLabel = "TIME", description = "For how long: 30d; for good if left out.")
                    Optional<String> length) {
        Optional<Instant> until =
                length.map(text -> Times.after(text, Clock.systemUTC().instant()));
        return deciding.decide(spec, known -> deciding.signed(State.IGNORED, known.assignee(), until));
    }

    @Command(name = "reopen", description = "Take a snooze or an ignoring back.")
    int reopen(@Mixin Deciding deciding) {
        return deciding.decide(spec, known -> deciding.signed(State.OPEN, known.assignee(), Optional.empty()));
    }
}
