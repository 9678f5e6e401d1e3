package dev.interlock.sandbox.market;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes companies: most of them unlike any other, some of them a near miss of one that is there. */
final class Firms {

    /** So that at least a fifth of the pairs that look alike are not the same. */
    private static final int NEAR_MISSES = 140;

    private static final int SUBSIDIARIES = 180;
    private static final int SHARE_THE_DOMAIN = 660;
    private static final int SHARE_THE_SWITCHBOARD = 300;
    private static final int FREE_MAIL = 80;
    private static final int NO_DOMAIN = 50;
    private static final List<String> FREE_HOSTS = List.of("gmail.com", "gmx.de", "qq.com", "yandex.ru", "outlook.com");
    private static final List<String> MAILBOXES = List.of("info", "sales", "office", "contact", "kontakt");
    private static final List<String> GRAND = List.of("Global", "National", "First", "United", "Royal");

    /** How a near miss differs. */
    private enum Miss implements Dice.Share {
        OTHER_FORM(250),
        OTHER_LAND(300),
        OTHER_PLACE(150),
        GRANDER(150),
        HOLDING(150);

        private final int share;

        Miss(int share) {
            this.share = share;
        }

        @Override
        public int in1000() {
            return share;
        }
    }

    private final Dice dice;
    private final String prefix;
    private final List<Firm> made = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Firms(Dice dice, String prefix) {
        this.dice = dice;
        this.prefix = prefix;
    }

    Firm next() {
        boolean near = !made.isEmpty() && dice.in1000(NEAR_MISSES);
        Firm firm = near ? nearMiss(made.getLast()) : fresh();
        made.add(firm);
        return firm;
    }

    List<Firm> made() {
        return made;
    }

    private Firm fresh() {
        Land land = dice.of(Land.all());
        List<Word> words = name(land);
        while (!taken.add(Firm.domainOf(words))) {
            words = new ArrayList<>(name(land));
            words.add(Word.coined(dice, land.script()));
        }
        Firm alone = new Firm(id(), land, words, dice.of(land.forms()), site(land), reach(land, words), name(land));
        return made.isEmpty() || !dice.in1000(SUBSIDIARIES) ? alone : within(alone, dice.of(made));
    }

    private Firm within(Firm firm, Firm parent) {
        boolean domain =
                dice.in1000(SHARE_THE_DOMAIN) && !parent.reach().domain().isEmpty();
        boolean phone = dice.in1000(SHARE_THE_SWITCHBOARD) && parent.land().equals(firm.land());
        return with(firm, parent, domain, phone);
    }

    private static Firm with(Firm firm, Firm other, boolean domain, boolean phone) {
        Firm.Reach own = firm.reach();
        Firm.Reach of = other.reach();
        return new Firm(
                firm.id(),
                firm.land(),
                firm.words(),
                firm.form(),
                firm.site(),
                new Firm.Reach(
                        domain ? of.domain() : own.domain(),
                        domain ? of.mail() : own.mail(),
                        domain ? firm.words().getFirst().latin().toLowerCase(Locale.ROOT) : own.mailbox(),
                        phone ? of.area() : own.area(),
                        phone ? of.line() : own.line()),
                firm.former());
    }

    private Firm nearMiss(Firm like) {
        return switch (dice.weighted(List.of(Miss.values()))) {
            case OTHER_FORM -> {
                List<Land.Form> others = like.land().forms().stream()
                        .filter(form -> !form.equals(like.form()))
                        .toList();
                yield other(like, like.land(), like.words(), dice.of(others));
            }
            case OTHER_LAND -> {
                List<Land> lands = Land.all().stream()
                        .filter(land -> !land.equals(like.land())
                                && land.script().equals(like.land().script()))
                        .toList();
                Land land = lands.isEmpty() ? like.land() : dice.of(lands);
                Firm abroad = other(like, land, like.words(), dice.of(land.forms()));
                yield with(abroad, like, dice.in1000(500), false);
            }
            case OTHER_PLACE -> franchise(like);
            case GRANDER -> other(like, like.land(), grander(like), like.form());
            case HOLDING -> {
                Firm holding = other(like, like.land(), more(like.words(), Word.of("Holding")), like.form());
                yield with(holding, like, dice.in1000(500), dice.in1000(300));
            }
        };
    }

    private List<Word> grander(Firm like) {
        List<Word> words = new ArrayList<>(List.of(Word.of(dice.of(GRAND))));
        words.addAll(like.words()
                .subList(like.words().size() > 1 ? 1 : 0, like.words().size()));
        return words;
    }

    private Firm franchise(Firm like) {
        Firm.Site site = site(like.land());
        List<Word> words = more(like.words(), Word.of(site.city()));
        Firm branch =
                new Firm(id(), like.land(), words, like.form(), site, reach(like.land(), words), name(like.land()));
        return with(branch, like, dice.in1000(600), false);
    }

    private Firm other(Firm like, Land land, List<Word> words, Land.Form form) {
        // Its domain tells them apart: by the form if Latin letters can write it.
        String told = Word.of(form.brief()).latin().replaceAll("[^A-Za-z]", "");
        List<Word> owns =
                more(words, Word.of(told.isEmpty() ? land.iso() + form.full().length() : told));
        return new Firm(id(), land, words, form, site(land), reach(land, owns), name(like.land()));
    }

    private static List<Word> more(List<Word> words, Word word) {
        List<Word> more = new ArrayList<>(words);
        more.add(word);
        return more;
    }

    private List<Word> name(Land land) {
        Word trade = Word.of(dice.of(land.business()));
        Word coined = Word.coined(dice, land.script());
        if (!land.isLatin()) {
            return dice.in1000(500) ? List.of(coined) : List.of(coined, trade);
        }
        Word family = Word.of(dice.of(land.family()));
        return switch (dice.below(6)) {
            case 0, 1 -> List.of(coined, trade);
            case 2 -> List.of(coined);
            case 3 -> List.of(family, trade, coined);
            case 4 -> List.of(family, Word.of("&"), Word.of(dice.of(land.family())), coined);
            default -> List.of(coined, Word.of(dice.of(land.business())), trade);
        };
    }

    private Firm.Site site(Land land) {
        List<String> city = dice.of(land.cities());
        String street = land.street()
                .replace("{name}", Word.of(dice.of(land.family())).text())
                .replace("{nr}", Integer.toString(dice.between(1, 180)));
        return new Firm.Site(street, city.get(0), city.get(1));
    }

    private Firm.Reach reach(Land land, List<Word> words) {
        String domain = Firm.domainOf(words);
        String mailbox = dice.of(MAILBOXES);
        String area = dice.of(land.areas());
        String line = dice.digits(7);
        if (dice.in1000(FREE_MAIL)) {
            String own = domain.substring(0, domain.indexOf('.'));
            return new Firm.Reach("", dice.of(FREE_HOSTS), own, area, line);
        }
        boolean none = dice.in1000(NO_DOMAIN);
        return new Firm.Reach(none ? "" : domain, none ? "" : domain, mailbox, area, line);
    }

    private String id() {
        return prefix + (made.size() + 1);
    }
}
