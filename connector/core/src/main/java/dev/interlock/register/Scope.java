package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.normalise.Folding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a claim is about, beside whom.
 *
 * @param products names of product families
 * @param marks what is known of the other grains, as it was written
 * @param amount in whole units of the currency
 * @param tender under which several may bid; blank if it is none
 */
public record Scope(Set<String> products, Map<Grain, String> marks, Optional<BigDecimal> amount, String tender) {

    public Scope {
        products = Set.copyOf(products);
        marks = Map.copyOf(new LinkedHashMap<>(marks));
    }

    /** One product, and nothing else known. */
    public static Scope of(String product) {
        return new Scope(product.isBlank() ? Set.of() : Set.of(product), Map.of(), Optional.empty(), "");
    }

    public Scope forTender(String name) {
        return new Scope(products, marks, amount, name);
    }

    public Scope worth(long whole) {
        return new Scope(products, marks, Optional.of(BigDecimal.valueOf(whole)), tender);
    }

    public Scope at(Grain grain, String value) {
        Map<Grain, String> more = new TreeMap<>(marks);
        more.put(grain, value);
        return new Scope(products, more, amount, tender);
    }

    /** What it says of a grain, as it was written; blank if nothing. */
    String raw(Grain grain) {
        return switch (grain) {
            case CUSTOMER -> "";
            case PRODUCT -> String.join(", ", new TreeSet<>(products));
            case AMOUNT -> amount.map(BigDecimal::toPlainString).orElse("");
            case SITE, QUANTITY, BRAND, TERRITORY, PROJECT -> marks.getOrDefault(grain, "");
        };
    }

    /** What counts of it: the products, or the one form or band; nothing if it is not known. */
    Set<String> forms(Grain grain, DealRules rules) {
        return switch (grain) {
            case CUSTOMER -> Set.of();
            case PRODUCT -> {
                Set<String> forms = new TreeSet<>();
                products.forEach(product -> forms.add(form(product)));
                yield forms;
            }
            case AMOUNT ->
                amount.map(worth -> Set.of("band " + rules.band(worth.longValue())))
                        .orElse(Set.of());
            case SITE, QUANTITY, BRAND, TERRITORY, PROJECT -> {
                String form = form(marks.getOrDefault(grain, ""));
                yield form.isEmpty() ? Set.of() : Set.of(form);
            }
        };
    }

    /** "GTXPro" and "GTX Pro" are one product: blanks do not count. */
    private static String form(String written) {
        return Folding.fold(written).replace(" ", "");
    }
}
