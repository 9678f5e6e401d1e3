package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.register.Claim;
import dev.interlock.register.ConflictFlag;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would happen if this were registered now: for a PRM to ask before a partner submits. */
@Command(
        name = "check-registration",
        description = "Tell what would happen if the registrations of a file were submitted. Nothing is written.")
final class CheckRegistrationCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a registration a line (docs/how-to/decide-whose-deal-it-is.md).")
    private Path file = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "CSV with what there is already: registrations, opportunities, leads, customers; may be repeated.")
    private List<Path> against = new ArrayList<>();

    @Option(names = "--for-partner", description = "Only what the partner may be told.")
    private boolean forPartner;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ClaimTable asked = ClaimTable.read(file);
        Registry registry = Registry.of(shared, against);
        Instant now = Clock.systemUTC().instant();
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        boolean clear = asked.setAside().isEmpty() && registry.setAside().isEmpty();
        for (Claim claim : asked.claims()) {
            List<ConflictFlag> flags = registry.check(claim, now);
            clear &= flags.isEmpty();
            if (shared.json) {
                answers.add(json(claim, flags));
            } else {
                print(claim, flags, out);
            }
        }
        List<String> setAside = new ArrayList<>(asked.setAside());
        setAside.addAll(registry.setAside());
        if (shared.json) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/check-registration/v1");
            json.set("registrations", answers);
            setAside.forEach(json.putArray("setAside")::add);
            out.println(json);
        } else {
            FlagJson.printSetAside(setAside, out);
        }
        out.flush();
        return (clear ? Exit.OK : Exit.UNFINISHED).code();
    }

    private ObjectNode json(Claim claim, List<ConflictFlag> flags) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", claim.key().id());
        ArrayNode all = json.put("clear", flags.isEmpty()).putArray("flags");
        flags.forEach(flag -> all.add(forPartner ? FlagJson.forPartner(flag) : FlagJson.of(flag)));
        return json;
    }

    private void print(Claim claim, List<ConflictFlag> flags, PrintWriter out) {
        if (flags.isEmpty()) {
            out.println(claim.key().id() + ": nothing stands in its way");
        } else if (forPartner) {
            ConflictFlag.PartnerView view = flags.getFirst().forPartner();
            out.println(claim.key().id() + ": " + view.status() + ". " + view.message());
        } else {
            out.println(claim.key().id() + ": " + flags.size() + (flags.size() == 1 ? " flag" : " flags"));
            flags.forEach(flag -> {
                FlagJson.print(flag, out);
                FlagJson.printOffers(flag, out);
            });
        }
    }
}
