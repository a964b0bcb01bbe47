package org.assay.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.IndexSearcher;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Soon;
import org.assay.web.Invalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked past the bounds of a search is told to come again, at the readers' door and at that for programs. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(SearchBoundsTest.OneAtATimeAndNoTime.class)
class SearchBoundsTest {

    private static final String TAKES_LONG = "This search takes too long. Please look for fewer or longer words.";
    private static final String MANY = "Many are searching right now. Please try again in a moment.";

    public static class OneAtATimeAndNoTime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("assay.search.at-once", "1", "assay.search.longest", "0S");
        }
    }

    @Inject
    CheckSearch search;

    @BeforeEach
    void something_to_be_found() throws Throwable {
        Given.aPublishedClaim();
        Soon.soon(() -> given().get("/checks").then().statusCode(503));
    }

    private static void bothDoorsSay(String sentence) {
        for (String question : List.of("/checks", "/checks?q=levy", "/checks?rating=false")) {
            given().get(question)
                    .then()
                    .statusCode(503)
                    .contentType("text/html")
                    .header("Retry-After", "1")
                    .header("Cache-Control", "no-store")
                    .body(containsString(sentence));
        }
        for (String question : List.of("query=levy", "query=levy&offset=5", "reviewPublisherSiteFilter=localhost")) {
            given().get("/v1alpha1/claims:search?" + question)
                    .then()
                    .statusCode(503)
                    .contentType("application/json")
                    .header("Retry-After", "1")
                    .header("Cache-Control", "no-store")
                    .body("error.code", equalTo(503))
                    .body("error.status", equalTo("UNAVAILABLE"))
                    .body("error.message", equalTo(sentence));
        }
    }

    @Test
    void what_takes_too_long_is_given_up() {
        bothDoorsSay(TAKES_LONG);
    }

    @Test
    void what_is_too_much_at_once_is_told_to_come_again_and_the_turn_is_given_back() throws Exception {
        var holding = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> search.inTurn(reader -> {
                    holding.countDown();
                    return awaited(done);
                }));
        assertTrue(holding.await(20, TimeUnit.SECONDS));
        bothDoorsSay(MANY);
        done.countDown();
        other.join();
        bothDoorsSay(TAKES_LONG);
    }

    @Test
    void what_has_too_many_clauses_is_refused_and_gives_its_turn_back() {
        assertThrows(
                Invalid.class,
                () -> search.inTurn(reader -> {
                    throw new IndexSearcher.TooManyClauses();
                }));
        bothDoorsSay(TAKES_LONG);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
