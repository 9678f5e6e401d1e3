package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.EntityId;
import dev.interlock.routes.Judging;
import dev.interlock.routes.Judging.Question;
import dev.interlock.routes.Judging.Suspect;
import dev.interlock.stage.Judgement.Verdict;
import dev.interlock.store.JdbcStagingStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person says who a record is. */
@Command(name = "decide", description = "Say who a record is; the next sync, or a replay, carries it out.")
final class MatchesDecideCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Signature signature = new Signature();

    @Parameters(index = "0", paramLabel = "MATCH", description = "As 'matches list' shows it.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "VERDICT",
            description = "same: it is the one that it looks like; different: it is none of them.")
    private Verdict verdict = Verdict.DIFFERENT;

    @Option(
            names = "--with",
            paramLabel = "ENTITY",
            description = "Which one it is, or is not, if there are several: an entity, or SYSTEM:ID of its record.")
    private Optional<String> with = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Judging.Signed signed = new Judging.Signed(
                signature.by(), signature.reason(), Clock.systemUTC().instant());
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            store.startRun(Runner.newId(signed.at()));
            Question decided = store.inTransaction(stage -> {
                Judging judging = new Judging(configuration, stage);
                Question question = MatchesCommand.find(id, judging);
                judging.decide(question, verdicts(question), signed);
                return question;
            });
            spec.commandLine()
                    .getOut()
                    .println(decided.record() + " is decided; the next sync carries it out. See what it would do with "
                            + "'interlock replay plan --where id=" + id + "'; until then 'interlock matches undo " + id
                            + "' takes it back");
            spec.commandLine().getOut().flush();
            return Exit.OK.code();
        }
    }

    private Map<EntityId, Verdict> verdicts(Question question) {
        List<Suspect> meant = question.suspects().stream()
                .filter(suspect -> with.isEmpty() || isMeant(suspect, with.get()))
                .toList();
        if (meant.isEmpty()) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    question.suspects().isEmpty()
                            ? "it looks like nobody any more; the next sync takes it up by itself"
                            : "it does not look like '" + with.orElse("") + "'; it looks like " + names(question));
        }
        if (verdict == Verdict.ASKED) {
            throw new NotPossible(Exit.CONFIGURATION, "say 'same' or 'different'");
        }
        if (verdict == Verdict.SAME) {
            return same(question, meant);
        }
        Map<EntityId, Verdict> verdicts = new LinkedHashMap<>();
        meant.forEach(suspect -> verdicts.put(suspect.entity(), Verdict.DIFFERENT));
        return verdicts;
    }

    private static Map<EntityId, Verdict> same(Question question, List<Suspect> meant) {
        if (meant.size() > 1) {
            throw new NotPossible(Exit.CONFIGURATION, "say which one it is: --with one of " + names(question));
        }
        Suspect one = meant.getFirst();
        if (one.isTaken()) {
            throw new NotPossible(
                    Exit.UNFINISHED,
                    "entity " + one.entity() + " already has a record in "
                            + question.record().system()
                            + "; an entity has one record a system. Merge the two there, and the next sync follows");
        }
        return Map.of(one.entity(), Verdict.SAME);
    }

    private static boolean isMeant(Suspect suspect, String named) {
        return suspect.entity().value().equals(named)
                || suspect.members().keySet().stream().anyMatch(key -> (key.system() + ":" + key.id()).equals(named));
    }

    private static String names(Question question) {
        return question.suspects().stream()
                .map(suspect -> suspect.entity().value())
                .collect(Collectors.joining(", "));
    }
}
