package org.assay.readers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Follows what changes for readers, in the order of the commits (table {@code publication_change}), on a connection of its
 * own: PostgreSQL's NOTIFY wakes it, the numbers tell what was missed, and twice a second it asks whether
 * anything was. A cut connection is made anew, and nothing in between is lost.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);

    private static final int HEARTBEAT_MILLIS = 500;
    private static final int NETWORK_TIMEOUT_MILLIS = 4_000;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int AT_ONCE = 1_000;

    /** After so long without an answer a follower no longer knows what readers should see. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    /** What follows the feed. It is called by one thread, in order, each change once unless it failed. */
    public interface Follower {

        /** The number of the last change that was taken in; negative where only what comes from now on matters. */
        long seen();

        /** @param claims whose publications changed, up to number {@code seq} */
        void take(long seq, List<Long> claims);
    }

    private final DataSource database;
    private final Follower follower;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long confirmed = Long.MIN_VALUE;
    private boolean following = true;
    private long last = -1;

    private ChangeFeed(DataSource database, Follower follower, String name) {
        this.database = database;
        this.follower = follower;
        this.thread = Thread.ofVirtual().name("changes for " + name).unstarted(this::run);
    }

    public static ChangeFeed follow(DataSource database, Follower follower, String name) {
        var feed = new ChangeFeed(database, follower, name);
        feed.thread.start();
        return feed;
    }

    /** Whether the follower has taken in all that was committed up to five seconds ago. */
    public boolean isTrusted() {
        long last = confirmed;
        return last != Long.MIN_VALUE && System.nanoTime() - last < TRUST.toNanos();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                follow(connection);
            } catch (SQLException e) {
                cutOff(e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: not taken in, will be told again", thread.getName());
            }
            pause();
        }
    }

    private void cutOff(SQLException e) {
        if (!closed && following) {
            LOG.warnf("%s: cut off, will follow again: %s", thread.getName(), e.getMessage());
        }
        following = false;
    }

    private void follow(Connection connection) throws SQLException {
        int others = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        try {
            execute(connection, "listen publication_change");
            if (last < 0) {
                last = follower.seen() < 0 ? newest(connection) : follower.seen();
            }
            while (!closed) {
                long asked = System.nanoTime();
                catchUp(connection);
                confirmed = asked;
                following = true;
                connection.unwrap(PGConnection.class).getNotifications(HEARTBEAT_MILLIS);
            }
        } finally {
            leave(connection, others);
        }
    }

    /** As others find it; a connection that is dead already is found out by the pool. */
    private void leave(Connection connection, int others) {
        try {
            execute(connection, "unlisten *");
            connection.setNetworkTimeout(Runnable::run, others);
        } catch (SQLException dead) {
            LOG.debugf("%s: the connection was not left as it was", thread.getName());
        }
    }

    private void catchUp(Connection connection) throws SQLException {
        var claims = new ArrayList<Long>();
        do {
            claims.clear();
            long upTo = last;
            try (var select = connection.prepareStatement(
                    "select seq, claim_id from publication_change where seq > ? order by seq limit " + AT_ONCE)) {
                select.setLong(1, last);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        upTo = rows.getLong(1);
                        claims.add(rows.getLong(2));
                    }
                }
            }
            if (!claims.isEmpty()) {
                follower.take(upTo, List.copyOf(claims));
                last = upTo;
            }
        } while (claims.size() == AT_ONCE);
    }

    private static long newest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(max(seq), 0) from publication_change");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns once the connection is given back, which takes half a second where PostgreSQL answers. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofMillis(NETWORK_TIMEOUT_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
