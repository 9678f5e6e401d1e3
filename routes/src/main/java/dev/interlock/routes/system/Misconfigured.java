package dev.interlock.routes.system;

import dev.interlock.mapping.ConfigProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A system cannot be connected, because what the operator wrote about it is not right. */
public final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public Misconfigured(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
