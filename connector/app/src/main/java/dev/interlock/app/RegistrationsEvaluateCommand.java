package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.register.Choice;
import dev.interlock.register.Claim;
import dev.interlock.register.ConflictFlag;
import dev.interlock.register.Counterpart;
import dev.interlock.register.FlagType;
import dev.interlock.register.Offer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well overlaps are found, measured on claims of which the truth is known. */
@Command(
        name = "evaluate",
        description = "Measure how well overlaps are found, on what 'generate --registrations' writes.")
final class RegistrationsEvaluateCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(paramLabel = "FILE", description = "CSV of claims.")
    private Path file = Path.of("");

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the columns subject, type, counterpart and first.")
    private Path truth = Path.of("");

    @Option(names = "--misses", description = "List what was not found, and what was found and is not true.")
    private boolean misses;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What was counted. */
    private static final class Score {
        private int right;
        private int unclear;
        private int first;
        private int leaks;
        private final List<String> wrong = new ArrayList<>();
        private final Set<String> found = new HashSet<>();
    }

    @Override
    public Integer call() {
        Registry registry = Registry.of(shared, List.of(file));
        Map<String, List<String>> known = new HashMap<>();
        Table.read(truth).rows().forEach(row -> known.put(row.get(0) + " " + row.get(2), row));
        Score score = new Score();
        for (ConflictFlag flag : registry.flags(Clock.systemUTC().instant())) {
            flag.counterparts().forEach(other -> score(flag, other, known, score));
        }
        List<String> missed = known.keySet().stream()
                .filter(pair -> !score.found.contains(pair))
                .sorted()
                .toList();
        print(registry, known.size(), score, missed);
        return Exit.OK.code();
    }

    private static void score(ConflictFlag flag, Counterpart other, Map<String, List<String>> known, Score score) {
        String pair = flag.subject().key().id() + " " + other.claim().key().id();
        List<String> row = known.get(pair);
        boolean unclear = flag.type() == FlagType.IDENTITY_AMBIGUOUS;
        if (row == null || !unclear && !row.get(1).equals(flag.type().name())) {
            score.wrong.add(pair + " " + flag.type());
        } else {
            score.found.add(pair);
            score.right++;
            score.unclear += unclear ? 1 : 0;
            score.first += first(flag.subject(), other.claim()).equals(row.get(3)) ? 1 : 0;
        }
        score.leaks += leaks(flag, other.claim()) ? 1 : 0;
    }

    private static String first(Claim one, Claim other) {
        return (Claim.FIRST.compare(one, other) <= 0 ? one : other).key().id();
    }

    /** Whether anything that goes to the partner's side, before or after any decision, names the other one. */
    private static boolean leaks(ConflictFlag flag, Claim rival) {
        StringBuilder sent = new StringBuilder(flag.forPartner().toString());
        for (Choice choice : Choice.values()) {
            sent.append('\n').append(flag.forPartner(choice));
        }
        flag.offers().stream()
                .flatMap(offer -> offer.writes().stream())
                .filter(write -> write.side() == Offer.Side.PRM)
                .forEach(write -> sent.append('\n').append(write));
        String own = flag.subject().owner().map(partner -> partner.id()).orElse("");
        Set<String> words = new HashSet<>(List.of(sent.toString().split("[^\\p{L}\\p{N}-]+", -1)));
        return words.contains(rival.key().id())
                || rival.owner()
                        .filter(partner -> !partner.id().equals(own))
                        .filter(partner -> words.contains(partner.id()) || sent.indexOf(partner.name()) >= 0)
                        .isPresent();
    }

    private void print(Registry registry, int known, Score score, List<String> missed) {
        double precision = score.right / (double) Math.max(1, score.right + score.wrong.size());
        double recall = score.found.size() / (double) Math.max(1, known);
        double first = score.first / (double) Math.max(1, score.right);
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/overlaps-evaluated/v1");
            out.println(json.put("claims", registry.claims().size())
                    .put("overlaps", known)
                    .put("precision", precision)
                    .put("recall", recall)
                    .put("first", first)
                    .put("unclear", score.unclear)
                    .put("leaks", score.leaks));
        } else {
            out.printf(
                    "%d claims, %d overlaps: precision %.4f, recall %.4f, first right %.4f; %d asked as unclear; %d leaks%n",
                    registry.claims().size(), known, precision, recall, first, score.unclear, score.leaks);
        }
        if (misses) {
            missed.forEach(pair -> out.println("missed " + pair));
            score.wrong.forEach(pair -> out.println("wrong  " + pair));
        }
        out.flush();
    }
}
