package dev.interlock.sandbox.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes deals: a customer, a product and a partner, as a CRM and as a PRM tell of them. */
final class Deals {

    private static final int VARIANT_SPELLING = 170;
    private static final int NO_ACCOUNT = 160;
    private static final int NO_CURRENCY = 100;
    private static final List<String> PRODUCTS =
            List.of("GTX Basic", "GTX Pro", "GTX Plus Basic", "GTX Plus Pro", "MG Special", "MG Advanced", "GTK 500");
    private static final List<String> STAGES = List.of("submitted", "qualified", "negotiation", "won", "lost");

    /** Stages as the CRM calls them. */
    private static final Map<String, String> IN_THE_CRM = Map.of(
            "submitted", "Prospecting",
            "qualified", "Qualification",
            "negotiation", "Negotiation/Review",
            "won", "Closed Won",
            "lost", "Closed Lost");

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Dice dice;
    private final List<Firm> customers;
    private final List<Firm> partners;
    private int made;

    Deals(Dice dice, List<Firm> customers, List<Firm> partners) {
        this.dice = dice;
        this.customers = customers;
        this.partners = partners;
    }

    /** A deal as it really is; the amount is in cents. */
    record Deal(String id, Firm customer, Firm partner, String product, long amount, LocalDate closes, String stage) {}

    Deal next() {
        made++;
        return new Deal(
                "deal" + made,
                dice.of(customers),
                dice.of(partners),
                dice.of(PRODUCTS),
                100L * dice.between(50, 30_000),
                FIRST_DAY.plusDays(dice.below(730)),
                dice.of(STAGES));
    }

    /** The registration of the partner, and the opportunity if there is one. */
    void copies(Deal deal, Spelling spelling, Sheet deals) {
        String account = spelling.properly(deal.customer());
        String partner = spelling.properly(deal.partner());
        deals.add(
                deal.id(),
                "ORIGINAL",
                List.of(
                        "partnerstack",
                        deal.product() + " for " + account,
                        account,
                        partner,
                        deal.product(),
                        Long.toString(deal.amount()),
                        dice.in1000(NO_CURRENCY) ? "" : "EUR",
                        deal.closes().toString(),
                        deal.stage()));
        if (dice.in1000(700)) {
            Spelling.Company how = dice.weighted(List.of(Spelling.Company.values()));
            deals.add(deal.id(), how.name(), opportunity(deal, spelling.company(deal.customer(), how)));
        }
    }

    private List<String> opportunity(Deal deal, String account) {
        String product = dice.in1000(VARIANT_SPELLING) ? deal.product().replace(" ", "") : deal.product();
        String quarter = "Q" + ((deal.closes().getMonthValue() + 2) / 3) + " "
                + deal.closes().getYear();
        return List.of(
                "salesforce",
                account + " - " + product + " - " + quarter,
                dice.in1000(NO_ACCOUNT) ? "" : account,
                deal.partner().name(),
                product,
                Long.toString(deal.amount() / 100),
                dice.in1000(NO_CURRENCY) ? "" : "EUR",
                deal.closes()
                        .plusDays(dice.in1000(200) ? dice.between(-14, 30) : 0)
                        .toString(),
                IN_THE_CRM.getOrDefault(deal.stage(), ""));
    }
}
