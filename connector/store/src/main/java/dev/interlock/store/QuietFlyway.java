package dev.interlock.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Flyway's log goes nowhere: what an operator must know of a migration leaves as an exception. Flyway calls it by name. */
public final class QuietFlyway implements LogCreator {

    @Override
    public Log createLogger(Class<?> speaker) {
        return new Silence();
    }

    private static final class Silence implements Log {
        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception cause) {}

        @Override
        public void notice(String message) {}
    }
}
