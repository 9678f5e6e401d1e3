package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.register.Claim;
import dev.interlock.register.Protections;
import dev.interlock.register.Standing.Approval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registrations: who is protected until when, what waits for a decision, and how well overlaps are found. */
@Command(
        name = "registrations",
        description = "See registrations, how long they are protected, and what waits for a decision.",
        subcommands = RegistrationsEvaluateCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class RegistrationsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List registrations in order of submission.")
    int list(
            @Mixin Shared shared,
            @Parameters(paramLabel = "FILE", description = "CSV of claims; several may be given.") List<Path> files,
            @Option(names = "--at", paramLabel = "TIME", description = "As of when (default: now).")
                    Optional<Instant> at) {
        Registry registry = Registry.of(shared, files);
        Instant now = at.orElseGet(() -> Clock.systemUTC().instant());
        print(registry, registrations(registry), now, shared.json);
        return Exit.OK.code();
    }

    @Command(
            name = "show",
            description = "Show a registration: where it stands on each axis, until when it is protected.")
    int show(
            @Mixin Shared shared,
            @Parameters(index = "0", paramLabel = "ID", description = "The id of the registration.") String id,
            @Parameters(index = "1..*", paramLabel = "FILE", description = "CSV of claims; several may be given.")
                    List<Path> files) {
        Registry registry = Registry.of(shared, files);
        List<Claim> found = registrations(registry).stream()
                .filter(claim -> claim.key().id().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new NotPossible(Exit.UNFINISHED, "no registration has the id " + id);
        }
        print(registry, found, Clock.systemUTC().instant(), shared.json);
        return Exit.OK.code();
    }

    @Command(name = "expiring", description = "List protections that end soon, by age or for want of progress.")
    int expiring(
            @Mixin Shared shared,
            @Parameters(paramLabel = "FILE", description = "CSV of claims; several may be given.") List<Path> files,
            @Option(names = "--within", defaultValue = "14", description = "Days (default: ${DEFAULT-VALUE}).")
                    int days,
            @Option(names = "--at", paramLabel = "TIME", description = "As of when (default: now).")
                    Optional<Instant> at) {
        Registry registry = Registry.of(shared, files);
        Instant now = at.orElseGet(() -> Clock.systemUTC().instant());
        Instant then = now.plus(Duration.ofDays(days));
        List<Claim> soon = registrations(registry).stream()
                .filter(claim ->
                        registry.protections().lapse(claim, List.of(), now).isEmpty())
                .filter(claim ->
                        registry.protections().lapse(claim, List.of(), then).isPresent())
                .toList();
        print(registry, soon, then, shared.json);
        return Exit.OK.code();
    }

    private static List<Claim> registrations(Registry registry) {
        return registry.claims().stream().filter(Claim::isRegistration).toList();
    }

    private void print(Registry registry, List<Claim> claims, Instant now, boolean asJson) {
        PrintWriter out = spec.commandLine().getOut();
        Protections protections = registry.protections();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/registrations/v1");
        ArrayNode rows = json.put("count", claims.size()).putArray("registrations");
        for (Claim claim : claims) {
            ObjectNode row = row(claim, protections, now);
            if (asJson) {
                rows.add(row);
            } else {
                out.printf(
                        "%-14s %-12s %-10s protection %-8s until %s  %s%n",
                        claim.key().id(),
                        row.path("partner").asText(),
                        row.path("approval").asText(),
                        row.path("protection").asText(),
                        row.path("until").asText(),
                        claim.customer().name());
            }
        }
        if (asJson) {
            registry.setAside().forEach(json.putArray("setAside")::add);
            out.println(json);
        } else {
            FlagJson.printSetAside(registry.setAside(), out);
        }
        out.flush();
    }

    private static ObjectNode row(Claim claim, Protections protections, Instant now) {
        ObjectNode row = FlagJson.claim(claim)
                .put("id", claim.key().id())
                .put("engagement", claim.standing().engagement().name())
                .put("protection", protections.at(claim, List.of(), now).name());
        if (claim.standing().approval() == Approval.APPROVED) {
            row.put("until", protections.until(claim, List.of()).toString());
        }
        protections
                .lapse(claim, List.of(), now)
                .ifPresent(lapse -> row.put("lapsed", lapse.at().toString())
                        .put("because", lapse.cause().name()));
        return row.put("dueBy", protections.dueBy(claim).toString())
                .put("overdue", protections.isOverdue(claim, now))
                .put("creationHeld", Protections.isCreationHeld(claim));
    }
}
