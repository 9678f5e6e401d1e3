package dev.interlock.register;

import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.Countries;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.WebDomain;
import dev.interlock.register.Evidence.Written;
import dev.interlock.register.Likeness.Verdict;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Tells customers by what the matcher said of them, else by name, legal form, domain and country. Another legal form is
 * another customer: Rio Tinto plc and Rio Tinto Ltd are two companies. A name alone, where one leaves its legal form out, is
 * not enough.
 */
public final class NamedCustomers implements CustomerIdentity {

    private static final double SLIP = 0.93;
    private static final int PREFIX = 4;
    private static final Pattern SITE = Pattern.compile("\\s[-–]\\s|\\s?[(,/]");
    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

    /** A customer in the forms that are compared. */
    private record Read(Customer raw, String core, Optional<String> form, Optional<String> domain, String country) {

        static Read of(Customer customer) {
            CompanyName name = CompanyName.of(customer.name());
            return new Read(
                    customer,
                    name.core(),
                    name.legalForm(),
                    domainOf(customer),
                    Countries.code(customer.country()).orElse(""));
        }

        String compact() {
            return core.replace(" ", "");
        }
    }

    private static Optional<String> domainOf(Customer customer) {
        return customer.domain().isBlank()
                ? Optional.empty()
                : WebDomain.registrable(customer.domain())
                        .filter(domain -> !WebDomain.isShared(domain))
                        .map(NamedCustomers::plain);
    }

    /** As it is said: a name is the same with its accents or without, and a site that is called the old one is still its. */
    private static String plain(String domain) {
        String said = Folding.fold(IDN.toUnicode(domain).replace('-', ' '));
        return said.startsWith("old ") ? said.substring("old ".length()) : said;
    }

    @Override
    public Likeness compare(Customer one, Customer other) {
        if (one.entity().isPresent() && other.entity().isPresent()) {
            boolean same = one.entity().equals(other.entity());
            Evidence matcher = new Evidence(
                    "customer",
                    new Written(one.name(), one.entity().get()),
                    new Written(other.name(), other.entity().get()),
                    same ? "the matcher knows them as one" : "the matcher knows them as two",
                    same ? 1 : -1);
            return new Likeness(same ? Verdict.SAME : Verdict.OTHER, List.of(matcher));
        }
        Read left = Read.of(one);
        Read right = Read.of(other);
        return new Likeness(verdict(left, right), evidence(left, right));
    }

    private static Verdict verdict(Read left, Read right) {
        boolean sameDomain = left.domain().isPresent() && left.domain().equals(right.domain());
        if (otherForm(left, right) || otherCountry(left, right)) {
            return Verdict.OTHER;
        }
        boolean sameName = !left.compact().isEmpty() && left.compact().equals(right.compact());
        if (sameName) {
            return ofOneName(left, right, sameDomain);
        }
        if (isWider(left, right)) {
            // A holding, a branch or a grander name is a customer of its own, though it shares the web site.
            return isSite(left, right) ? ofOneName(left, right, sameDomain) : Verdict.OTHER;
        }
        boolean near = ALIKE.apply(left.compact(), right.compact()) >= SLIP || sameWords(left, right);
        if (sameDomain) {
            return near ? Verdict.SAME : Verdict.UNCLEAR;
        }
        boolean otherDomain = left.domain().isPresent() && right.domain().isPresent();
        boolean sameCountry = !left.country().isEmpty() && left.country().equals(right.country());
        return near && !otherDomain && sameCountry ? Verdict.UNCLEAR : Verdict.OTHER;
    }

    private static Verdict ofOneName(Read left, Read right, boolean sameDomain) {
        boolean sameForm = left.form().isPresent() && left.form().equals(right.form());
        boolean sameCountry = !left.country().isEmpty() && left.country().equals(right.country());
        boolean otherDomain = left.domain().isPresent() && right.domain().isPresent() && !sameDomain;
        boolean bothWithout = left.form().isEmpty() && right.form().isEmpty();
        if (otherDomain) {
            // Two of one name with a web site each are two, unless nothing else tells them apart.
            return sameForm && sameCountry ? Verdict.SAME : bothWithout ? Verdict.UNCLEAR : Verdict.OTHER;
        }
        return sameDomain || sameForm || sameCountry || bothWithout ? Verdict.SAME : Verdict.UNCLEAR;
    }

    private static boolean otherForm(Read left, Read right) {
        return left.form().isPresent()
                && right.form().isPresent()
                && !left.form().equals(right.form());
    }

    private static boolean otherCountry(Read left, Read right) {
        return !left.country().isEmpty()
                && !right.country().isEmpty()
                && !left.country().equals(right.country());
    }

    /** One has words that the other lacks: a holding, a branch, a grander name. */
    private static boolean isWider(Read left, Read right) {
        Set<String> here = words(left);
        Set<String> there = words(right);
        return here.size() != there.size() && (here.containsAll(there) || there.containsAll(here));
    }

    /** "Acme - Dublin" is where Acme is; "Acme Dublin" is a name of its own. */
    private static boolean isSite(Read left, Read right) {
        Set<String> here = words(left);
        Read longer = here.containsAll(words(right)) ? left : right;
        Read shorter = longer.equals(left) ? right : left;
        return SITE.splitAsStream(longer.raw().name())
                .findFirst()
                .map(name -> CompanyName.of(name).core().equals(shorter.core()))
                .orElse(false);
    }

    private static boolean sameWords(Read left, Read right) {
        return words(left).equals(words(right));
    }

    private static Set<String> words(Read read) {
        return new HashSet<>(Arrays.asList(read.core().split(" ", -1)));
    }

    private static List<Evidence> evidence(Read left, Read right) {
        List<Evidence> evidence = new ArrayList<>();
        double alike = left.compact().isEmpty() || right.compact().isEmpty()
                ? 0
                : ALIKE.apply(left.compact(), right.compact());
        evidence.add(new Evidence(
                "customer name",
                new Written(left.raw().name(), left.core()),
                new Written(right.raw().name(), right.core()),
                alike == 1 ? "same without legal form" : "likeness of the names",
                alike));
        add(evidence, "legal form", left.form(), right.form());
        add(evidence, "domain", left.domain(), right.domain());
        add(evidence, "country", nonBlank(left.country()), nonBlank(right.country()));
        return evidence;
    }

    private static Optional<String> nonBlank(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }

    private static void add(List<Evidence> evidence, String field, Optional<String> left, Optional<String> right) {
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        boolean told = left.isPresent() && right.isPresent();
        boolean same = left.equals(right);
        evidence.add(new Evidence(
                field,
                new Written(left.orElse(""), left.orElse("")),
                new Written(right.orElse(""), right.orElse("")),
                told ? same ? "the same" : "different" : "told by one only",
                told ? same ? 1 : -1 : 0));
    }

    @Override
    public Set<String> keys(Customer customer) {
        Set<String> keys = new TreeSet<>();
        customer.entity().ifPresent(entity -> keys.add("entity " + entity));
        domainOf(customer).ifPresent(domain -> keys.add("domain " + domain));
        String compact = CompanyName.of(customer.name()).core().replace(" ", "");
        if (!compact.isEmpty()) {
            keys.add("name " + compact.substring(0, Math.min(PREFIX, compact.length())));
            keys.add("name " + compact);
        }
        return keys;
    }
}
