package dev.interlock.routes.system.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One kind of record of a described service.
 *
 * @param id the dotted path of its id
 * @param changed the dotted path of its change stamp; blank if it has none
 * @param item the dotted path of the record in an answer about one; blank if it is the answer itself
 * @param archived the column that is true on an archived record; blank if there is none
 * @param find how a record is found by our key; empty if the key may stand in place of the id
 * @param scoped columns whose values mean different things in different scopes
 * @param choices where the service tells which values a column may have
 * @param currencies money columns that count only in one currency
 */
record RestObject(
        String id,
        String changed,
        Stamps stamps,
        String item,
        Listing listing,
        Writing.Operation read,
        Optional<Find> find,
        Writing writing,
        Forms forms,
        String archived,
        Optional<Gate> gate,
        List<Veil> veils,
        Map<String, Scoped> scoped,
        Map<String, Choices> choices,
        Map<String, Currency> currencies) {

    RestObject {
        veils = List.copyOf(veils);
        scoped = Map.copyOf(scoped);
        choices = Map.copyOf(choices);
        currencies = Map.copyOf(currencies);
    }

    /** All columns that have to be asked for so that the wanted ones can be told, parted by commas. */
    String asked(Set<String> wanted) {
        Set<String> asked = new TreeSet<>(wanted);
        asked.add(id);
        asked.add(changed);
        asked.add(archived);
        gate.ifPresent(some -> asked.add(some.by()));
        veils.forEach(veil -> asked.add(veil.when().at()));
        scoped.values().forEach(some -> asked.add(some.by()));
        currencies.values().forEach(some -> asked.add(some.by()));
        writing.version().ifPresent(some -> asked.add(some.path()));
        asked.remove("");
        return String.join(",", asked);
    }

    /** The columns that are not texts in JSON: numbers, flags, and lists of texts. */
    record Forms(Set<String> numbers, Set<String> flags, Set<String> lists) {}

    /** A list of the records that carry our key. */
    record Find(Writing.Operation call, String items) {}

    /**
     * Which columns may be written, by the state that the record is in.
     *
     * @param by the dotted path of the state
     * @param writable by state; an empty set for none, no set for all. A state that is not named allows nothing
     */
    record Gate(String by, Map<String, Optional<Set<String>>> writable) {

        /** Which of the columns may not be written now. */
        List<String> closed(String state, Set<String> columns) {
            Optional<Set<String>> open = writable.getOrDefault(state, Optional.of(Set.of()));
            return columns.stream()
                    .filter(column -> open.isPresent() && !open.get().contains(column))
                    .sorted()
                    .toList();
        }
    }

    /**
     * What must not leave the service while something is true of a record.
     *
     * @param hides the columns that are held back; empty for the whole record
     * @param shows the only columns that are not held back, if some are named
     */
    record Veil(Trait when, Set<String> hides, Set<String> shows) {

        boolean hidesAll() {
            return hides.isEmpty() && shows.isEmpty();
        }

        boolean hides(String column) {
            return hides.contains(column) || !shows.isEmpty() && !shows.contains(column);
        }
    }

    /**
     * A column whose words differ by scope.
     *
     * @param by the column that names the scope, such as a group
     * @param words by scope: the service's word, and the one that the mapping knows, in the order of the file
     */
    record Scoped(String by, Map<String, Map<String, String>> words) {}

    /**
     * Where the legal values of a column are listed.
     *
     * @param value the dotted path of the value in each item
     * @param scope the dotted path of the scope that it is legal in; blank if it is legal everywhere
     */
    record Choices(String path, Map<String, String> parameters, String items, String value, String scope) {}

    /** The column that holds the currency of an amount, and the only one in which it counts. */
    record Currency(String by, String is) {}
}
