package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Comparing;
import dev.interlock.routes.Comparing.Party;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two records are one, or not. */
@Command(name = "explain", description = "Say why two records are one or not: what each field weighs.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(
            arity = "2..4",
            paramLabel = "SYSTEM:ID",
            description = "Two records, as SYSTEM:ID or SYSTEM ID: partnerstack:part_1 salesforce:001000000000001AAA.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into a file, too.")
    private Optional<Path> svg = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        List<String[]> named = named();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            Explanation explanation = store.inTransaction(stage -> explained(named, configuration, stage));
            PrintWriter out = spec.commandLine().getOut();
            if (shared.json) {
                out.println(explanation.json());
            } else {
                new Waterfall(explanation).print(out);
            }
            out.flush();
            svg.ifPresent(file -> write(file, new Waterfall(explanation).svg()));
            return Exit.OK.code();
        }
    }

    private List<String[]> named() {
        List<String[]> named = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int colon = words.get(at).indexOf(':');
            if (colon > 0) {
                named.add(new String[] {
                    words.get(at).substring(0, colon), words.get(at).substring(colon + 1)
                });
            } else if (at + 1 < words.size()) {
                named.add(new String[] {words.get(at), words.get(++at)});
            }
        }
        if (named.size() != 2) {
            throw new NotPossible(
                    Exit.CONFIGURATION, "name two records, such as partnerstack:part_1 salesforce:001000000000001AAA");
        }
        return named;
    }

    private static Explanation explained(List<String[]> named, Configuration configuration, Stage stage) {
        Comparing comparing = new Comparing(configuration);
        List<Party> ones = parties(named.getFirst(), configuration, stage);
        List<Party> others = parties(named.getLast(), configuration, stage);
        for (Party one : ones) {
            for (Party other : others) {
                if (one.record().type().equals(other.record().type())) {
                    try {
                        return Explanation.of(comparing.compare(one, other, stage));
                    } catch (IllegalArgumentException notWeighed) {
                        throw new NotPossible(Exit.CONFIGURATION, String.valueOf(notWeighed.getMessage()));
                    }
                }
            }
        }
        throw new NotPossible(
                Exit.UNFINISHED,
                ones.getFirst().record() + " and " + others.getFirst().record() + " are of different types");
    }

    private static List<Party> parties(String[] named, Configuration configuration, Stage stage) {
        SystemId system = Names.system(named[0], configuration);
        List<Party> parties = new Comparing(configuration).parties(system, named[1], stage);
        if (parties.isEmpty()) {
            throw new NotPossible(
                    Exit.UNFINISHED, "no record " + named[1] + " of " + system + " is staged or set aside");
        }
        return parties;
    }

    private static void write(Path file, String drawing) {
        try {
            Files.writeString(file, drawing);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
