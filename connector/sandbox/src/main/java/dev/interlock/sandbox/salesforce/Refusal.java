package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.stream.Collectors;

/** The service refuses a request, or one record of a request. It is thrown deep inside and answered at the resource. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    Refusal(List<Problem> problems) {
        super(words(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    static Refusal of(String code, String message, String... fields) {
        return new Refusal(List.of(Problem.of(code, message, fields)));
    }

    static Refusal notFound() {
        return of("NOT_FOUND", "The requested resource does not exist");
    }

    static Refusal methodNotAllowed(String method) {
        return of("METHOD_NOT_ALLOWED", "HTTP Method '" + method + "' not allowed.");
    }

    List<Problem> problems() {
        return problems;
    }

    int status() {
        return problems.getFirst().status();
    }

    private static String words(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + ": " + problem.message())
                .collect(Collectors.joining("; "));
    }
}
