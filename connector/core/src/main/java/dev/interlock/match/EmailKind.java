package dev.interlock.match;

import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.WebDomain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** E-mail addresses. */
final class EmailKind implements ValueKind {

    private static final int CLOSE = 2;
    private static final int SAME_BOX = 3;
    private static final int NEAR_BOX = 4;
    private static final int SAME_HOST = 5;
    private static final int OTHER = 6;
    private static final int AT_HOME = 7;
    private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");

    private final boolean ofColleagues;

    /** @param ofColleagues whether hosts are those of companies: two mailboxes at one are mostly two people */
    EmailKind(boolean ofColleagues) {
        this.ofColleagues = ofColleagues;
    }

    @Override
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>(List.of(Level.byRarity("same", 0.64), new Level("close", 0.12, 0.00001)));
        levels.addAll(
                ofColleagues
                        ? List.of(
                                settled("same mailbox, another company's host", 0.04, 0.6),
                                settled("close mailbox, other host", 0.05, 0.07),
                                settled("same host", 0.06, 0.6))
                        : List.of(
                                new Level("same mailbox, other host", 0.07, 0.0005),
                                new Level("close mailbox, other host", 0.05, 0.003),
                                new Level("same host", 0.04, 0.003)));
        levels.add(new Level("different", 0.08, 0.99));
        levels.add(settled("same mailbox, at home", 0.07, 0.07));
        return levels;
    }

    /** Mailboxes are made from names: what they tell was told. */
    private static Level settled(String name, double same, double other) {
        return new Level(name, same, other, Level.Force.SETTLED);
    }

    @Override
    public List<String> read(String cell) {
        List<String> found = new ArrayList<>();
        for (String part : BETWEEN.split(cell, -1)) {
            String address = EmailAddress.normal(part);
            if (EmailAddress.isAddress(address)) {
                found.add(address);
            }
        }
        String whole = EmailAddress.normal(cell);
        // What is nearly an address still tells something.
        return found.isEmpty() && whole.length() > 4 && whole.indexOf('@') >= 0 ? List.of(whole) : found;
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        int length = Math.min(one.length, other.length);
        int slips = ofColleagues || length < 10 ? 1 : length < 16 ? 2 : 3;
        boolean numbered = ofColleagues && digits(one) != digits(other);
        if (!numbered && spelling.distance(one, other, slips) <= slips) {
            return CLOSE;
        }
        int at = at(one);
        int there = at(other);
        if (Arrays.equals(one, 0, at, other, 0, there)) {
            return ofColleagues && (isShared(one, at) || isShared(other, there)) ? AT_HOME : SAME_BOX;
        }
        if (Arrays.equals(one, at, one.length, other, there, other.length) && !isShared(one, at)) {
            return SAME_HOST;
        }
        byte[] box = Arrays.copyOf(one, at);
        byte[] boxThere = Arrays.copyOf(other, there);
        int some = Math.min(at, there) < 5 ? 0 : Math.min(at, there) < 8 ? 1 : 2;
        return some > 0 && spelling.distance(box, boxThere, some) <= some ? NEAR_BOX : OTHER;
    }

    /** Namesakes at one company get numbers, which are no slips. */
    private static long digits(byte[] address) {
        long digits = 1;
        for (byte letter : address) {
            digits = letter >= '0' && letter <= '9' ? digits * 10 + letter - '0' : digits;
        }
        return digits;
    }

    private static boolean isShared(byte[] address, int at) {
        return WebDomain.isShared(new String(
                address,
                Math.min(at + 1, address.length),
                Math.max(0, address.length - at - 1),
                StandardCharsets.UTF_8));
    }

    /** Where the host begins. */
    private static int at(byte[] address) {
        for (int at = address.length - 1; at >= 0; at--) {
            if (address[at] == '@') {
                return at;
            }
        }
        return address.length;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(20, 0.02);
    }

    @Override
    public List<String> clues() {
        return List.of("e-mail", "mailbox", "mail host");
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        int at = at(value);
        into.add(first, Hash.mix(value));
        into.add(first + 1, Hash.mix(Arrays.copyOf(value, at)));
        if (!isShared(value, at)) {
            into.add(first + 2, Hash.mix(Arrays.copyOfRange(value, at, value.length)));
        }
    }
}
