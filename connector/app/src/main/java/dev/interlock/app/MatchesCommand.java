package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Judging;
import dev.interlock.routes.Judging.Question;
import dev.interlock.stage.Judgement;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records of which it is not clear who they are: to be looked at and decided. */
@Command(
        name = "matches",
        description = "See records of which it is not clear who they are, and decide.",
        subcommands = MatchesDecideCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class MatchesCommand implements Runnable {

    private static final int DECISIONS = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List what waits for a decision, or what was decided.")
    int list(
            @Mixin Shared shared,
            @Option(names = "--decided", description = "What people decided, instead of what is open.") boolean decided,
            @Option(names = "--limit", defaultValue = "50", description = "How many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        Configuration configuration = shared.configuration();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (decided) {
                List<Judgement> all =
                        store.inTransaction(stage -> stage.whoIsWho().judgements(DECISIONS));
                json.put("schema", "interlock/match-decisions/v1").put("count", all.size());
                ArrayNode rows = json.putArray("decisions");
                all.stream().limit(limit).forEach(one -> rows.add(MatchJson.judgement(one)));
            } else {
                List<Question> all = store.inTransaction(stage -> new Judging(configuration, stage).open());
                json.put("schema", "interlock/matches/v1").put("count", all.size());
                ArrayNode rows = json.putArray("matches");
                all.stream().limit(limit).forEach(one -> rows.add(question(one, configuration)));
            }
            print(json, shared.json);
            return Exit.OK.code();
        }
    }

    private static ObjectNode question(Question question, Configuration configuration) {
        ObjectNode json = MatchJson.question(question);
        MergeProposal.of(question, configuration).ifPresent(proposal -> json.set("proposal", proposal.json()));
        return json;
    }

    private void print(ObjectNode json, boolean asJson) {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json);
        } else if (json.has("decisions")) {
            MatchText.decisions(json, out);
        } else {
            MatchText.questions(json, out);
        }
        out.flush();
    }

    @Command(name = "show", description = "Show one: what it says, whom it may be, and what speaks for and against.")
    int show(
            @Mixin Shared shared,
            @Parameters(index = "0", paramLabel = "MATCH", description = "As 'matches list' shows it.") String id) {
        Configuration configuration = shared.configuration();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            Question question = store.inTransaction(stage -> find(id, new Judging(configuration, stage)));
            PrintWriter out = spec.commandLine().getOut();
            if (shared.json) {
                out.println(question(question, configuration).put("schema", "interlock/match/v1"));
            } else {
                MatchText.question(question, configuration, out);
            }
            out.flush();
            return Exit.OK.code();
        }
    }

    @Command(name = "undo", description = "Take a decision back, as long as it was not carried out.")
    int undo(
            @Mixin Shared shared,
            @Mixin Signature signature,
            @Parameters(index = "0", paramLabel = "MATCH", description = "As 'matches list --decided' shows it.")
                    String id) {
        Configuration configuration = shared.configuration();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            Judging.Signed signed = new Judging.Signed(
                    signature.by(), signature.reason(), Clock.systemUTC().instant());
            store.startRun(Runner.newId(signed.at()));
            Judging.Undone undone = store.inTransaction(stage -> new Judging(configuration, stage).undo(id, signed));
            String told = switch (undone) {
                case YES -> id + " is open again";
                case NOTHING_TO_UNDO ->
                    throw new NotPossible(
                            Exit.UNFINISHED,
                            "nothing is decided about " + id + "; see 'interlock matches list --decided'");
                case CARRIED_OUT ->
                    throw new NotPossible(
                            Exit.UNFINISHED,
                            "the decision " + id
                                    + " was carried out: the record has its place, and what it said went on"
                                    + " from there. 'interlock unmerge SYSTEM:ID' takes the record out again");
            };
            spec.commandLine().getOut().println(told);
            spec.commandLine().getOut().flush();
            return Exit.OK.code();
        }
    }

    static Question find(String id, Judging judging) {
        return judging.open(id)
                .orElseThrow(() -> new NotPossible(
                        Exit.UNFINISHED, "no match " + id + " waits for a decision; see 'interlock matches list'"));
    }
}
