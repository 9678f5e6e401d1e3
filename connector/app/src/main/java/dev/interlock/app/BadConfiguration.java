package dev.interlock.app;

import dev.interlock.mapping.ConfigProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration has problems; the message lists all of them. */
final class BadConfiguration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    BadConfiguration(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    List<ConfigProblem> problems() {
        return problems;
    }
}
