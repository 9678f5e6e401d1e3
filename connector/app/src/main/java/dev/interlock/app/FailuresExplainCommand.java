package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Remedy;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a code means, looked up in the catalogue; no store and no configuration is needed. */
@Command(name = "explain", description = "Say what an error code means, who can mend it, and how.")
final class FailuresExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CODE", description = "A system's error code, or an entry of the catalogue.")
    private String code = "";

    @Option(names = "--json", description = "Print JSON, with a schema that is versioned.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Remedy> found = Catalogue.shipped().speakingOf(code);
        if (found.isEmpty()) {
            throw new NotPossible(
                    Exit.UNFINISHED,
                    "the catalogue has no '" + code + "': it is shown as UNKNOWN and not tried again by itself");
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(remedy -> print(remedy, out));
        out.flush();
        return Exit.OK.code();
    }

    private void print(Remedy remedy, PrintWriter out) {
        ObjectNode entry =
                FailureJson.remedy(JsonNodeFactory.instance.objectNode().put("schema", "interlock/remedy/v1"), remedy);
        if (json) {
            out.println(entry);
            return;
        }
        out.println(remedy.id() + ": " + remedy.kind() + ", "
                + FailureJson.healing(remedy.heals().name()) + ", for " + FailureJson.word(remedy.who()));
        out.println("  " + remedy.meaning());
        for (int i = 0; i < remedy.steps().size(); i++) {
            out.println("  " + (i + 1) + ". " + remedy.steps().get(i));
        }
        remedy.source().ifPresent(source -> out.println("  " + source));
    }
}
