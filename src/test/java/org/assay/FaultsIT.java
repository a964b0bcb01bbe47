package org.assay;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assay.faults.Findings;
import org.assay.faults.Judge;
import org.assay.faults.PostgreSql;
import org.assay.faults.Workload;
import org.assay.support.Lock;
import org.assay.support.Provider;
import org.assay.support.Replica;
import org.assay.support.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas under a steady load of the whole workflow, while something breaks: nothing is lost, and nobody helps. */
@Tag("faults")
class FaultsIT {

    private static final Duration RESUMED = Duration.ofSeconds(10);

    /** Nobody waits longer for an answer, whatever is broken. */
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    private static final int CONNECTIONS = 4;

    private static final Findings findings = new Findings();
    private static final Provider provider = new Provider();
    private static PostgreSql database;
    private static Map<String, String> environment;
    private static volatile Replica one;
    private static volatile Replica two;

    /** Something breaks, and is whole again when this returns. */
    private interface Fault {
        void happen(Workload load) throws Throwable;
    }

    @BeforeAll
    static void start() throws IOException {
        database = PostgreSql.started();
        String issuer = provider.start().get("quarkus.oidc.api.auth-server-url");
        environment = Map.ofEntries(
                entry("QUARKUS_DATASOURCE_JDBC_URL", database.url()),
                entry("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", String.valueOf(CONNECTIONS)),
                // The API alone may ask for more connections than there are, and as often as it likes.
                entry("ASSAY_LIMITS_API_SHARE", "98"),
                entry("ASSAY_LIMITS_DESK_SHARE", "1"),
                entry("ASSAY_LIMITS_PUBLIC_SHARE", "1"),
                entry("ASSAY_LIMITS_API_BY_ADDRESS", "1000000"),
                entry("ASSAY_LIMITS_API_BY_TOKEN", "1000000"),
                entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer),
                entry("QUARKUS_OIDC_CLIENT_ID", "assay-desk"),
                entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "of-no-use"),
                entry("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", "known-to-everyone-so-for-tests-only"),
                entry("ASSAY_NEWSROOM_NAME", "Assay Newsroom"),
                entry("ASSAY_NEWSROOM_URL", "http://localhost"));
        one = Replica.started("faults-one", environment);
        two = Replica.started("faults-two", environment);
    }

    @AfterAll
    static void stop() throws IOException {
        for (Replica replica : new Replica[] {one, two}) {
            if (replica != null) {
                replica.close();
            }
        }
        provider.stop();
        if (database != null) {
            database.close();
        }
    }

    @Test
    void nothing_is_lost_when_an_instance_is_killed() throws Throwable {
        withstands("an instance is killed", load -> {
            two.kill();
            try {
                assertTrue(load.resumesAt(one).compareTo(RESUMED) <= 0, "the other one serves on");
            } finally {
                two = Replica.started("faults-two-again", two.port(), environment);
            }
        });
    }

    @Test
    void nothing_is_lost_when_the_database_is_restarted() throws Throwable {
        withstands("PostgreSQL is restarted", load -> database.restart());
    }

    @Test
    void nothing_is_lost_when_the_database_crashes() throws Throwable {
        withstands("PostgreSQL crashes", load -> database.crash());
    }

    @Test
    void nothing_is_lost_when_the_database_freezes() throws Throwable {
        withstands("PostgreSQL is frozen for 20 s", load -> {
            database.freeze();
            try {
                Thread.sleep(Duration.ofSeconds(20));
            } finally {
                database.thaw();
            }
        });
    }

    @Test
    void nothing_is_lost_when_all_connections_wait() throws Throwable {
        withstands("all connections wait for a lock for 20 s", load -> {
            try (var lock = Lock.onTable("claim", database.connection())) {
                Soon.soon(() -> assertTrue(lock.waiting() >= CONNECTIONS));
                Thread.sleep(Duration.ofSeconds(20));
            }
        });
    }

    @Test
    void whoever_is_known_is_served_while_the_identity_provider_is_away() throws Throwable {
        withstands("the identity provider is away", load -> {
            provider.stop();
            try {
                load.isSteady();
            } finally {
                provider.start();
            }
        });
    }

    private static void withstands(String name, Fault fault) throws Throwable {
        try (var load = Workload.started(provider, () -> List.of(one, two))) {
            fault.happen(load);
            var resumptions = List.of(one, two).stream()
                    .map(replica -> CompletableFuture.supplyAsync(() -> load.resumesAt(replica)))
                    .toList();
            Duration resumed = Duration.ZERO;
            for (var resumption : resumptions) {
                resumed = resumption.get().compareTo(resumed) > 0 ? resumption.get() : resumed;
            }
            load.isSteady();
            var journal = load.stopped();
            try (var connection = database.connection()) {
                findings.note(
                        name,
                        journal,
                        new Judge(connection, journal).everyAcknowledgedWriteIsThereExactlyOnce(),
                        resumed);
            }
            assertEquals(List.of(), journal.unexplained());
            historiesHold();
            assertTrue(resumed.compareTo(RESUMED) <= 0, "resumed only after " + resumed);
            assertTrue(journal.longestWait().compareTo(ANSWERED) <= 0, "answered only after " + journal.longestWait());
        }
    }

    /** Every claim's history is one that the table of moves allows, and its chain is whole. */
    private static void historiesHold() {
        var admin = provider.program("assay-api");
        admin.setStringListClaim("groups", "admin");
        for (Replica replica : List.of(one, two)) {
            given().auth()
                    .oauth2(provider.signed(admin))
                    .get(replica.url("/api/v1/audit/verification"))
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(true))
                    .body("broken", equalTo(null));
        }
    }
}
