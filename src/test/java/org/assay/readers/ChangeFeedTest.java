package org.assay.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.junit.jupiter.api.Test;

/** A replica hears of every change, in order, within a second, and again after it was cut off. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ChangeFeedTest {

    @Inject
    DataSource database;

    private static final class Replica implements ChangeFeed.Follower {
        private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
        private final List<Long> numbers = new ArrayList<>();
        private final long from;
        private volatile RuntimeException failing;

        Replica(long from) {
            this.from = from;
        }

        @Override
        public long seen() {
            return from;
        }

        @Override
        public void take(long seq, List<Long> claims) {
            if (failing != null) {
                var failure = failing;
                failing = null;
                throw failure;
            }
            numbers.add(seq);
            told.addAll(claims);
        }

        /** The next claim that it is told of; null after so long. */
        Long next(Duration within) throws InterruptedException {
            return told.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        }

        void hears(long claim, Duration within) throws InterruptedException {
            long end = System.nanoTime() + within.toNanos();
            Long heard;
            do {
                heard = next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            } while (heard != null && heard != claim);
            assertEquals(claim, heard);
        }
    }

    private static void awaitTrust(ChangeFeed feed) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!feed.isTrusted()) {
            assertTrue(System.nanoTime() < end, "the feed is not followed");
            Thread.onSpinWait();
        }
    }

    private int cutListeners() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()"
                                + " and (query like 'listen%' or query like '%publication_change where seq >%')");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void a_second_replica_hears_of_a_publication_and_a_withdrawal_within_a_second() throws Exception {
        var replica = new Replica(-1);
        try (var feed = ChangeFeed.follow(database, replica, "a second replica")) {
            awaitTrust(feed);
            long claim = Given.aPublishedClaim();
            replica.hears(claim, Duration.ofSeconds(1));
            Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
            replica.hears(claim, Duration.ofSeconds(1));
        }
    }

    @Test
    void what_happened_while_it_was_cut_off_is_told_afterwards() throws Exception {
        var replica = new Replica(-1);
        try (var feed = ChangeFeed.follow(database, replica, "a replica that is cut off")) {
            awaitTrust(feed);
            long before = Given.aPublishedClaim();
            replica.hears(before, Duration.ofSeconds(1));
            assertTrue(cutListeners() > 0);
            long meanwhile = Given.aPublishedClaim();
            replica.hears(meanwhile, Duration.ofSeconds(5));
            long after = Given.aPublishedClaim();
            replica.hears(after, Duration.ofSeconds(1));
            assertEquals(replica.numbers.stream().sorted().distinct().toList(), replica.numbers);
        }
    }

    @Test
    void a_replica_that_kept_what_it_has_seen_goes_on_from_there() throws Exception {
        long first = Given.aPublishedClaim();
        long second = Given.aPublishedClaim();
        var replica = new Replica(0);
        try (var feed = ChangeFeed.follow(database, replica, "a replica from the beginning")) {
            awaitTrust(feed);
            replica.hears(first, Duration.ofSeconds(1));
            replica.hears(second, Duration.ofSeconds(1));
        }
    }

    @Test
    void what_a_follower_failed_to_take_in_is_told_again() throws Exception {
        var replica = new Replica(-1);
        try (var feed = ChangeFeed.follow(database, replica, "a replica that fails once")) {
            awaitTrust(feed);
            replica.failing = new IllegalStateException("The disk is full.");
            replica.hears(Given.aPublishedClaim(), Duration.ofSeconds(5));
        }
    }

    @Test
    void a_connection_is_given_back_as_others_find_it() throws Exception {
        try (var connection = database.getConnection()) {
            int patience = connection.getNetworkTimeout();
            var feed = ChangeFeed.follow(lending(connection), new Replica(-1), "a replica that leaves");
            awaitTrust(feed);
            assertNotEquals(patience, connection.getNetworkTimeout());
            feed.close();
            assertEquals(patience, connection.getNetworkTimeout());
            try (var select = connection.createStatement();
                    var channels = select.executeQuery("select pg_listening_channels()")) {
                assertFalse(channels.next());
            }
        }
    }

    /** Gives this one connection, which stays open. */
    private static DataSource lending(Connection connection) {
        var lent = proxy(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> lent);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ChangeFeedTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
