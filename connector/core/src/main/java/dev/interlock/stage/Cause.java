package dev.interlock.stage;

import com.google.common.hash.Hashing;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a record could not go on. Failures with the same fingerprint are one group: the same step on the same object failed
 * with the same code, over the same columns, by the same mapping rule, with the same words once everything that belongs to
 * the single record is taken out of them.
 *
 * @param step where it stopped: {@code read}, {@code match}, {@code missing}, {@code write}
 * @param code in the target system's own words, such as {@code STRING_TOO_LONG}, or one of ours
 * @param message in the target system's own words
 * @param columns the columns that the system names
 * @param rule the mapping rule behind them, with its place in the configuration; blank if none is to blame
 */
public record Cause(
        Step step, SystemId system, RecordType type, String code, String message, List<String> columns, String rule) {

    /** Where on its way a record stopped. */
    public enum Step {
        /** A value could not be understood. */
        READ,
        /** It is not clear whose record it is. */
        MATCH,
        /** It was not found where it should be. */
        MISSING,
        /** A system did not take it. */
        WRITE;

        /** As it stands in trace keys and on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Raised when the way of grouping changes, so that old groups are told from new ones. */
    private static final String VERSION = "1";

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?://\\S+");
    private static final Pattern NUMBERED = Pattern.compile("\\b(?=\\w*\\d)[\\w-]+");

    public Cause {
        columns = columns.stream().sorted().distinct().toList();
    }

    /** The message without what belongs to the single record: quoted text, addresses, ids and numbers. */
    public String pattern() {
        String bare = QUOTED.matcher(message).replaceAll("<text>");
        bare = ADDRESS.matcher(bare).replaceAll("<address>");
        bare = NUMBERED.matcher(bare).replaceAll("<id>");
        return bare.replaceAll("\\s+", " ").strip();
    }

    /** What the group is named by: a version and ten hexadecimal digits. */
    public String fingerprint() {
        String all = String.join(
                "\u0000",
                step.name(),
                system.name(),
                type.name(),
                code,
                String.join(",", columns),
                rule.replaceAll(":\\d+:\\d+", ""),
                pattern());
        return VERSION
                + Hashing.sha256()
                        .hashString(all, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 10);
    }
}
