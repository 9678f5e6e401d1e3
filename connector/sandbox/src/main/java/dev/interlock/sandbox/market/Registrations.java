package dev.interlock.sandbox.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Made-up deal registrations, with the opportunities and customers that some of them meet, and the truth about that. Their
 * shares: 8 % registered twice by one partner, 6 % by two, 7 % that direct sales is at, 3 % of existing customers, 2 % tenders,
 * 2 % by a distributor and its reseller, 4 % again on day 89, 90 or 91, 1 % at the same second; some are heard of a day late.
 */
public final class Registrations {

    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final List<String> PRODUCTS =
            List.of("GTX Basic", "GTX Pro", "GTX Plus Basic", "GTX Plus Pro", "MG Special", "MG Advanced", "GTK 500");
    private static final int VARIANT_SPELLING = 170;
    private static final int HEARD_LATE = 50;
    private static final int CLOCK_AHEAD = 20;
    private static final int SAME_PRODUCT_AS_BEFORE = 600;

    /** What happens to a registration. */
    private enum Fate implements Dice.Share {
        TWICE_BY_ONE(80),
        BY_TWO(60),
        DIRECT(70),
        EXISTING(30),
        TENDER(20),
        CHAIN(20),
        AGAIN(40),
        AT_ONCE(10),
        ALONE(670);

        private final int share;

        Fate(int share) {
            this.share = share;
        }

        @Override
        public int in1000() {
            return share;
        }
    }

    /** A registration as it really is. */
    private record Deal(Firm customer, String product, Instant at) {

        Deal at(Instant other) {
            return new Deal(customer, product, other);
        }
    }

    /** Who registers; the distributor above it may be blank. */
    private record Seller(String id, String above) {}

    private final Dice dice;
    private final Spelling spelling;
    private final Contacts contacts;
    private final Firms customers;
    private final List<Seller> sellers = new ArrayList<>();
    private final Sheet claims = new Sheet("claims", Columns.CLAIM);
    private final Sheet truth = new Sheet("overlaps", Columns.OVERLAP);
    private Optional<Deal> before = Optional.empty();
    private final Set<String> taken = new HashSet<>();
    private int registered;

    private Registrations(long seed, int count) {
        this.dice = new Dice(seed);
        this.spelling = new Spelling(dice);
        this.contacts = new Contacts(dice);
        this.customers = new Firms(dice, "customer");
        for (int at = 0; at < Math.max(20, count / 20); at++) {
            sellers.add(new Seller("P" + (1000 + at), at % 10 < 3 || at < 10 ? "" : "P" + (1000 + at % 10 % 3)));
        }
    }

    /**
     * @param seed the same seed makes the same registrations
     * @param count how many registrations there are, or a few more
     */
    public static Registrations of(long seed, int count) {
        Registrations all = new Registrations(seed, count);
        while (all.registered < count) {
            all.next();
        }
        for (int at = all.claims.rows().size() - 1; at > 0; at--) {
            Collections.swap(all.claims.rows(), at, all.dice.below(at + 1));
        }
        return all;
    }

    /** The claims, in the order in which they are heard of, and the overlaps that are true: subject, type, counterpart, first. */
    public List<Sheet> sheets() {
        return List.of(claims, truth);
    }

    /** Writes claims.csv and overlaps.csv. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Sheet sheet : sheets()) {
            sheet.writeRows(folder);
        }
    }

    private void next() {
        Deal deal = deal();
        Seller seller = dice.of(sellers);
        Fate fate = dice.weighted(List.of(Fate.values()));
        String tender = fate == Fate.TENDER ? "RFP-" + registered : "";
        String id = register(deal, seller, tender, true);
        switch (fate) {
            case TWICE_BY_ONE -> again(id, deal.at(days(deal, 1, 30)), seller, "DUPLICATE_SAME_PARTNER");
            case BY_TWO -> again(id, deal.at(days(deal, 0, 80)), rival(seller), "PARTNER_OVERLAP");
            case AT_ONCE ->
                again(id, deal.at(deal.at().plusMillis(dice.between(1, 999))), rival(seller), "PARTNER_OVERLAP");
            case DIRECT -> direct(id, deal);
            case EXISTING -> {
                String customer = claim("K", deal.at(days(deal, -900, -100)), "CUSTOMER", List.of("", "", "", ""));
                overlap(id, "EXISTING_CUSTOMER", customer, customer);
            }
            case TENDER -> tender(id, deal, seller, tender);
            case CHAIN -> chain(id, deal, seller);
            case AGAIN -> onTheEdge(id, deal, seller);
            case ALONE -> {}
        }
    }

    private Deal deal() {
        Firm customer = unlikeAll();
        String product = before.filter(any -> dice.in1000(SAME_PRODUCT_AS_BEFORE))
                .map(Deal::product)
                .orElse(dice.of(PRODUCTS));
        Deal deal = new Deal(customer, product, FIRST_DAY.plusSeconds(dice.below(300 * 86_400)));
        before = Optional.of(deal);
        return deal;
    }

    /** No two have the same name, legal form and country: nobody could tell them apart. */
    private Firm unlikeAll() {
        Firm firm = customers.next();
        while (!taken.add(firm.land().iso() + firm.form().brief() + firm.latinName())) {
            firm = customers.next();
        }
        return firm;
    }

    private Instant days(Deal deal, int least, int most) {
        return deal.at().plus(Duration.ofDays(dice.between(least, most))).plusSeconds(dice.between(60, 3_600));
    }

    private void again(String first, Deal later, Seller seller, String type) {
        overlap(register(later, seller, "", false), type, first, first);
    }

    private void direct(String id, Deal deal) {
        boolean before = dice.in1000(800);
        Deal own = deal.at(days(deal, before ? -50 : 1, before ? -1 : 60));
        String opportunity = claim("O", own, "OPPORTUNITY", List.of("", "", "", ""));
        overlap(id, "DIRECT_OVERLAP", opportunity, before ? opportunity : id);
    }

    private void tender(String id, Deal deal, Seller seller, String tender) {
        Seller second = rival(seller);
        Deal later = deal.at(days(deal, 1, 20));
        String other = register(later, second, tender, false);
        overlap(other, "TENDER_MULTI_BID", id, id);
    }

    private void chain(String id, Deal deal, Seller seller) {
        Seller reseller = seller.above().isEmpty() ? seller : new Seller(seller.above(), "");
        boolean same = reseller.equals(seller);
        again(id, deal.at(days(deal, 1, 20)), reseller, same ? "DUPLICATE_SAME_PARTNER" : "DISTRIBUTOR_CHAIN");
    }

    /** On day 89 the first is still protected; from day 90 on it is not. */
    private void onTheEdge(String id, Deal deal, Seller seller) {
        int day = dice.between(89, 91);
        boolean same = dice.in1000(500);
        Deal later = deal.at(days(deal, day, day));
        String other = register(later, same ? seller : rival(seller), "", false);
        if (day == 89) {
            overlap(other, same ? "DUPLICATE_SAME_PARTNER" : "PARTNER_OVERLAP", id, id);
        }
    }

    private Seller rival(Seller seller) {
        Seller other = dice.of(sellers);
        boolean related = other.id().equals(seller.id())
                || other.id().equals(seller.above())
                || other.above().equals(seller.id());
        return related ? rival(seller) : other;
    }

    private String register(Deal deal, Seller seller, String tender, boolean properly) {
        registered++;
        String kind = properly ? "REGISTRATION" : "REGISTRATION AGAIN";
        return claim("R", deal, kind, List.of(seller.id(), "Partner " + seller.id(), seller.above(), tender));
    }

    private String claim(String letter, Deal deal, String kind, List<String> seller) {
        String id = letter + (claims.rows().size() + 1);
        Firm firm = deal.customer();
        String name = kind.equals("REGISTRATION")
                ? spelling.properly(firm)
                : spelling.company(firm, dice.weighted(List.of(Spelling.Company.values())));
        boolean isVariant = dice.in1000(VARIANT_SPELLING);
        Instant seen = dice.in1000(HEARD_LATE)
                ? deal.at().plus(Duration.ofHours(24)).plusSeconds(dice.below(900))
                : deal.at().plusSeconds(dice.in1000(CLOCK_AHEAD) ? -dice.between(1, 300) : dice.between(1, 900));
        List<String> values = new ArrayList<>(List.of(
                id,
                letter.equals("R") ? "partnerstack" : "salesforce",
                kind.replace(" AGAIN", ""),
                name,
                contacts.website(firm),
                contacts.country(firm.land()),
                letter.equals("K") ? "" : isVariant ? deal.product().replace(" ", "") : deal.product(),
                Integer.toString(dice.between(500, 300_000)),
                deal.at().toString(),
                seen.toString()));
        values.addAll(seller);
        claims.rows().add(new Sheet.Row(firm.id(), kind, values));
        return id;
    }

    private void overlap(String subject, String type, String counterpart, String first) {
        truth.rows().add(new Sheet.Row(subject, type, List.of(subject, type, counterpart, first)));
    }
}
