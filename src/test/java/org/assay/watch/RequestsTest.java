package org.assay.watch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.Given;
import org.assay.support.Soon;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RequestsTest {

    @Inject
    MeterRegistry meters;

    private long measured(String side, String kind, String route, String status) {
        var timer = meters.find("assay.http.requests")
                .tags("side", side, "kind", kind, "route", route, "status", status)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double sent() {
        return meters.find("assay.pages.sent")
                .tag("late", "false")
                .functionCounter()
                .count();
    }

    private double moves(String move) {
        return meters.find("assay.moves").tag("move", move).counter().count();
    }

    private double refusals(String kind) {
        var counter = meters.find("assay.refusals").tag("kind", kind).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void every_answer_bears_an_id_whatever_it_is() {
        for (String path :
                new String[] {"/desk", "/desk/nothing", "/nothing", "/api/v1/claims", "/icon.svg", "/checks/a%20b"}) {
            given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
        }
        Api.as("rosa")
                .header("X-Request-Id", "mine-12345")
                .get("/claims")
                .then()
                .header("X-Request-Id", "mine-12345");
    }

    @Test
    void a_request_is_measured_by_its_route() throws Throwable {
        long claim = Given.aLoggedClaim();
        long read = measured("desk", "read", "/desk/claims/{id}", "2xx");
        long refused = measured("api", "write", "/api/v1/claims/{id}/approval", "4xx");
        long nowhere = measured("public", "read", "none", "4xx");
        Desk.as("rosa").get("/desk/claims/" + claim).then().statusCode(200);
        Api.as("rosa")
                .body(Map.of("digest", "none"))
                .post("/claims/" + claim + "/approval")
                .then()
                .statusCode(403);
        given().get("/nothing-is-here").then().statusCode(404);
        Soon.soon(() -> {
            assertEquals(read + 1, measured("desk", "read", "/desk/claims/{id}", "2xx"));
            assertEquals(refused + 1, measured("api", "write", "/api/v1/claims/{id}/approval", "4xx"));
            assertEquals(nowhere + 1, measured("public", "read", "none", "4xx"));
        });
    }

    @Test
    void a_page_that_is_kept_is_counted_apart() throws Throwable {
        String page = Given.page(Given.aPublishedClaim());
        given().get(page).then().statusCode(200);
        Soon.soon(() ->
                assertEquals(1, given().get(page).headers().getValues("ETag").size()));
        double before = sent();
        long rendered = measured("public", "read", "/checks/{slug}", "2xx");
        assertNull(given().get(page).header("X-Request-Id"));
        assertEquals(before + 1, sent());
        assertEquals(rendered, measured("public", "read", "/checks/{slug}", "2xx"));
    }

    @Test
    void moves_count_once_they_are_committed_and_refusals_by_kind() {
        double proposed = moves("propose");
        double approved = moves("approve");
        double role = refusals("role");
        double stage = refusals("stage");
        long claim = Given.aProposedClaim();
        assertEquals(proposed + 1, moves("propose"));
        Api.as("rosa")
                .body(Map.of("digest", "none"))
                .post("/claims/" + claim + "/approval")
                .then()
                .statusCode(403);
        assertEquals(role + 1, refusals("role"));
        Api.as("emil")
                .body(Map.of())
                .post("/claims/" + claim + "/publication")
                .then()
                .statusCode(409);
        assertEquals(stage + 1, refusals("stage"));
        assertEquals(approved, moves("approve"));
    }
}
