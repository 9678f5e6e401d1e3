package dev.interlock.mapping;

import java.util.Optional;

/**
 * A place in a configuration file.
 *
 * @param file as the operator named it
 * @param line counted from 1
 * @param column counted from 1
 */
public record Spot(String file, int line, int column) {

    /** Something is wrong here. */
    public ConfigProblem problem(String what) {
        return new ConfigProblem(file, line, column, what, Optional.empty());
    }

    /** Something is wrong here, and one of the known words may have been meant. */
    public ConfigProblem problem(String what, String written, Iterable<String> known) {
        return new ConfigProblem(file, line, column, what, Nearest.to(written, known));
    }
}
