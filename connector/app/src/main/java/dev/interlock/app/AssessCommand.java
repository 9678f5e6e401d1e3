package dev.interlock.app;

import dev.interlock.app.assess.Assessment;
import dev.interlock.app.assess.AssessmentJson;
import dev.interlock.app.assess.AssessmentPage;
import dev.interlock.app.assess.AssessmentText;
import dev.interlock.app.assess.Assessor;
import dev.interlock.mapping.Configuration;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Systems;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The report before a migration: in what state the systems are. Reads them all, and writes to nothing but the report. */
@Command(
        name = "assess",
        description =
                "Report in what state the records of the systems are: doubles, gaps, wrong values. Writes nothing.")
final class AssessCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--system", paramLabel = "NAME", description = "Only this system; may be repeated.")
    private Set<String> names = new LinkedHashSet<>();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the whole report as a page, with charts.")
    private Optional<Path> html = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Set<SystemId> asked =
                names.isEmpty() ? configuration.settings().systems().keySet() : Names.systems(names, configuration);
        Assessment assessment = assessed(configuration, asked);
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json) {
            out.println(AssessmentJson.of(assessment));
        } else {
            new AssessmentText(out).print(assessment);
        }
        html.ifPresent(file -> write(file, AssessmentPage.of(assessment)));
        out.flush();
        return (assessment.isWhole() ? Exit.OK : Exit.UNFINISHED).code();
    }

    private static Assessment assessed(Configuration configuration, Set<SystemId> asked) {
        Clock clock = Clock.systemUTC();
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.start();
            Surroundings around = new Surroundings(camel, new PassingMemory(), clock, any -> 0);
            Map<SystemId, ConnectedSystem> systems = new TreeMap<>();
            for (SystemId system : asked) {
                Optional.ofNullable(configuration.settings().systems().get(system))
                        .ifPresent(settings -> systems.put(system, Systems.connect(settings, around)));
            }
            return new Assessor(configuration, systems).assess(clock.instant());
        } finally {
            camel.stop();
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException failed) {
            throw new NotPossible(Exit.CONFIGURATION, "the report cannot be saved: " + failed.getMessage());
        }
    }
}
