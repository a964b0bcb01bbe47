package org.assay.support;

import java.sql.Connection;
import java.sql.SQLException;

/** What somebody else holds in the database, until it is let go. */
public final class Lock implements AutoCloseable {

    private final Connection holder;

    private Lock(Connection holder) {
        this.holder = holder;
    }

    /** @param holder a connection of its own, which this closes */
    public static Lock onTable(String table, Connection holder) throws SQLException {
        return by("lock table " + table + " in access exclusive mode", holder);
    }

    /** @param holder a connection of its own, which this closes */
    public static Lock onClaim(long id, Connection holder) throws SQLException {
        return by("select from claim where id = " + id + " for update", holder);
    }

    private static Lock by(String sql, Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute(sql);
        }
        return new Lock(holder);
    }

    /** How many wait for it, or for another. */
    public int waiting() {
        try (var statement = holder.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void letGo() throws SQLException {
        holder.rollback();
    }

    @Override
    public void close() throws SQLException {
        letGo();
        holder.close();
    }
}
