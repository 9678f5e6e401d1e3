package dev.interlock.simulation;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldRule;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Settings;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Desk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Known bugs in how rules are read: an engine that works by other rules than those that are configured. */
record BadRules(UnaryOperator<FieldRule> rules, UnaryOperator<Configuration> configurations) implements Guise {

    /** M1. */
    static Guise oneForAll() {
        Authority first = new Authority.Ranked(List.of(Landscape.SF, Landscape.HS, Landscape.PS));
        return rules(rule -> new FieldRule(first, Set.of(), FieldRule.Unauthorised.REVERT, FieldRule.Blank.REJECT));
    }

    /** M23. */
    static Guise blanksClear() {
        return rules(
                rule -> new FieldRule(rule.authority(), rule.writers(), rule.unauthorised(), FieldRule.Blank.CLEAR));
    }

    /** M37. */
    static Guise anybodyLater() {
        return rules(rule -> new FieldRule(rule.authority(), Set.of(), rule.unauthorised(), rule.blank()));
    }

    /** M6. */
    static Guise noDeleteGuard() {
        return configurations(settings -> new Settings(
                settings.store(),
                settings.schedule(),
                settings.port(),
                new Settings.Safety(
                        new Settings.MassDelete(1000, 1000), settings.safety().replansPerRun()),
                settings.systems()));
    }

    /** M36. */
    static Guise noPatience() {
        return configurations(settings -> {
            Map<SystemId, SystemSettings> systems = new LinkedHashMap<>();
            settings.systems()
                    .forEach((id, system) -> systems.put(
                            id,
                            new SystemSettings(
                                    id,
                                    system.kind(),
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    system.budget(),
                                    system.connection())));
            return new Settings(settings.store(), settings.schedule(), settings.port(), settings.safety(), systems);
        });
    }

    private static Guise rules(UnaryOperator<FieldRule> rules) {
        return new BadRules(rules, UnaryOperator.identity());
    }

    private static Guise configurations(UnaryOperator<Settings> change) {
        return new BadRules(
                UnaryOperator.identity(),
                given -> new Configuration(change.apply(given.settings()), given.records(), given.fingerprint()));
    }

    @Override
    public Configuration configuration(Configuration configuration) {
        return configurations.apply(configuration);
    }

    @Override
    public Desk desk(Desk desk) {
        Map<String, Field> fields = new LinkedHashMap<>();
        desk.mapping()
                .fields()
                .forEach((name, field) -> fields.put(
                        name,
                        new Field(name, field.kind(), field.refersTo(), rules.apply(field.rule()), field.bindings())));
        RecordMapping given = desk.mapping();
        return new Desk(
                new RecordMapping(given.type(), fields, given.places(), given.keys()),
                desk.configuration(),
                desk.identities());
    }
}
