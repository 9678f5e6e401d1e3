package dev.interlock.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints the table. Arguments: what to run ({@code all}, {@code store}, {@code matchers}, {@code parts}), how many records are
 * staged, and the folder with the configuration.
 */
public final class Benchmarks {

    private static final int WARMING = 2_000;
    private static final int COMPARED = 10_000;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String which = arguments[0];
        List<Integer> sizes = Arrays.stream(arguments[1].split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        if (which.equals("all") || which.equals("matchers")) {
            matchers();
        }
        if (which.equals("all") || which.equals("store")) {
            store(sizes, Path.of(arguments[2]));
        }
        if (which.equals("all") || which.equals("parts")) {
            PartsOfMatching.run();
        }
    }

    private static void matchers() throws Exception {
        say("%-28s %9s %9s %9s %12s%n", "matcher, leads of one file", "precision", "recall", "F1", "rec/CPU-s");
        // Neither shall pay for what the virtual machine compiles on its way.
        Leads before = Leads.made(2, WARMING);
        OurMatcher.on(before);
        DukeMatcher.on(before);
        Leads leads = Leads.made(3, COMPARED);
        List<Score> scores = List.of(OurMatcher.on(leads), DukeMatcher.on(leads));
        scores.forEach(score -> say(
                "%-28s %9.4f %9.4f %9.4f %12.0f%n",
                score.name(), score.precision(), score.recall(), score.f1(), score.recordsPerCpuSecond()));
        say(
                "times as fast: %.1f%n%n",
                scores.getFirst().recordsPerCpuSecond() / scores.getLast().recordsPerCpuSecond());
    }

    private static void store(List<Integer> sizes, Path config) throws Exception {
        say(
                "%-12s %10s %12s %12s %14s %10s%n",
                "staged", "load rec/s", "rec/s", "rec/CPU-s", "p95 ms/record", "heap MB");
        double first = 0;
        for (int size : sizes) {
            Speed speed = new StagedLeads(config, size).measure();
            first = first == 0 ? speed.recordsPerSecond() : first;
            say(
                    "%-12d %10.0f %12.0f %12.0f %14.2f %10d  cost %.2f times that of the first%n",
                    size,
                    speed.loaded(),
                    speed.recordsPerSecond(),
                    speed.recordsPerCpuSecond(),
                    speed.p95(),
                    speed.heap(),
                    first / speed.recordsPerSecond());
        }
        say("%n");
    }

    static void say(String format, Object... words) {
        System.out.printf(Locale.ROOT, format, words);
    }
}
