package org.assay.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure that will pass is told from one of ours. */
class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P03", "53300", "55P03"})
    void a_state_of_the_database_that_passes_tells_it(String state) {
        assertTrue(DatabaseAway.isToldBy(new IllegalStateException(new SQLException("away", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "P0001", "42601", "57014", "53100", "55000"})
    void a_refused_statement_does_not(String state) {
        assertFalse(DatabaseAway.isToldBy(new IllegalStateException(new SQLException("refused", state))));
    }

    @Test
    void a_connection_that_could_not_be_had_tells_it() {
        assertTrue(DatabaseAway.isToldBy(new SQLException("Acquisition timeout while waiting for new connection")));
        assertTrue(DatabaseAway.isToldBy(new SQLTransientConnectionException()));
        assertTrue(DatabaseAway.isToldBy(new JDBCConnectionException("gone", new SQLException())));
        assertFalse(DatabaseAway.isToldBy(new SQLException()));
    }

    @Test
    void a_commit_that_was_not_confirmed_tells_it_by_what_it_suppressed() {
        var commit = new IllegalStateException("ARJUNA016053: Could not commit transaction.");
        assertFalse(DatabaseAway.isToldBy(commit));
        commit.addSuppressed(new IllegalStateException(new SQLException("away", "08006")));
        assertTrue(DatabaseAway.isToldBy(new IllegalStateException(commit)));
    }
}
