package org.assay.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.hibernate.exception.JDBCConnectionException;

/** Tells failures of the database to answer from those of ours, by what they were caused by. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean isToldBy(Throwable failure) {
        return Causes.any(failure, DatabaseAway::tells);
    }

    private static boolean tells(Throwable cause) {
        return cause instanceof JDBCConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException sql
                        && (sql.getSQLState() == null ? waited(sql) : tells(sql.getSQLState()));
    }

    /** The pool had no connection left to give. */
    private static boolean waited(SQLException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    /**
     * @param state a SQLSTATE of PostgreSQL's list. Class 08: connection exception; 57P: an operator ended it; 53300: too
     *     many connections; 55P03: it waited too long for what another holds
     */
    private static boolean tells(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300") || state.equals("55P03");
    }
}
