package dev.interlock.sandbox.market;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

/** Writes domains, mail addresses, phone numbers and countries as people in one system write them. */
final class Contacts {

    private static final List<String> JUNK_PHONES = List.of("n/a", "0000000", "call office", "123", "-");
    private static final List<String> JUNK_MAIL = List.of("none", "n/a@n", "@", "test@test", "no email");

    private final Dice dice;

    Contacts(Dice dice) {
        this.dice = dice;
    }

    /** Blank if there is none. */
    String website(Firm firm) {
        String domain = firm.reach().domain();
        if (domain.isEmpty() || dice.in1000(50)) {
            return "";
        }
        if (dice.in1000(20)) {
            return "https://old-" + domain;
        }
        return switch (dice.below(10)) {
            case 0, 1, 2, 3 -> domain;
            case 4, 5 -> "www." + domain;
            case 6 -> "https://www." + domain + "/";
            case 7 -> "http://" + domain + "/de/home?ref=1";
            case 8 -> "shop." + domain;
            default -> international(firm, domain);
        };
    }

    /** With its accents, if the name has any: as written, or as the net spells it. */
    private String international(Firm firm, String domain) {
        String own = firm.name().toLowerCase(Locale.ROOT).replace(" ", "-");
        boolean isOwn =
                domain.equals(Firm.domainOf(firm.words())) && own.chars().anyMatch(letter -> letter > 127);
        if (!isOwn || !own.matches("[\\p{L}-]+") || !firm.land().isLatin()) {
            return domain.toUpperCase(Locale.ROOT);
        }
        String accented = own + ".example";
        return dice.in1000(500) ? accented : IDN.toASCII(accented, IDN.ALLOW_UNASSIGNED);
    }

    /** The address of a mailbox; blank if the firm has no mail. */
    String mail(String mailbox, String host) {
        if (host.isEmpty() || dice.in1000(80)) {
            return "";
        }
        String address = mailbox + "@" + host;
        if (dice.in1000(15)) {
            return dice.of(JUNK_MAIL);
        }
        return switch (dice.below(20)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> mailbox + "+crm@" + host;
            case 2 -> address + (dice.in1000(500) ? "." : " ");
            case 3 -> dice.in1000(400) ? address + "; office@" + host : address;
            default -> address;
        };
    }

    /** A national number, with how it is dialled from where the system thinks it is. */
    String phone(Land land, String area, String line) {
        if (dice.in1000(120)) {
            return "";
        }
        String trunk = land.iso().equals("US") || area.startsWith("0") ? "" : "0";
        int kind = dice.below(100);
        if (kind < 40) {
            return "+" + land.dial() + area + line;
        }
        if (kind < 75) {
            return national(trunk + area, line);
        }
        if (kind < 85) {
            return "+" + land.dial() + " " + area + " " + line + (dice.in1000(500) ? " ext. " : " x")
                    + dice.between(10, 99);
        }
        return kind < 95 ? line : dice.of(JUNK_PHONES);
    }

    private String national(String area, String line) {
        return switch (dice.below(4)) {
            case 0 -> area + line;
            case 1 -> area + " / " + line.substring(0, 3) + " " + line.substring(3);
            case 2 -> "(" + area + ") " + line.substring(0, 3) + "-" + line.substring(3);
            default -> area + "." + line;
        };
    }

    /** By one of its names or codes; blank now and then, rarely another one. */
    String country(Land land) {
        if (dice.in1000(50)) {
            return "";
        }
        return dice.in1000(600) ? land.names().getFirst() : dice.of(land.names());
    }

    /** The text, or nothing so many times in a thousand. */
    String sometimes(String text, int missingIn1000) {
        return dice.in1000(missingIn1000) ? "" : text;
    }
}
