package dev.interlock.routes;

import com.google.common.base.Splitter;
import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Remedy;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which failures are meant. Terms are {@code name=value}; all of them must fit. A value may hold {@code *} for any text and
 * {@code |} between alternatives; case does not matter.
 */
public final class Selection {

    /** What a failure can be chosen by. */
    public static final List<String> NAMES =
            List.of("id", "group", "system", "record", "step", "code", "class", "entity", "key", "column", "message");

    private static final int PAGE = 500;
    private static final Splitter ALTERNATIVES = Splitter.on('|').trimResults().omitEmptyStrings();

    private final Map<String, List<Pattern>> terms = new LinkedHashMap<>();
    private final Map<SystemId, SystemSettings> systems;

    private Selection(Configuration configuration) {
        this.systems = configuration.settings().systems();
    }

    /**
     * Reads terms.
     *
     * @throws IllegalArgumentException if one is not {@code name=value}, or the name is none of {@link #NAMES}
     */
    public static Selection of(List<String> terms, Configuration configuration) {
        Selection selection = new Selection(configuration);
        terms.forEach(selection::add);
        return selection;
    }

    private void add(String term) {
        int at = term.indexOf('=');
        String name = at < 0 ? term : term.substring(0, at).strip().toLowerCase(Locale.ROOT);
        if (at < 0 || !NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + term
                    + "' is not understood: write name=value, where the name is one of " + String.join(", ", NAMES));
        }
        List<Pattern> patterns = terms.computeIfAbsent(name, any -> new ArrayList<>());
        ALTERNATIVES.split(term.substring(at + 1)).forEach(value -> patterns.add(glob(value)));
    }

    private static Pattern glob(String value) {
        String quoted = Pattern.quote(value).replace("*", "\\E.*\\Q");
        return Pattern.compile(quoted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Every open failure that fits. */
    public List<Quarantined> in(Stage stage) {
        List<Quarantined> chosen = new ArrayList<>();
        List<Quarantined> page;
        String after = "";
        do {
            page = stage.quarantined(after, PAGE);
            page.stream().filter(this::fits).forEach(chosen::add);
            after = page.isEmpty() ? after : page.getLast().traceKey();
        } while (page.size() == PAGE);
        return chosen;
    }

    /** Whether all terms fit. */
    public boolean fits(Quarantined failure) {
        return terms.entrySet().stream()
                .allMatch(term -> said(term.getKey(), failure).stream()
                        .anyMatch(text -> term.getValue().stream()
                                .anyMatch(pattern -> pattern.matcher(text).matches())));
    }

    private List<String> said(String name, Quarantined failure) {
        Cause cause = failure.cause();
        return switch (name) {
            case "id" -> List.of(failure.id());
            case "group" -> List.of(cause.fingerprint());
            case "system" -> List.of(cause.system().name());
            case "record" -> List.of(cause.type().name());
            case "step" -> List.of(cause.step().word());
            case "code" -> List.of(cause.code());
            case "class" -> List.of(remedy(failure).kind().name());
            case "entity" -> failure.entity().map(EntityId::value).stream().toList();
            case "key" -> failure.key().map(RecordKey::id).stream().toList();
            case "column" -> cause.columns();
            default -> List.of(cause.message());
        };
    }

    /** What the catalogue knows of a failure. */
    public Remedy remedy(Quarantined failure) {
        return remedy(failure.cause(), failure.evidence().response());
    }

    /** What the catalogue knows of a cause. */
    public Remedy remedy(Cause cause, String response) {
        String vendor = Optional.ofNullable(systems.get(cause.system()))
                .map(SystemSettings::vendor)
                .orElse("http");
        return Catalogue.shipped().remedy(vendor, cause.code(), cause.message() + "\n" + response);
    }
}
