package org.assay.readers;

import static io.restassured.RestAssured.given;
import static org.assay.support.Soon.soon;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Lock;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** However many ask for a page that is not kept, the database is asked once. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RenderedOnceTest {

    @Inject
    EntityManagerFactory factory;

    @Inject
    DataSource database;

    private long statements(Callable<Response> asked) throws Exception {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        asked.call().then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    private static HttpRequest asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .build();
    }

    @Test
    void many_who_ask_at_once_wait_for_one_rendering() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        long once = statements(() -> given().get(page));
        String cold = Given.aPageThatSearchFinds();
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        try (var browser = HttpClient.newHttpClient()) {
            var asked = asked(cold);
            var answers = Stream.generate(() -> browser.sendAsync(asked, BodyHandlers.ofString()))
                    .limit(40)
                    .toList();
            var bodies = answers.stream().map(answer -> answer.join().body()).collect(Collectors.toSet());
            assertEquals(1, bodies.size());
        }
        assertEquals(once, statistics.getPrepareStatementCount());
    }

    @Test
    void where_who_asked_first_hangs_up_one_of_the_others_takes_their_place() throws Throwable {
        String page = Given.aPageThatSearchFinds();
        long once = statements(() -> given().get(page));
        String cold = Given.aPageThatSearchFinds();
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        var asked = asked(cold);
        try (var browser = HttpClient.newHttpClient();
                var lock = Lock.onTable("publication", database.getConnection())) {
            List<CompletableFuture<HttpResponse<String>>> others;
            try (var first = new Socket("localhost", RestAssured.port)) {
                first.getOutputStream()
                        .write(("GET " + cold + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                soon(() -> assertEquals(1, lock.waiting()));
                others = Stream.generate(() -> browser.sendAsync(asked, BodyHandlers.ofString()))
                        .limit(20)
                        .toList();
                given().get("/nothing-is-here").then().statusCode(404);
            }
            soon(() -> assertEquals(2, lock.waiting()));
            lock.letGo();
            for (var other : others) {
                assertEquals(200, other.join().statusCode());
            }
        }
        assertEquals(2 * once, statistics.getPrepareStatementCount());
    }
}
