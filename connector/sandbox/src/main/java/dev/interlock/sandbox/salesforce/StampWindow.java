package dev.interlock.sandbox.salesforce;

import java.util.Optional;

/** The stretch of system stamps that a WHERE leaves: [from, to) in milliseconds. */
record StampWindow(long from, long to) {

    private static final StampWindow OPEN = new StampWindow(0, Long.MAX_VALUE);

    static StampWindow of(Optional<Condition> where) {
        return where.map(StampWindow::of).orElse(OPEN);
    }

    boolean open() {
        return equals(OPEN);
    }

    private static StampWindow of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().map(StampWindow::of).reduce(OPEN, StampWindow::both);
        }
        if (condition instanceof Condition.Compared compared
                && compared.path().direct()
                && compared.path().field().role() == Role.SYSTEM_MODSTAMP
                && compared.value() instanceof Long second) {
            return around(compared.operator(), second * 1000);
        }
        return OPEN;
    }

    private static StampWindow around(Condition.Operator operator, long millis) {
        return switch (operator) {
            case EQUAL -> new StampWindow(millis, millis + 1000);
            case NOT_EQUAL -> OPEN;
            case LESS -> new StampWindow(0, millis);
            case LESS_OR_EQUAL -> new StampWindow(0, millis + 1000);
            case GREATER -> new StampWindow(millis + 1000, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new StampWindow(millis, Long.MAX_VALUE);
        };
    }

    private static StampWindow both(StampWindow one, StampWindow other) {
        long from = Math.max(one.from, other.from);
        return new StampWindow(from, Math.max(from, Math.min(one.to, other.to)));
    }
}
