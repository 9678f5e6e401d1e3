package dev.interlock.app;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Who does something, and why: it stands in the audit. */
final class Signature {

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides this (default: the user of this machine).")
    private Optional<String> by = Optional.empty();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stands in the audit.")
    private String reason = "";

    String by() {
        return by.filter(name -> !name.isBlank()).orElse(System.getProperty("user.name", "somebody"));
    }

    /** Never blank. */
    String reason() {
        if (reason.isBlank()) {
            throw new NotPossible(Exit.CONFIGURATION, "--reason must say why");
        }
        return reason.strip();
    }
}
