package dev.interlock.app;

import dev.interlock.match.Linkage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One line per data set of a folder: how well the matcher does, with one configuration and one threshold for all. */
@Command(name = "table", description = "Evaluate every data set of a folder and print a table.")
final class MatchTableCommand implements Callable<Integer> {

    private static final String TRUTH = "pairs.csv";

    @Parameters(
            paramLabel = "FOLDER",
            description =
                    "Has a folder per data set: pairs.csv, and records.csv (or records_clean.csv, or a.csv and b.csv).")
    private Path folder = Path.of("");

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "A column to leave out where it is; may be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println(
                String.format(Locale.ROOT, "%-24s %9s %9s %9s %9s", "data set", "precision", "recall", "F1", "rec/s"));
        for (Path set : sets()) {
            out.println(line(set));
            out.flush();
        }
        return Exit.OK.code();
    }

    private List<Path> sets() {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(each -> Files.exists(each.resolve(TRUTH)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new NotPossible(Exit.CONFIGURATION, folder + " has no folder with a " + TRUTH + " in it");
            }
            return found;
        } catch (IOException unreadable) {
            throw new NotPossible(Exit.CONFIGURATION, "cannot read " + unreadable.getMessage());
        }
    }

    private String line(Path set) {
        List<Table> tables = records(set).stream().map(Table::read).toList();
        List<String> present = ignored.stream()
                .filter(name ->
                        tables.stream().anyMatch(table -> table.columns().contains(name)))
                .toList();
        Exercise exercise = Exercise.of(tables, Table.read(set.resolve(TRUTH)), new Exercise.Wishes(present, Map.of()));
        long began = System.nanoTime();
        Tally tally = exercise.tally(exercise.link().same(Linkage.THRESHOLD));
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "%-24s %9.4f %9.4f %9.4f %9.0f",
                set.getFileName(),
                tally.precision(),
                tally.recall(),
                tally.f1(),
                exercise.size() / seconds);
    }

    private static List<Path> records(Path set) {
        for (String name : List.of("records_clean.csv", "records.csv")) {
            if (Files.exists(set.resolve(name))) {
                return List.of(set.resolve(name));
            }
        }
        return List.of(set.resolve("a.csv"), set.resolve("b.csv"));
    }
}
