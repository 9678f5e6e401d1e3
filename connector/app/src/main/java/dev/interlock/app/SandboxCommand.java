package dev.interlock.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs simulated Salesforce, HubSpot and PartnerStack until it is stopped. */
@Command(name = "sandbox", description = "Run simulated Salesforce, HubSpot and PartnerStack on this machine.")
final class SandboxCommand implements Callable<Integer> {

    @Option(
            names = "--port-base",
            defaultValue = "18080",
            description = "Port of Salesforce; HubSpot and PartnerStack get the next two (default: ${DEFAULT-VALUE}).")
    private int portBase = 18080;

    @Option(
            names = "--load",
            paramLabel = "SYSTEM:OBJECT=FILE",
            description = "Load a CSV file as records that were there before; may be repeated.")
    private List<String> loads = new ArrayList<>();

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = "YAML with custom fields, settings, and how CSV columns fit objects.")
    private Optional<Path> setup = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxSetup prepared = setup.map(SandboxSetup::read).orElseGet(SandboxSetup::none);
        try (Sandboxes sandboxes = Sandboxes.start(portBase, prepared)) {
            for (String load : loads) {
                out.println("loaded " + sandboxes.load(load, Path.of(""), prepared) + " records: " + load);
            }
            new TreeMap<>(sandboxes.environment())
                    .forEach((name, value) -> out.println("export " + name + "=" + value));
            out.println("ready; what a person does in a system: POST http://127.0.0.1:PORT/_sandbox/edit ...");
            out.flush();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
        }
        return Exit.OK.code();
    }
}
