package org.assay.watch;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets nothing that people wrote into the log. What an exception says quotes what it was about, so that of one that a
 * request ended in only its class, its SQLSTATE and its stack are told; and of an address only its path. Below INFO libraries
 * tell tokens, statements with their values and whole requests: whatever level is set, these lines are not written.
 */
@LoggingFilter(name = "without-words")
final class WithoutWords implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getLevel().intValue() < Level.INFO.intValue()
                && !line.getLoggerName().startsWith("org.assay.")) {
            return false;
        }
        if (line instanceof ExtLogRecord of && of.getMdc("requestId") != null) {
            if (line.getThrown() != null) {
                line.setThrown(Silent.of(line.getThrown(), Collections.newSetFromMap(new IdentityHashMap<>())));
            }
            if (line.getLoggerName().startsWith("io.quarkus.vertx.http") && line.getParameters() != null) {
                line.setParameters(pathsOnly(line.getParameters()));
            }
        }
        return true;
    }

    private static Object[] pathsOnly(Object[] parameters) {
        Object[] shorter = parameters.clone();
        for (int i = 0; i < shorter.length; i++) {
            if (shorter[i] instanceof String text) {
                shorter[i] = text.replaceFirst("\\?.*", "");
            }
        }
        return shorter;
    }

    private static final class Silent extends Throwable {

        private final String name;

        private Silent(String name, Throwable cause) {
            super(null, cause, false, true);
            this.name = name;
        }

        /** @param seen so that a circle of causes ends */
        static Silent of(Throwable said, Set<Throwable> seen) {
            if (said == null || !seen.add(said)) {
                return null;
            }
            String state = said instanceof SQLException sql && sql.getSQLState() != null
                    ? " (SQLSTATE " + sql.getSQLState() + ")"
                    : "";
            var silent = new Silent(said.getClass().getName() + state, of(said.getCause(), seen));
            silent.setStackTrace(said.getStackTrace());
            return silent;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
