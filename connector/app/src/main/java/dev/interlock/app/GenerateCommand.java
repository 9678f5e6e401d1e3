package dev.interlock.app;

import dev.interlock.sandbox.market.Market;
import dev.interlock.sandbox.market.Registrations;
import dev.interlock.sandbox.market.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes up partners, customers, leads and deals as messy as real ones, and tells which of them are the same. */
@Command(
        name = "generate",
        description = "Write made-up partners, customers, leads and deals, with the truth about them, as CSV files.")
final class GenerateCommand implements Callable<Integer> {

    private static final int FEWEST = 200;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go; it is made if it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed makes the same files (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--size",
            defaultValue = "10000",
            description = "About how many records there are in all (default: ${DEFAULT-VALUE}).")
    private int size = 10_000;

    @Option(
            names = "--registrations",
            defaultValue = "0",
            description = "How many deal registrations there are besides, with what they overlap (default: none).")
    private int registrations;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (size < FEWEST) {
            throw new NotPossible(Exit.CONFIGURATION, "--size must be " + FEWEST + " or more, not " + size);
        }
        PrintWriter out = spec.commandLine().getOut();
        Market market = Market.of(seed, size);
        try {
            market.write(folder);
            if (registrations > 0) {
                Registrations.of(seed, registrations).write(folder);
            }
        } catch (IOException failed) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    folder + " cannot be written: " + failed.getMessage() + "; choose another folder");
        }
        for (Sheet sheet : market.sheets()) {
            long entities =
                    sheet.rows().stream().map(Sheet.Row::entity).distinct().count();
            out.printf("%-10s %7d records of %7d%n", sheet.name(), sheet.rows().size(), entities);
        }
        return Exit.OK.code();
    }
}
