package dev.interlock.mapping;

import dev.interlock.mapping.DealRules.Exemption;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Level;
import dev.interlock.mapping.DealRules.Progress;
import dev.interlock.mapping.DealRules.Reach;
import dev.interlock.mapping.DealRules.Sign;
import dev.interlock.mapping.DealRules.Start;
import dev.interlock.mapping.DealRules.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the section {@code registration:} of a record file. The schema has told what is wrong with its shape; here it is
 * checked that no two windows, bands or levels meet, and that no partner stands above itself.
 */
final class DealRulesReader {

    private static final DealRules SHIPPED = DealRules.SHIPPED;

    private final List<ConfigProblem> problems;

    DealRulesReader(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /** The rules; empty if the file has no such section. */
    Optional<DealRules> read(Yaml.Mapping file) {
        if (!(file.get("registration").orElse(file) instanceof Yaml.Mapping rules)
                || file.get("registration").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> parents = rules.mapping("parents").texts();
        checkParents(rules.mapping("parents"), parents);
        return Optional.of(new DealRules(
                rules.text("version").orElse(SHIPPED.version()),
                words(rules, "grain", Grain.class).orElse(SHIPPED.grain()),
                bands(rules),
                window(rules).orElse(SHIPPED.window()),
                reach(rules.mapping("reach")),
                progress(rules.mapping("progress")),
                duration(rules, "decideWithin").orElse(SHIPPED.decideWithin()),
                levels(rules),
                exceptions(rules),
                parents));
    }

    private void checkParents(Yaml.Mapping written, Map<String, String> parents) {
        Map<String, String> left = new HashMap<>(parents);
        for (List<String> ring = DealRules.ring(left); !ring.isEmpty(); ring = DealRules.ring(left)) {
            String told = String.join(" -> ", ring);
            written.entry(ring.getFirst())
                    .ifPresent(entry -> problems.add(entry.key()
                            .at()
                            .problem("the partner '" + entry.name() + "' stands above itself: " + told)));
            ring.forEach(left::remove);
        }
    }

    private List<Long> bands(Yaml.Mapping rules) {
        List<Long> bands = new ArrayList<>();
        for (Yaml.Scalar item : rules.get("bands").map(Yaml::scalars).orElse(List.of())) {
            long from = whole(item.text()).orElse(0L);
            if (!bands.isEmpty() && from <= bands.getLast()) {
                problems.add(item.at()
                        .problem(
                                "the band from " + from + " must begin above " + bands.getLast() + ", the one before"));
            }
            bands.add(from);
        }
        return bands;
    }

    private List<Level> levels(Yaml.Mapping rules) {
        List<Level> levels = new ArrayList<>();
        for (Yaml.Mapping item : items(rules, "approval")) {
            long from = item.text("from").flatMap(DealRulesReader::whole).orElse(0L);
            if (!levels.isEmpty() && from <= levels.getLast().from()) {
                problems.add(item.at()
                        .problem("the level from " + from + " must begin above "
                                + levels.getLast().from() + ", the one before"));
            }
            levels.add(new Level(from, item.text("by").orElse("")));
        }
        return levels.isEmpty() ? SHIPPED.levels() : levels;
    }

    private List<Exemption> exceptions(Yaml.Mapping rules) {
        Map<String, Exemption> read = new LinkedHashMap<>();
        for (Yaml.Mapping item : items(rules, "exceptions")) {
            Exemption one = new Exemption(
                    item.text("id").orElse(""),
                    texts(item, "tier"),
                    texts(item, "type"),
                    texts(item, "region"),
                    window(item).orElse(SHIPPED.window()));
            read.values().stream()
                    .filter(one::overlaps)
                    .findFirst()
                    .ifPresent(other -> problems.add(item.at()
                            .problem("the windows of '" + other.id() + "' and '" + one.id()
                                    + "' overlap: some partner fits both, and neither is the narrower one")));
            if (read.put(one.id(), one) != null) {
                problems.add(item.at().problem("there is a second exception '" + one.id() + "'"));
            }
        }
        return List.copyOf(read.values());
    }

    private static Reach reach(Yaml.Mapping reach) {
        return new Reach(
                days(reach, "lost").orElse(SHIPPED.reach().lostDays()),
                days(reach, "direct").orElse(SHIPPED.reach().directDays()),
                days(reach, "incumbent").orElse(SHIPPED.reach().incumbentDays()),
                duration(reach, "skew").orElse(SHIPPED.reach().skew()));
    }

    private static Progress progress(Yaml.Mapping progress) {
        return new Progress(
                days(progress, "days").orElse(SHIPPED.progress().days()),
                words(progress, "by", Sign.class).orElse(SHIPPED.progress().by()));
    }

    private static Optional<Window> window(Yaml.Mapping rules) {
        Yaml.Mapping window = rules.mapping("window");
        boolean approval = window.text("clock").filter("approval"::equals).isPresent();
        return days(window, "days").map(days -> new Window(days, approval ? Start.APPROVAL : Start.SUBMISSION));
    }

    private static List<Yaml.Mapping> items(Yaml.Mapping rules, String key) {
        return rules.get(key).stream()
                .filter(Yaml.Sequence.class::isInstance)
                .flatMap(list -> ((Yaml.Sequence) list).items().stream())
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .toList();
    }

    private static Set<String> texts(Yaml.Mapping rules, String key) {
        Set<String> texts = new TreeSet<>();
        rules.get(key).map(Yaml::scalars).orElse(List.of()).forEach(word -> texts.add(word.text()));
        return texts;
    }

    private static <T extends Enum<T>> Optional<Set<T>> words(Yaml.Mapping rules, String key, Class<T> type) {
        Set<T> found = EnumSet.noneOf(type);
        for (String word : texts(rules, key)) {
            for (T one : type.getEnumConstants()) {
                if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                    found.add(one);
                }
            }
        }
        return Optional.of(found).filter(some -> !some.isEmpty());
    }

    private static Optional<Integer> days(Yaml.Mapping rules, String key) {
        return rules.text(key).flatMap(DealRulesReader::whole).map(Math::toIntExact);
    }

    private static Optional<Duration> duration(Yaml.Mapping rules, String key) {
        return rules.text(key).flatMap(Durations::read);
    }

    /** A whole number of up to nine digits; the schema has told what is none. */
    private static Optional<Long> whole(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,9}")).map(Long::valueOf);
    }
}
