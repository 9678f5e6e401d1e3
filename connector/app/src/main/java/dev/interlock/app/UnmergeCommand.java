package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Judging.Signed;
import dev.interlock.routes.Unmerging;
import dev.interlock.routes.Unmerging.Answer;
import dev.interlock.routes.Unmerging.Fate;
import dev.interlock.routes.Unmerging.Item;
import dev.interlock.routes.Unmerging.Outcome;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two that were taken for one are two again. */
@Command(
        name = "unmerge",
        description = "Take back that two entities are one, or take a record out of its entity; the next sync writes.")
final class UnmergeCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Signature signature = new Signature();

    @Parameters(
            index = "0",
            paramLabel = "ENTITY|SYSTEM:ID",
            description = "An entity: its newest merge is taken back. A record: it goes back to its own entity.")
    private String named = "";

    @ArgGroup(multiplicity = "1")
    private Doing doing = new Doing();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Tell, or do. */
    static final class Doing {
        @Option(names = "--plan", description = "Tell what would become of them; keep nothing.")
        private boolean plan;

        @Option(names = "--apply", description = "Do it; the next sync writes what is owed then.")
        private boolean apply;
    }

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Signed signed =
                new Signed(signature.by(), signature.reason(), Clock.systemUTC().instant());
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            store.startRun(Runner.newId(signed.at()));
            Answer answer;
            if (doing.apply) {
                answer = store.inTransaction(stage -> answer(configuration, stage, signed));
            } else {
                try (StagingStore rehearsal = store.rehearsal()) {
                    answer = rehearsal.inTransaction(stage -> answer(configuration, stage, signed));
                }
            }
            print(
                    switch (answer) {
                        case Answer.Parted parted -> parted.outcome();
                        case Answer.Refused refused -> throw new NotPossible(Exit.UNFINISHED, refused.why());
                    });
            return Exit.OK.code();
        }
    }

    private Answer answer(Configuration configuration, Stage stage, Signed signed) {
        Unmerging unmerging = new Unmerging(configuration, stage, signed);
        int colon = named.indexOf(':');
        if (colon < 0) {
            return unmerging.part(new EntityId(named));
        }
        SystemId system = Names.system(named.substring(0, colon), configuration);
        String id = named.substring(colon + 1);
        Optional<RecordKey> record = stage.dossiers(stage.find(system, id)).values().stream()
                .map(dossier -> dossier.golden().type())
                .map(type -> new RecordKey(system, type, id))
                .findFirst();
        return record.map(unmerging::part).orElseGet(() -> new Answer.Refused("no record " + named + " is linked"));
    }

    private void print(Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json) {
            out.println(json(outcome));
        } else {
            String would = doing.apply ? "" : "would be ";
            out.println("entity " + outcome.apart() + " " + would + "apart from " + outcome.stays() + ", with "
                    + outcome.records());
            outcome.items().forEach(item -> out.println("  " + told(item)));
            outcome.writes().forEach(write -> out.println("  owed: " + told(write)));
            out.println(doing.apply ? "the next sync writes what is owed" : "nothing was changed");
        }
        out.flush();
    }

    private static String told(Item item) {
        String becomes = "'" + FieldValueText.show(item.becomes()) + "'";
        return item.entity() + " " + item.field() + ": "
                + (item.fate() == Fate.RESTORED
                        ? "'" + FieldValueText.show(item.is()) + "' -> " + becomes + ", as before"
                        : becomes + " stays: edited by " + item.by() + " since");
    }

    private static String told(Write write) {
        return write.kind().name().toLowerCase(Locale.ROOT) + " " + write.type() + " of " + write.entity() + " in "
                + write.system() + ": "
                + String.join(", ", write.fields().keySet().stream().sorted().toList());
    }

    private ObjectNode json(Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/unmerge/v1")
                .put("applied", doing.apply)
                .put("stays", outcome.stays().value())
                .put("apart", outcome.apart().value());
        var records = json.putArray("records");
        outcome.records().forEach(key -> MatchJson.key(records.addObject(), key));
        var fields = json.putArray("fields");
        outcome.items()
                .forEach(item -> fields.addObject()
                        .put("entity", item.entity().value())
                        .put("field", item.field())
                        .put("is", FieldValueText.show(item.is()))
                        .put("becomes", FieldValueText.show(item.becomes()))
                        .put("fate", item.fate().name().toLowerCase(Locale.ROOT))
                        .put("by", item.by()));
        var writes = json.putArray("writes");
        outcome.writes()
                .forEach(write -> writes.addObject()
                        .put("system", write.system().name())
                        .put("does", write.kind().name().toLowerCase(Locale.ROOT))
                        .put("entity", write.entity().value())
                        .set("fields", MatchJson.values(write.fields())));
        return json;
    }
}
