package dev.interlock.store;

import dev.interlock.stage.StoreUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables, brought up to what this program knows. */
final class Schema {

    private Schema() {}

    static void migrate(DataSource source, Database database, Trouble trouble) {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .loggers(QuietFlyway.class.getName())
                    .dataSource(source)
                    .locations("classpath:dev/interlock/store/migration")
                    .placeholders(database.types())
                    .table("interlock_schema")
                    .load();
            refuseNewer(flyway, trouble);
            flyway.migrate();
        } catch (FlywayException e) {
            throw explained(e, trouble);
        }
    }

    private static void refuseNewer(Flyway flyway, Trouble trouble) {
        for (MigrationInfo each : flyway.info().applied()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED) {
                throw trouble.saying(
                        "was written by a newer Interlock (its schema is " + each.getVersion()
                                + "): start that version, or put back a copy from before the upgrade.",
                        new IllegalStateException("schema " + each.getVersion()));
            }
        }
    }

    private static StoreUnavailable explained(FlywayException e, Trouble trouble) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("non-empty schema")) {
            return trouble.saying("holds tables that are not Interlock's: give it a database or schema of its own.", e);
        }
        if (message.contains("Validate failed") || message.contains("alidation")) {
            return trouble.saying("has tables that were changed by hand or half upgraded: put back a copy of it.", e);
        }
        return trouble.of(e);
    }
}
