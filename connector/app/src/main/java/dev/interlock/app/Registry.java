package dev.interlock.app;

import dev.interlock.mapping.DealRules;
import dev.interlock.register.Claim;
import dev.interlock.register.ConflictFlag;
import dev.interlock.register.Docket;
import dev.interlock.register.NamedCustomers;
import dev.interlock.register.Overlaps;
import dev.interlock.register.Partners;
import dev.interlock.register.Protections;
import dev.interlock.register.Rulebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claims of some files, filed by customer, and the rules by which they are judged. */
final class Registry {

    private final Docket docket;
    private final Rulebook book;
    private final Overlaps overlaps;
    private final List<String> setAside = new ArrayList<>();

    private Registry(DealRules rules, List<ClaimTable> tables) {
        NamedCustomers who = new NamedCustomers();
        this.docket = new Docket(who);
        this.book = new Rulebook(rules);
        Map<String, String> parents = new HashMap<>(rules.parents());
        for (ClaimTable table : tables) {
            table.claims().forEach(docket::file);
            parents.putAll(table.parents());
            setAside.addAll(table.setAside());
        }
        List<String> ring = DealRules.ring(parents);
        if (!ring.isEmpty()) {
            throw new NotPossible(Exit.CONFIGURATION, "partners stand above themselves: " + String.join(" -> ", ring));
        }
        this.overlaps = new Overlaps(book, who, new Partners(parents));
    }

    /**
     * By the rules of the record type that has some, else by the shipped ones; those count, too, where there is no
     * configuration at all.
     */
    static Registry of(Shared shared, List<Path> files) {
        Optional<DealRules> rules = Files.exists(shared.config.resolve("interlock.yaml"))
                ? shared.configuration().records().values().stream()
                        .flatMap(mapping -> mapping.registration().stream())
                        .findFirst()
                : Optional.empty();
        return new Registry(
                rules.orElse(DealRules.SHIPPED),
                files.stream().map(ClaimTable::read).toList());
    }

    List<Claim> claims() {
        return docket.all().stream().sorted(Claim.FIRST).toList();
    }

    List<String> setAside() {
        return setAside;
    }

    Protections protections() {
        return new Protections(book);
    }

    /** What would be said of a claim, whether it is filed or not. */
    List<ConflictFlag> check(Claim claim, Instant now) {
        return overlaps.judge(claim, docket.near(claim), now);
    }

    List<ConflictFlag> flags(Instant now) {
        return claims().stream().flatMap(claim -> check(claim, now).stream()).toList();
    }
}
