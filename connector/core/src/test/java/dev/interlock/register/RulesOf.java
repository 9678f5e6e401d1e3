package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Exemption;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Level;
import dev.interlock.mapping.DealRules.Start;
import dev.interlock.mapping.DealRules.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped rules, but for one thing. */
final class RulesOf {

    private RulesOf() {}

    static DealRules window(int days, Start clock) {
        return with(DealRules.SHIPPED.grain(), new Window(days, clock), List.of());
    }

    static DealRules exceptions(Exemption... exceptions) {
        return with(DealRules.SHIPPED.grain(), DealRules.SHIPPED.window(), List.of(exceptions));
    }

    static DealRules grain(Grain... grain) {
        return with(Set.of(grain), DealRules.SHIPPED.window(), List.of());
    }

    private static DealRules with(Set<Grain> grain, Window window, List<Exemption> exceptions) {
        DealRules shipped = DealRules.SHIPPED;
        return new DealRules(
                "7",
                grain,
                List.of(10_000L, 50_000L),
                window,
                shipped.reach(),
                shipped.progress(),
                shipped.decideWithin(),
                List.of(new Level(0, "channel manager"), new Level(100_000, "sales director")),
                exceptions,
                Map.of());
    }
}
