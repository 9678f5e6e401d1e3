package dev.interlock.normalise;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose mailbox an e-mail address is: a comparison aid, never what is written. */
public final class Mailboxes {

    private static final Pattern BETWEEN = Pattern.compile("[;,\\s|]+");
    private static final Set<String> ROLES = Set.copyOf(WordList.lines("role-addresses.txt"));

    /** Hosts that deliver {@code name+tag} to {@code name}, as their own help pages say. */
    private static final Set<String> TAGGING = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "fastmail.com",
            "proton.me",
            "protonmail.com",
            "pm.me");

    /** Hosts under two names (Google Account Help on googlemail.com). */
    private static final Map<String, String> SAME = Map.of("googlemail.com", "gmail.com");

    /** No cell holds more addresses than people can mean. */
    private static final int MOST = 100;

    private Mailboxes() {}

    /** All addresses in a cell, each once, in their order, in the form in which {@link EmailAddress} keeps them. */
    public static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (String part : BETWEEN.split(Wording.squeeze(text), MOST * 10)) {
            String address = EmailAddress.normal(part);
            if (EmailAddress.isAddress(address) && found.size() < MOST) {
                found.add(address);
            }
        }
        return List.copyOf(found);
    }

    /** Whether the address belongs to a task and not to a person: {@code info@}, {@code sales@}, {@code postmaster@}. */
    public static boolean isRole(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && ROLES.contains(address.substring(0, at).toLowerCase(Locale.ROOT));
    }

    /**
     * The mailbox that gets mail to the address: without tags and, at Gmail, without points, where the provider says that it
     * reads them so. Any other address is its own mailbox, because a plus may be part of a name elsewhere.
     */
    public static String of(String text) {
        String address = EmailAddress.normal(text);
        int at = address.lastIndexOf('@');
        if (at <= 0 || !EmailAddress.isAddress(address)) {
            return address;
        }
        String host = SAME.getOrDefault(address.substring(at + 1), address.substring(at + 1));
        int plus = address.indexOf('+');
        String name = address.substring(0, TAGGING.contains(host) && plus > 0 && plus < at ? plus : at);
        String bare = name.replace(".", "");
        String local = host.equals("gmail.com") && !bare.isEmpty() ? bare : name;
        String mailbox = local + "@" + host;
        return EmailAddress.normal(mailbox).equals(mailbox) ? mailbox : address;
    }
}
