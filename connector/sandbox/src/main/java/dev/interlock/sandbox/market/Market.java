package dev.interlock.sandbox.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A market of a size, as three systems hold it: to every partner about ten customers, thirty leads and twenty deals. Beyond
 * {@value #LARGE} records one distributor has {@value #RESELLERS} resellers more.
 */
public final class Market {

    private static final int UNITS = 61;
    private static final int LARGE = 200_000;
    private static final int RESELLERS = 4_000;
    private static final List<String> SYSTEMS = List.of("partnerstack", "salesforce", "hubspot");
    private static final int IN_ANOTHER_SYSTEM = 750;
    private static final int TWICE_IN_ONE = 40;

    private final Dice dice;
    private final Spelling spelling;
    private final Contacts contacts;
    private final Sheet partners = new Sheet("partners", Columns.COMPANY);
    private final Sheet customers = new Sheet("customers", Columns.COMPANY);
    private final Sheet leads = new Sheet("leads", Columns.LEAD);
    private final Sheet deals = new Sheet("deals", Columns.DEAL);

    private Market(long seed) {
        this.dice = new Dice(seed);
        this.spelling = new Spelling(dice);
        this.contacts = new Contacts(dice);
    }

    /**
     * @param seed the same seed makes the same market
     * @param records about how many there are in all
     */
    public static Market of(long seed, int records) {
        Market market = new Market(seed);
        market.fill(Math.max(2, records / UNITS), records >= LARGE ? RESELLERS : 0);
        return market;
    }

    /** Partners, customers, leads and deals. */
    public List<Sheet> sheets() {
        return List.of(partners, customers, leads, deals);
    }

    /** Writes each sheet with its truth as CSV. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Sheet sheet : sheets()) {
            sheet.write(folder);
        }
    }

    private void fill(int units, int resellers) {
        Firms ofPartners = new Firms(dice, "partner");
        for (int i = 0; i < units + resellers; i++) {
            ofPartners.next();
        }
        ofPartners.made().forEach(firm -> copies(partners, firm));
        Firms ofCustomers = new Firms(dice, "customer");
        for (int i = 0; i < units * 10; i++) {
            copies(customers, ofCustomers.next());
        }
        Persons people = new Persons(dice, ofCustomers.made());
        for (int i = 0; i < units * 30; i++) {
            copies(people.next());
        }
        Deals all = new Deals(dice, ofCustomers.made(), ofPartners.made());
        for (int i = 0; i < units * 20; i++) {
            all.copies(all.next(), spelling, deals);
        }
        sheets().forEach(sheet -> sheet.finish(dice));
    }

    private void copies(Sheet sheet, Firm firm) {
        boolean first = true;
        for (String system : SYSTEMS) {
            for (int times = times(first); times > 0; times--) {
                Spelling.Company how =
                        first ? Spelling.Company.AS_IT_IS : dice.weighted(List.of(Spelling.Company.values()));
                String name = first ? spelling.properly(firm) : spelling.company(firm, how);
                sheet.add(firm.id(), first ? "ORIGINAL" : how.name(), company(firm, system, name));
                first = false;
            }
        }
    }

    private int times(boolean first) {
        int there = first || dice.in1000(IN_ANOTHER_SYSTEM) ? 1 : 0;
        return there + (there > 0 && dice.in1000(TWICE_IN_ONE) ? 1 : 0);
    }

    private List<String> company(Firm firm, String system, String name) {
        return List.of(
                system,
                name,
                contacts.website(firm),
                contacts.mail(firm.reach().mailbox(), firm.reach().mail()),
                contacts.phone(firm.land(), firm.reach().area(), firm.reach().line()),
                contacts.sometimes(firm.site().street(), 200),
                contacts.sometimes(firm.site().city(), 80),
                contacts.sometimes(firm.site().postcode(), 250),
                contacts.country(firm.land()));
    }

    private void copies(Persons.Person person) {
        boolean first = true;
        for (String system : List.of("partnerstack", "salesforce", "hubspot")) {
            for (int times = times(first); times > 0; times--) {
                Spelling.Person how =
                        first ? Spelling.Person.AS_IT_IS : dice.weighted(List.of(Spelling.Person.values()));
                leads.add(person.id(), first ? "ORIGINAL" : how.name(), lead(person, system, how, first));
                first = false;
            }
        }
    }

    private List<String> lead(Persons.Person person, String system, Spelling.Person how, boolean first) {
        Firm firm = person.firm();
        List<String> names =
                spelling.person(person.given().text(), person.family().text(), how);
        String company = first
                ? spelling.properly(firm)
                : spelling.company(firm, dice.weighted(List.of(Spelling.Company.values())));
        return List.of(
                system,
                names.get(0),
                names.get(1),
                contacts.sometimes(company, 30),
                contacts.mail(person.mailbox(), firm.reach().mail()),
                contacts.phone(firm.land(), firm.reach().area(), person.line()),
                contacts.sometimes(person.title(), 300),
                contacts.sometimes(firm.site().city(), 200),
                contacts.country(firm.land()));
    }
}
