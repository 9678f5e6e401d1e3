package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole thing: sandbox systems, sample data, a sync that brings them in step, and one that finds nothing to do. */
@Command(name = "demo", description = "Start sandbox systems, load sample data, and bring them in step, twice.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FOLDER",
            defaultValue = "config",
            description = "The configuration to show (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("config");

    @Option(
            names = "--samples",
            paramLabel = "FOLDER",
            defaultValue = "config/examples/demo",
            description = "Sample data and sandbox set-up (default: ${DEFAULT-VALUE}).")
    private Path samples = Path.of("config/examples/demo");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the files are that the set-up loads (default: beside it).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--json", description = "Print the reports of both runs as JSON, one a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxSetup setup = SandboxSetup.read(samples.resolve("sandbox.yaml"));
        Path home = Files.createTempDirectory("interlock-demo");
        try (Sandboxes sandboxes = Sandboxes.start(0, setup)) {
            load(sandboxes, setup, out);
            Map<String, String> environment = new LinkedHashMap<>(System.getenv());
            environment.putAll(sandboxes.environment());
            environment.put("INTERLOCK_STORE_URL", "jdbc:h2:file:" + home.resolve("staging"));
            Configuration configuration = ConfigFiles.read(config, environment);
            try (Workshop workshop = Workshop.open(configuration)) {
                return show(new Runner(workshop), out).code();
            }
        } finally {
            remove(home);
        }
    }

    private void load(Sandboxes sandboxes, SandboxSetup setup, PrintWriter out) {
        for (String load : setup.loads()) {
            say("loaded " + sandboxes.load(load, data.orElse(samples), setup) + " " + load, out);
        }
    }

    private void say(String words, PrintWriter out) {
        if (!json) {
            out.println(words);
        }
    }

    private Exit show(Runner runner, PrintWriter out) {
        say("\nfirst sync", out);
        Report first = runner.run(Order.usual(), Progress.watch());
        ReportText.print(first, out, json);
        say("\nsecond sync: nothing changed, so nothing may be written", out);
        Report second = runner.run(Order.usual(), Progress.watch());
        ReportText.print(second, out, json);
        boolean quiet = second.written() == 0;
        boolean inStep = first.converged() && second.converged() && Runner.isClean(first) && Runner.isClean(second);
        say(quiet && inStep ? "\nall systems are in step" : "\nNOT in step", out);
        out.flush();
        return quiet && inStep ? Exit.OK : Exit.UNFINISHED;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
