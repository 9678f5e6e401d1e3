package dev.interlock.sandbox.market;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, the same for the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something happens that does so many times in a thousand. */
    boolean in1000(int times) {
        return random.nextInt(1000) < times;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of the values of an enum, each as often as its share says; the shares add up to 1,000. */
    <T extends Share> T weighted(List<T> all) {
        int at = random.nextInt(1000);
        for (T one : all) {
            at -= one.in1000();
            if (at < 0) {
                return one;
            }
        }
        return all.getLast();
    }

    /** A number with so many digits that does not begin with 0. */
    String digits(int count) {
        StringBuilder number = new StringBuilder().append(between(1, 9));
        for (int i = 1; i < count; i++) {
            number.append(below(10));
        }
        return number.toString();
    }

    /** Something that happens with a known share. */
    interface Share {

        int in1000();
    }
}
