package dev.interlock.deliver;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the failures of each vendor mean, who can mend them and how: {@code catalogue.yaml}, in which the first entry that
 * fits counts. A failure that no entry fits stays unknown, is shown as such, and is not tried again by itself.
 */
public final class Catalogue {

    private static final String FILE = "catalogue.yaml";

    private static final Catalogue SHIPPED = new Catalogue(read());

    private final List<Entry> entries;

    /** One entry, and what it fits. */
    private record Entry(String vendor, List<String> codes, Optional<Pattern> message, Remedy remedy) {

        boolean fits(String code, String words) {
            return codes.contains(code)
                    && message.map(pattern -> pattern.matcher(words).find()).orElse(true);
        }
    }

    private Catalogue(List<Entry> entries) {
        this.entries = entries;
    }

    /** The one that comes with the program. */
    public static Catalogue shipped() {
        return SHIPPED;
    }

    /** Every remedy, in the order of the file. */
    public List<Remedy> remedies() {
        return entries.stream().map(Entry::remedy).toList();
    }

    /**
     * What is known of a failure. Our own entries come first, then the vendor's, then those of any HTTP service.
     *
     * @param vendor whose system it was: {@code salesforce}, {@code hubspot}, the name of a preset
     * @param code in that system's own words, or ours
     * @param words message and answer, in which entries look for what tells them apart
     */
    public Remedy remedy(String vendor, String code, String words) {
        return Stream.of("interlock", vendor, "http")
                .flatMap(whose -> find(whose, code, words).stream())
                .findFirst()
                .orElseGet(() -> unknown(code));
    }

    /** What is known of a failure. */
    public Remedy remedy(String vendor, Failure failure) {
        return remedy(vendor, failure.code(), failure.message() + "\n" + failure.response());
    }

    /** Every entry that speaks of the code, whoever's it is. */
    public List<Remedy> speakingOf(String code) {
        return entries.stream()
                .filter(entry -> entry.codes().stream().anyMatch(code::equalsIgnoreCase)
                        || entry.remedy().id().equalsIgnoreCase(code))
                .map(Entry::remedy)
                .toList();
    }

    private Optional<Remedy> find(String vendor, String code, String words) {
        return entries.stream()
                .filter(entry -> entry.vendor().equals(vendor) && entry.fits(code, words))
                .map(Entry::remedy)
                .findFirst();
    }

    private static Remedy unknown(String code) {
        return new Remedy(
                "UNKNOWN",
                Remedy.Kind.UNKNOWN,
                Remedy.Heals.AFTER_FIX,
                Remedy.Who.INTERLOCK_ADMIN,
                "The system answered '" + code
                        + "', which the catalogue does not know. It is not tried again by itself.",
                List.of(
                        "Read the system's own message and answer.",
                        "Look the code up in the vendor's documentation, mend the cause there, and replay."),
                Optional.empty());
    }

    private static List<Entry> read() {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping file = YamlFile.read(new SourceFile(FILE, bytes()), Map.of(), problems);
        List<Entry> entries = new ArrayList<>();
        if (file.get("entries").orElse(file) instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> entries.add(entry((Yaml.Mapping) item)));
        }
        if (!problems.isEmpty() || entries.isEmpty()) {
            throw new IllegalStateException("the catalogue of failures cannot be read: " + problems);
        }
        return List.copyOf(entries);
    }

    private static byte[] bytes() {
        try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Entry entry(Yaml.Mapping item) {
        Remedy remedy = new Remedy(
                need(item, "id"),
                Remedy.Kind.valueOf(need(item, "class")),
                Remedy.Heals.valueOf(need(item, "heals")),
                Remedy.Who.valueOf(need(item, "who")),
                need(item, "meaning"),
                texts(item, "steps"),
                item.text("source"));
        Optional<Pattern> message =
                item.text("message").map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        return new Entry(need(item, "vendor"), texts(item, "codes"), message, remedy);
    }

    private static String need(Yaml.Mapping item, String key) {
        return item.text(key)
                .orElseThrow(() -> new IllegalStateException(item.at() + ": the entry has no '" + key + "'"));
    }

    private static List<String> texts(Yaml.Mapping item, String key) {
        return item.get(key).stream()
                .flatMap(list -> list.scalars().stream())
                .map(Yaml.Scalar::text)
                .toList();
    }
}
