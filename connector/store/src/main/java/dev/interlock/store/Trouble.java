package dev.interlock.store;

import dev.interlock.stage.Lease;
import dev.interlock.stage.StoreUnavailable;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words why the store at a place cannot be used, and what to do. */
record Trouble(String place) {

    private static final String DAMAGED = "is damaged: put back a copy of it, or move it away to begin from scratch.";

    /** The failure, told as far as its cause is known. The texts of databases may quote rows, so they are not repeated. */
    StoreUnavailable of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable each : causes) {
            if (each instanceof StoreUnavailable told) {
                return told;
            }
        }
        if (causes.stream().anyMatch(Trouble::isDiskFull)) {
            return new StoreUnavailable(
                    "The disk of the store " + place
                            + " is full: make room and start again; nothing acknowledged is lost.",
                    failure);
        }
        return causes.reversed().stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .map(sql -> new StoreUnavailable(words(sql), failure))
                .orElseGet(() -> new StoreUnavailable("The store " + place + " cannot be used.", failure));
    }

    StoreUnavailable saying(String what, Throwable cause) {
        return new StoreUnavailable("The store " + place + " " + what, cause);
    }

    StoreUnavailable lost(Lease lease) {
        return new StoreUnavailable(
                "This process (" + lease.holder() + ") was out of touch for too long and lost its lease on "
                        + lease.name() + " in the store " + place
                        + ". It stopped; whoever works on it now carries on. Nothing needs to be done.",
                new IllegalStateException("generation " + lease.generation() + " is over"));
    }

    StoreUnavailable damaged(Throwable cause) {
        return saying(DAMAGED, cause);
    }

    StoreUnavailable inUse(Throwable cause) {
        return saying("is in use by another Interlock; stop it or wait until it is done.", cause);
    }

    /** H2 numbers its errors (org.h2.api.ErrorCode); PostgreSQL has SQL states (its manual, appendix A). */
    private String words(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String why = switch (sql.getErrorCode()) {
            case 90020 -> "is in use by another Interlock; stop it or wait until it is done.";
            case 90030 -> DAMAGED;
            case 90028, 90031 -> ofItsFile(sql);
            case 90048 -> "was written by another version of H2: use the version it came from, or move it away.";
            case 90146, 90013 -> "does not exist.";
            case 28000 -> wrongPassword();
            default -> isOfItsStatements(sql.getErrorCode()) ? DAMAGED : wordsByState(state);
        };
        return "The store " + place + " " + (why.isEmpty() ? unknown(sql, state) : why);
    }

    /** H2 keeps its tables as statements; one that cannot be read any more (42xxx, 50000 to 50004) was written over. */
    private static boolean isOfItsStatements(int code) {
        return (code >= 42_000 && code < 43_000) || (code >= 50_000 && code <= 50_004);
    }

    private static String wordsByState(String state) {
        return switch (state) {
            case "28P01", "28000" -> wrongPassword();
            case "3D000" -> "does not exist: create the database first.";
            case "42501" -> "does not let this user create tables or write: grant it the schema.";
            case "53300" -> "has no free connections: raise max_connections or stop other clients.";
            case "57P01", "57P02", "57P03" -> "is starting or stopping; try again when the database is up.";
            case "55P03" -> heldUp();
            case "25006" -> "is read-only: name the primary server.";
            default ->
                state.startsWith("08")
                        ? "cannot be reached: check its host, port and network, and that the database is running."
                        : "";
        };
    }

    /** A file that ends before it should was cut short; anything else is between it and us. */
    private static String ofItsFile(SQLException sql) {
        return causes(sql).stream().anyMatch(EOFException.class::isInstance)
                ? DAMAGED
                : "cannot be read or written: check the disk that it is on, and the rights of its folder.";
    }

    private static String heldUp() {
        return "is held up by a rehearsal or by another session that writes: let it end first.";
    }

    private static String wrongPassword() {
        return "refuses this user and password: check the user and password of the store in the configuration.";
    }

    private static String unknown(SQLException sql, String state) {
        return "failed (SQL state " + state + ", code " + sql.getErrorCode() + ").";
    }

    private static boolean isDiskFull(Throwable each) {
        if (each instanceof SQLException sql && ("53100".equals(sql.getSQLState()) || sql.getErrorCode() == 90100)) {
            return true;
        }
        String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("disk quota exceeded");
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable each = failure; each != null && all.size() < 20; each = each.getCause()) {
            all.add(each);
        }
        return all;
    }
}
