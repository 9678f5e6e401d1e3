package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.EntityId;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Corrections;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrects the values of a failed record; they go to every system with the next replay or sync. */
@Command(name = "edit", description = "Correct values of a failed record; a replay or the next sync carries them out.")
final class FailuresEditCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Signature signature = new Signature();

    @Parameters(index = "0", paramLabel = "FAILURE", description = "A failure, as 'failures show GROUP' shows it.")
    private String id = "";

    @Option(
            names = "--set",
            required = true,
            paramLabel = "FIELD=VALUE",
            description = "A field in our terms and what it shall be everywhere; an empty value clears it.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        try (Workshop workshop = Workshop.open(configuration)) {
            workshop.store().startRun(Runner.newId(Clock.systemUTC().instant()));
            workshop.store().inTransaction(stage -> edit(workshop, stage));
            spec.commandLine()
                    .getOut()
                    .println("corrected " + String.join(", ", values.keySet()) + "; see what it would do with "
                            + "'interlock replay plan --where id=" + id + "'");
            spec.commandLine().getOut().flush();
            return Exit.OK.code();
        }
    }

    private EntityId edit(Workshop workshop, Stage stage) {
        Quarantined failure = stage.failureGroups()
                .failure(id)
                .orElseThrow(() -> new NotPossible(Exit.UNFINISHED, "no failure " + id + " is open"));
        EntityId entity = FailuresShowCommand.entity(failure, stage)
                .orElseThrow(() -> new NotPossible(
                        Exit.UNFINISHED,
                        "it is not known whose record this is ("
                                + failure.cause().code()
                                + "), so there is nothing to correct yet: "
                                + failure.cause().message()));
        Optional<SystemId> mends = failure.cause().step() == Cause.Step.READ
                ? Optional.of(failure.cause().system())
                : Optional.empty();
        try {
            new Corrections(workshop.workplace(), stage, signature.by(), signature.reason())
                    .set(failure.cause().type(), entity, values, mends);
        } catch (IllegalArgumentException wrong) {
            throw new NotPossible(Exit.CONFIGURATION, String.valueOf(wrong.getMessage()));
        }
        if (mends.isPresent() && values.keySet().containsAll(failure.cause().columns())) {
            // Nothing is left that could not be understood: the values written there take the place of what was.
            stage.settle(List.of(failure.traceKey()));
        }
        return entity;
    }
}
