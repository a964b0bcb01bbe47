package org.assay.readers;

import static io.restassured.RestAssured.given;
import static org.assay.support.Soon.soon;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Lock;
import org.junit.jupiter.api.Test;

/** When a list last changed, as it tells: what was read, and never a moment that it does not know of. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ListDatesTest {

    @Inject
    DataSource database;

    @Inject
    Event<Changed> changed;

    private static HttpRequest asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .build();
    }

    private static Instant modified(HttpResponse<Void> list) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                list.headers().firstValue("Last-Modified").orElseThrow()));
    }

    /** Headers know no fractions of a second. */
    private static void aSecondLaterThan(Instant moment) {
        while (Duration.between(moment, Instant.now()).toSeconds() < 1) {
            given().get("/nothing-is-here").then().statusCode(404);
        }
    }

    @Test
    void a_list_that_lost_something_is_no_older_than_its_loss() {
        long claim = Given.aPublishedClaim();
        String before = given().get("/").header("Last-Modified");
        aSecondLaterThan(Instant.now());
        given().header("If-Modified-Since", before).get("/").then().statusCode(304);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "It was forged."));
        given().header("If-Modified-Since", before).get("/").then().statusCode(200);
    }

    @Test
    void a_list_is_no_newer_than_what_was_read_for_it() throws Throwable {
        changed.fire(new Changed(Given.aPublishedClaim()));
        try (var browser = HttpClient.newHttpClient();
                var lock = Lock.onTable("listing", database.getConnection())) {
            var asked = Instant.now();
            var list = browser.sendAsync(asked("/"), BodyHandlers.discarding());
            soon(() -> assertEquals(1, lock.waiting()));
            aSecondLaterThan(asked);
            changed.fire(new Changed(1));
            lock.letGo();
            var modified = modified(list.join());
            assertFalse(modified.isAfter(asked), () -> modified + " and asked " + asked);
        }
    }

    @Test
    void whoever_waited_for_anothers_list_gets_one_that_is_no_older_than_what_happened_meanwhile() throws Throwable {
        changed.fire(new Changed(Given.aPublishedClaim()));
        try (var browser = HttpClient.newHttpClient();
                var lock = Lock.onTable("listing", database.getConnection())) {
            var asked = Instant.now();
            var first = browser.sendAsync(asked("/"), BodyHandlers.discarding());
            soon(() -> assertEquals(1, lock.waiting()));
            var second = browser.sendAsync(asked("/"), BodyHandlers.discarding());
            aSecondLaterThan(asked);
            var meanwhile = Instant.now();
            changed.fire(new Changed(1));
            lock.letGo();
            first.join();
            var modified = modified(second.join());
            assertFalse(
                    modified.isBefore(meanwhile.truncatedTo(ChronoUnit.SECONDS)),
                    () -> modified + " and changed " + meanwhile);
        }
    }
}
