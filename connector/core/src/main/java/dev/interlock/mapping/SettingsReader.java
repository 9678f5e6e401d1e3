package dev.interlock.mapping;

import dev.interlock.mapping.Settings.MassDelete;
import dev.interlock.mapping.Settings.Safety;
import dev.interlock.mapping.Settings.StoreSettings;
import dev.interlock.mapping.SystemSettings.Budget;
import dev.interlock.normalise.Numbers;
import dev.interlock.record.SystemId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code interlock.yaml}, whose shape the schema has checked; what is left out gets its default. */
final class SettingsReader {

    private SettingsReader() {}

    static Settings read(Yaml.Mapping file) {
        Yaml.Mapping store = file.mapping("store");
        Yaml.Mapping safety = file.mapping("safety");
        Yaml.Mapping massDelete = safety.mapping("massDelete");
        Map<SystemId, SystemSettings> systems = new LinkedHashMap<>();
        for (Yaml.Entry entry : file.mapping("systems").entries()) {
            if (entry.value() instanceof Yaml.Mapping system && !entry.name().isBlank()) {
                SystemId id = new SystemId(entry.name());
                systems.put(id, system(id, system));
            }
        }
        return new Settings(
                new StoreSettings(
                        store.text("url").orElse(""),
                        store.text("user").orElse("sa"),
                        store.text("password").orElse(""),
                        duration(store, "lease", Duration.ofSeconds(60)),
                        duration(store, "lateAnswer", Duration.ofSeconds(130))),
                file.text("schedule").map(String::strip).orElse("0 0/15 * * * ?"),
                number(file.mapping("service"), "port", 8080).intValue(),
                new Safety(
                        new MassDelete(
                                number(massDelete, "count", 25).intValue(),
                                number(massDelete, "percent", 10).intValue()),
                        number(safety, "replansPerRun", 20).intValue()),
                systems);
    }

    private static SystemSettings system(SystemId id, Yaml.Mapping system) {
        Yaml.Mapping budget = system.mapping("budget");
        return new SystemSettings(
                id,
                system.text("kind").orElse(""),
                duration(system, "settle", Duration.ofSeconds(5)),
                duration(system, "overlap", Duration.ofMinutes(2)),
                new Budget(
                        number(budget, "perSecond", 10).doubleValue(),
                        number(budget, "perDay", 100_000).longValue(),
                        number(budget, "concurrent", 4).intValue()),
                system.mapping("connection"));
    }

    private static Duration duration(Yaml.Mapping mapping, String key, Duration otherwise) {
        return mapping.text(key).flatMap(Durations::read).orElse(otherwise);
    }

    private static BigDecimal number(Yaml.Mapping mapping, String key, int otherwise) {
        return mapping.text(key).flatMap(Numbers::read).orElse(BigDecimal.valueOf(otherwise));
    }
}
