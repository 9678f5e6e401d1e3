package dev.interlock.sandbox.hubspot;

import dev.interlock.sandbox.hubspot.ApiError.Problem;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Option;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides whether texts fit properties, and how HubSpot keeps them. Collects everything that is wrong. */
final class ValueCheck {

    private static final int LONGEST_TEXT = 65_536;

    /** Short exponents only, so that no comparison ever has to write the number out. */
    static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

    private final Portal portal;
    private final List<Problem> problems = new ArrayList<>();

    ValueCheck(Portal portal) {
        this.portal = portal;
    }

    void refuse() {
        if (!problems.isEmpty()) {
            throw ApiError.badValues(problems);
        }
    }

    void problem(String property, String code, String message) {
        problems.add(new Problem(property, code, message));
    }

    /** The text as it is kept; empty when it does not fit. */
    Optional<String> keep(ObjectType type, Map.Entry<String, String> asked, Optional<CrmRecord> before) {
        String name = asked.getKey();
        Optional<PropertyDefinition> known = portal.properties(type).find(name);
        if (known.isEmpty()) {
            problem(name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
            return Optional.empty();
        }
        PropertyDefinition definition = known.get();
        if (definition.is(Trait.READ_ONLY) || definition.is(Trait.CALCULATED)) {
            problem(name, "READ_ONLY_VALUE", "\"" + name + "\" is a read only property; its value cannot be set.");
            return Optional.empty();
        }
        if (asked.getValue().isEmpty()) {
            return Optional.of("");
        }
        return fit(definition, asked.getValue(), before);
    }

    private Optional<String> fit(PropertyDefinition definition, String text, Optional<CrmRecord> before) {
        boolean trimmed = definition.type().equals("string") || text.equals(text.strip());
        if (!trimmed) {
            problem(definition.name(), "INVALID_VALUE", "\"" + text + "\" has leading or trailing whitespace");
            return Optional.empty();
        }
        return switch (definition.type()) {
            case "number" -> number(definition, text);
            case "date" -> day(definition, text);
            case "datetime" -> moment(definition, text);
            case "enumeration", "bool" -> choice(definition, text, before);
            default -> text(definition, text);
        };
    }

    private Optional<String> text(PropertyDefinition definition, String text) {
        if (text.length() > LONGEST_TEXT) {
            problem(definition.name(), "INVALID_LENGTH", "Value is longer than " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        if (definition.name().equals("email")) {
            String email = text.strip().toLowerCase(Locale.ROOT);
            if (!email.matches("[^@\\s\"(),:;<>\\[\\]\\\\]+@[a-z0-9.-]*[a-z0-9]\\.[a-z][a-z0-9-]*[a-z0-9]")) {
                problem("email", "INVALID_EMAIL", "Email address " + text + " is invalid");
                return Optional.empty();
            }
            return Optional.of(email);
        }
        if (definition.name().equals("domain")) {
            return Optional.of(text.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", ""));
        }
        return Optional.of(text);
    }

    private Optional<String> number(PropertyDefinition definition, String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(text);
        }
        problem(definition.name(), "INVALID_INTEGER", text + " was not a valid number.");
        return Optional.empty();
    }

    private Optional<String> day(PropertyDefinition definition, String text) {
        if (Stamps.day(text).isPresent()) {
            return Optional.of(text);
        }
        Optional<Long> millis = Stamps.epochMillis(text);
        if (millis.isEmpty()) {
            problem(definition.name(), "INVALID_LONG", text + " was not a valid long.");
            return Optional.empty();
        }
        if (!Stamps.isMidnight(millis.get())) {
            problem(definition.name(), "INVALID_DATE", text + " is at " + Stamps.iso(millis.get()) + ", not midnight!");
            return Optional.empty();
        }
        return Optional.of(Stamps.day(millis.get()));
    }

    private Optional<String> moment(PropertyDefinition definition, String text) {
        Optional<Long> millis = Stamps.epochMillis(text).or(() -> Stamps.moment(text));
        if (millis.isEmpty()) {
            problem(definition.name(), "INVALID_LONG", text + " was not a valid long.");
        }
        return millis.map(Stamps::iso);
    }

    private Optional<String> choice(PropertyDefinition definition, String text, Optional<CrmRecord> before) {
        if (definition.is(Trait.EXTERNAL_OPTIONS)) {
            return external(definition, text);
        }
        String[] chosen =
                definition.takesSeveral() ? text.replaceFirst("^;", "").split(";") : new String[] {text};
        List<String> allowed = definition.options().stream().map(Option::value).toList();
        for (String each : chosen) {
            if (!allowed.contains(each)) {
                problem(definition.name(), "INVALID_OPTION", each + " was not one of the allowed options: " + allowed);
                return Optional.empty();
            }
        }
        boolean appends = definition.takesSeveral() && text.startsWith(";");
        String earlier = appends
                ? before.flatMap(record -> record.filled(definition.name())).orElse("")
                : "";
        return Optional.of(Arrays.stream((earlier + ";" + String.join(";", chosen)).split(";"))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(";")));
    }

    private Optional<String> external(PropertyDefinition definition, String text) {
        boolean owner = definition.name().equals("hubspot_owner_id");
        if (owner
                && Optional.ofNullable(portal.owners().get(text))
                        .filter(known -> !known.archived())
                        .isEmpty()) {
            problem(definition.name(), "INVALID_OWNER_ID", "Owner with ID " + text + " does not exist");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
