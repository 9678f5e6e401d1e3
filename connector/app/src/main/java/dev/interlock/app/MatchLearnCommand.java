package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.RecordType;
import dev.interlock.routes.Comparing;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns from what is staged how records of a type agree. */
@Command(name = "learn", description = "Learn from the staged records what agreement weighs; used from then on.")
final class MatchLearnCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(arity = "0..*", paramLabel = "RECORD", description = "Record types (default: all that are weighed).")
    private Set<String> names = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        PrintWriter out = spec.commandLine().getOut();
        Set<RecordType> asked = Names.types(names, configuration);
        List<RecordType> types = configuration.records().values().stream()
                .filter(mapping -> names.isEmpty() ? mapping.weighing().isWanted() : asked.contains(mapping.type()))
                .map(RecordMapping::type)
                .sorted()
                .toList();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            for (RecordType type : types) {
                Comparing.Learnt learnt = new Comparing(configuration)
                        .learn(type, store, Clock.systemUTC().instant());
                out.println(
                        shared.json
                                ? "{\"schema\":\"interlock/match-learn/v1\",\"record\":\"" + type + "\",\"version\":"
                                        + learnt.version() + ",\"entities\":" + learnt.records() + "}"
                                : type + ": learnt version " + learnt.version() + " from " + learnt.records()
                                        + " entities");
            }
        } catch (IllegalArgumentException notWeighed) {
            throw new NotPossible(Exit.CONFIGURATION, String.valueOf(notWeighed.getMessage()));
        }
        if (types.isEmpty()) {
            out.println("nothing is weighed: no record file has 'weigh' under 'match'");
        }
        out.flush();
        return Exit.OK.code();
    }
}
