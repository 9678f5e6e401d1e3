package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.match.Linkage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well the matcher finds what somebody knows to be the same. */
@Command(
        name = "evaluate",
        description = "Match the records of a file, or of one file with another's, and compare with the truth.")
final class EvaluateCommand implements Callable<Integer> {

    private static final double[] CURVE = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999};

    @Option(
            names = "--records",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header. Given twice: the second file's records are looked for in the first.")
    private List<Path> records = List.of();

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "CSV: pairs of ids (and maybe whether they match), or ids and the name of their group.")
    private Path truth = Path.of("");

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "A column to leave out; may be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "COLUMN=KIND",
            description = "What columns hold, where it is not inferred rightly: name=company,born=date.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--threshold",
            paramLabel = "CHANCE",
            description = "From which chance on two records are one (default: 0.9).")
    private double threshold = Linkage.THRESHOLD;

    @Option(names = "--curve", description = "Also tell precision and recall at other thresholds.")
    private boolean curve;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (records.size() > 2) {
            throw new NotPossible(Exit.CONFIGURATION, "--records can be given once or twice");
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new NotPossible(Exit.CONFIGURATION, "--threshold must lie between 0 and 1, and is " + threshold);
        }
        Exercise exercise = Exercise.of(
                records.stream().map(Table::read).toList(), Table.read(truth), new Exercise.Wishes(ignored, fields));
        long began = System.nanoTime();
        Linkage linkage = exercise.link();
        Tally tally = exercise.tally(linkage.same(threshold));
        double seconds = (System.nanoTime() - began) / 1e9;
        Evaluation evaluation = new Evaluation(exercise, tally, threshold, exercise.size() / seconds);
        List<Evaluation> others = new ArrayList<>();
        for (double at : curve ? CURVE : new double[0]) {
            others.add(new Evaluation(exercise, exercise.tally(linkage.same(at)), at, evaluation.recordsPerSecond()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = evaluation.json();
            others.forEach(each -> node.withArray("curve").add(each.point()));
            out.println(node);
        } else {
            evaluation.lines().forEach(out::println);
            others.forEach(each -> out.println(each.line()));
        }
        out.flush();
        return Exit.OK.code();
    }
}
