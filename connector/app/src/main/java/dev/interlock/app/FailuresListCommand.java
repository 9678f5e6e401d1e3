package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Remedy;
import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Selection;
import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.FailureGroup.State;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Failures by cause, most records first. */
@Command(name = "list", description = "Failures by cause: what it is, how many records it holds up, who can mend it.")
final class FailuresListCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private FailuresListCommand.Where where = new Where();

    @Option(names = "--all", description = "Also groups that are resolved, snoozed or ignored.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Selection selection = where.selection(configuration);
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            ArrayNode groups = store.inTransaction(stage -> groups(stage, selection));
            PrintWriter out = spec.commandLine().getOut();
            if (shared.json) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("schema", "interlock/failures/v1")
                        .set("groups", groups));
            } else {
                print(groups, out);
            }
            out.flush();
            boolean open = groups.valueStream()
                    .anyMatch(group -> group.path("state").asText().equals(State.OPEN.name()));
            return (open ? Exit.UNFINISHED : Exit.OK).code();
        }
    }

    private ArrayNode groups(Stage stage, Selection selection) {
        Map<String, Long> chosen = new HashMap<>();
        selection.in(stage).forEach(one -> chosen.merge(one.cause().fingerprint(), 1L, Long::sum));
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        for (FailureGroup group : stage.failureGroups().all()) {
            long fitting = chosen.getOrDefault(group.fingerprint(), 0L);
            boolean wanted = all && where.isEmpty() || fitting > 0;
            if (wanted && (all || group.handling().state() == State.OPEN)) {
                groups.add(group(group, fitting, selection));
            }
        }
        return groups;
    }

    private static ObjectNode group(FailureGroup group, long fitting, Selection selection) {
        Remedy remedy = selection.remedy(group.newest(), "");
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("group", group.fingerprint())
                .put("open", fitting)
                .put("seen", group.seen())
                .put("state", group.handling().state().name());
        group.handling().assignee().ifPresent(who -> json.put("assignee", who));
        group.handling().until().ifPresent(end -> json.put("until", end.toString()));
        FailureJson.cause(json, group.newest());
        return FailureJson.remedy(json, remedy)
                .put("first", group.first().toString())
                .put("last", group.last().toString());
    }

    private static void print(ArrayNode groups, PrintWriter out) {
        for (JsonNode group : groups) {
            out.printf(
                    "%s  %6d  %-13s %-8s %-8s %s%n",
                    group.path("group").asText(),
                    group.path("open").asLong(),
                    group.path("system").asText(),
                    group.path("record").asText(),
                    group.path("state").asText(),
                    group.path("code").asText());
            out.println("    " + group.path("message").asText());
            out.println("    " + group.path("class").asText() + ", "
                    + FailureJson.healing(group.path("heals").asText()) + ", for "
                    + group.path("who").asText() + ": "
                    + group.path("meaning").asText());
            if (!group.path("rule").asText().isEmpty()) {
                out.println("    rule: " + group.path("rule").asText());
            }
        }
        long records = groups.valueStream()
                .mapToLong(group -> group.path("open").asLong())
                .sum();
        out.println(records + " records are held up by " + groups.size() + " causes"
                + (groups.isEmpty() ? "" : "; 'interlock failures show GROUP' says what to do"));
    }

    /** Which failures. */
    static final class Where {

        @Option(
                names = "--where",
                paramLabel = "NAME=VALUE",
                description =
                        "Only failures that fit: id, group, system, record, step, code, class, entity, key, column or "
                                + "message; * stands for any text, | for or. May be repeated; all must fit.")
        private List<String> terms = List.of();

        boolean isEmpty() {
            return terms.isEmpty();
        }

        Selection selection(Configuration configuration) {
            try {
                return Selection.of(terms, configuration);
            } catch (IllegalArgumentException wrong) {
                throw new NotPossible(Exit.CONFIGURATION, "--where " + wrong.getMessage());
            }
        }

        /** The failures that fit, or a clear word that there are none. */
        List<Quarantined> chosen(Selection selection, Stage stage) {
            List<Quarantined> chosen = selection.in(stage);
            if (chosen.isEmpty()) {
                throw new NotPossible(Exit.UNFINISHED, "no open failure fits; see 'interlock failures list'");
            }
            return chosen;
        }
    }
}
