package org.assay.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class WithoutWordsTest {

    private static ExtLogRecord line(String logger, Throwable thrown, Object... parameters) {
        var line = new ExtLogRecord(Level.ERROR, "It failed", "test");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        line.setParameters(parameters);
        return line;
    }

    private static ExtLogRecord ofARequest(ExtLogRecord line) {
        line.putMdc("requestId", "abcdefgh");
        assertTrue(new WithoutWords().isLoggable(line));
        return line;
    }

    @Test
    void what_a_request_ended_in_is_told_without_what_it_says() {
        var cause = new SQLException("refused: her words", "23505");
        var line = ofARequest(line("org.assay", new IllegalStateException("his words", cause)));
        var told = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(told));
        assertFalse(told.toString().contains("words"), told::toString);
        assertTrue(told.toString().startsWith("java.lang.IllegalStateException"), told::toString);
        assertTrue(told.toString().contains("Caused by: java.sql.SQLException (SQLSTATE 23505)"), told::toString);
        assertArrayEquals(cause.getStackTrace(), line.getThrown().getCause().getStackTrace());
    }

    @Test
    void causes_that_go_in_a_circle_end() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        var line = ofARequest(line("org.assay", first));
        assertEquals(null, line.getThrown().getCause().getCause());
    }

    @Test
    void an_address_is_told_without_its_query() {
        var line =
                ofARequest(line("io.quarkus.vertx.http.runtime.QuarkusErrorHandler", null, "/checks?q=her+words", 1));
        assertArrayEquals(new Object[] {"/checks", 1}, line.getParameters());
    }

    @Test
    void only_what_is_written_here_is_told_below_info() {
        for (var level : List.of(Level.DEBUG, Level.TRACE, Level.FINE)) {
            assertFalse(new WithoutWords().isLoggable(line("io.quarkus.oidc.runtime.OidcProviderClientImpl", level)));
            assertFalse(new WithoutWords().isLoggable(line("org.hibernate.orm.jdbc.bind", level)));
            assertTrue(new WithoutWords().isLoggable(line("org.assay.claim.ClaimFigures", level)));
        }
        assertTrue(new WithoutWords().isLoggable(line("io.quarkus.oidc.runtime.OidcRecorder", Level.INFO)));
    }

    private static ExtLogRecord line(String logger, java.util.logging.Level level) {
        var line = new ExtLogRecord(level, "It went on", "test");
        line.setLoggerName(logger);
        return line;
    }

    @Test
    void what_is_no_requests_is_told_as_it_is() {
        var thrown = new IllegalStateException("The database is called otherwise.");
        var line = line("org.assay", thrown);
        assertTrue(new WithoutWords().isLoggable(line));
        assertSame(thrown, line.getThrown());
    }
}
