package dev.interlock.store;

import static dev.interlock.store.Sample.HUBSPOT;
import static dev.interlock.store.Sample.SALESFORCE;

import java.util.List;

/** The child of the kill test: saves one entity after another for ever, and says so after each. */
final class Acknowledging {

    private Acknowledging() {}

    /** Arguments: URL, user, password, and a name that all its entities begin with. */
    public static void main(String[] arguments) {
        try (JdbcStagingStore store = JdbcStagingStore.open(arguments[0], arguments[1], arguments[2])) {
            for (int i = 0; i < 1_000_000; i++) {
                Sample next = Sample.partner(arguments[3] + "-" + i)
                        .named("Partner " + i)
                        .in(SALESFORCE, arguments[3] + "-" + i)
                        .writing(HUBSPOT, "Partner " + i);
                store.inTransaction(stage -> {
                    stage.save(List.of(next.staged()));
                    stage.audit(List.of(BooksContract.audit(next.golden().id().value(), "saved")));
                    return true;
                });
                System.out.println("saved " + next.golden().id());
            }
        }
    }
}
