package dev.interlock.benchmark;

import java.util.Set;

/** How well and how fast a matcher did. */
record Score(String name, double precision, double recall, double recordsPerCpuSecond) {

    /** @param found pairs of ids, the lesser first, parted by a blank */
    static Score of(String name, Leads leads, Set<String> found, long cpuNanos) {
        long right = found.stream().filter(leads.truth()::contains).count();
        double precision = found.isEmpty() ? 1 : (double) right / found.size();
        return new Score(
                name,
                precision,
                (double) right / leads.truth().size(),
                leads.rows().size() * 1e9 / Math.max(1, cpuNanos));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }
}
