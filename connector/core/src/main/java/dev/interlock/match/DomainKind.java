package dev.interlock.match;

import dev.interlock.normalise.WebDomain;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Web sites by the domain that was registered; hosts that everybody shares tell nothing. */
final class DomainKind implements ValueKind {

    private static final int OTHER_ENDING = 2;
    private static final int CLOSE = 3;
    private static final int OTHER = 4;

    @Override
    public List<Level> levels() {
        return List.of(
                Level.byRarity("same", 0.70),
                new Level("same but for its ending", 0.07, 0.0003),
                new Level("close", 0.05, 0.0005),
                new Level("different", 0.18, 0.99));
    }

    @Override
    public List<String> read(String cell) {
        Optional<String> domain = WebDomain.registrable(cell).filter(found -> !WebDomain.isShared(found));
        return domain.map(List::of).orElse(List.of());
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        int label = label(one);
        if (label >= 3 && Arrays.equals(one, 0, label, other, 0, label(other))) {
            return OTHER_ENDING;
        }
        return Math.min(one.length, other.length) > 7 && spelling.distance(one, other, 1) <= 1 ? CLOSE : OTHER;
    }

    private static int label(byte[] domain) {
        int dot = new String(domain, StandardCharsets.UTF_8).indexOf('.');
        return dot < 0 ? domain.length : dot;
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(18, 0.2);
    }

    @Override
    public List<String> clues() {
        return List.of("domain");
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        into.add(first, Hash.mix(Arrays.copyOf(value, label(value))));
    }
}
