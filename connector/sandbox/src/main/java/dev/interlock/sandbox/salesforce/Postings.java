package dev.interlock.sandbox.salesforce;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which records hold which value of one field. Blank values are not kept. */
final class Postings {

    private static final int[] NONE = {};

    private final Map<Object, int[]> byKey = new HashMap<>();

    void add(Object key, int number) {
        if (key == Blank.BLANK) {
            return;
        }
        int[] before = byKey.getOrDefault(key, NONE);
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = number;
        byKey.put(key, after);
    }

    void remove(Object key, int number) {
        int[] before = byKey.getOrDefault(key, NONE);
        int[] after = Arrays.stream(before).filter(each -> each != number).toArray();
        if (after.length == 0) {
            byKey.remove(key);
        } else {
            byKey.put(key, after);
        }
    }

    int[] holding(Object key) {
        return byKey.getOrDefault(key, NONE).clone();
    }

    void clear() {
        byKey.clear();
    }
}
