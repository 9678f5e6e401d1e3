package dev.interlock.match;

import dev.interlock.normalise.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which legal forms say the same of a company in different countries, from {@code legal-kinds.txt}. */
final class LegalKinds {

    private static final Map<String, String> KINDS = load();

    private LegalKinds() {}

    /** Whether two forms cannot belong to one company. */
    static boolean conflict(String one, String other) {
        Optional<String> kind = Optional.ofNullable(KINDS.get(one));
        Optional<String> kindThere = Optional.ofNullable(KINDS.get(other));
        return kind.isPresent() && kindThere.isPresent() && !kind.equals(kindThere);
    }

    private static Map<String, String> load() {
        Map<String, String> kinds = new HashMap<>();
        for (String line : WordList.beside(LegalKinds.class, "legal-kinds.txt")) {
            String[] parts = line.split(":", 2);
            for (String form : parts[1].split("\\|", -1)) {
                kinds.put(form, parts[0]);
            }
        }
        return Map.copyOf(kinds);
    }
}
