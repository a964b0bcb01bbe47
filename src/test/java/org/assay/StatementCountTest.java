package org.assay;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.claim.Proposing;
import org.assay.search.CheckIndex;
import org.assay.support.Api;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.EveryStage;
import org.assay.support.Findable;
import org.assay.support.Given;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** No page asks the database more often because there is more to show: 5 rows cost as many statements as 500. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(StatementCountTest.OnADatabaseOfItsOwn.class)
class StatementCountTest {

    public static class OnADatabaseOfItsOwn implements QuarkusTestProfile {}

    @Inject
    EntityManagerFactory factory;

    @Inject
    Proposing proposing;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    CheckIndex index;

    @Test
    void every_page_runs_as_many_statements_for_500_rows_as_for_5() throws Throwable {
        var stages = new EveryStage(proposing, clock);
        long article = Given.anArticle();
        long otherArticle = Given.anArticle();
        stages.fill(article, 5);
        long few = stages.withEvidence(5);
        var before = measured(pages(article, few));

        stages.fill(otherArticle, 500);
        long many = stages.withEvidence(500);
        var after = measured(pages(otherArticle, many));

        assertEquals(before, after);
        before.forEach((page, statements) -> assertTrue(statements <= 12, page + " runs " + statements));
    }

    /** What each page is called, and how it is asked for. */
    private static Map<String, Page> pages(long article, long claim) {
        var pages = new LinkedHashMap<String, Page>();
        String path = Given.page(claim);
        int expert = Given.claim(claim).extract().path("evidence[0].expert.id");
        pages.put("desk", new Page(Desk.as("rosa"), "/desk"));
        pages.put("an editor's desk", new Page(Desk.as("edith"), "/desk"));
        pages.put("claims", new Page(Desk.as("rosa"), "/desk/claims"));
        pages.put(
                "claims, filtered", new Page(Desk.as("rosa"), "/desk/claims?mine=1&topic=trade&publisher=cour&q=levy"));
        pages.put("claim", new Page(Desk.as("emil"), "/desk/claims/" + claim));
        pages.put("editing a claim", new Page(Desk.as("rosa"), "/desk/claims/" + claim + "/edit"));
        pages.put("article", new Page(Desk.as("rosa"), "/desk/articles/" + article));
        pages.put("articles", new Page(Desk.as("rosa"), "/desk/articles"));
        pages.put("experts", new Page(Desk.as("rosa"), "/desk/experts"));
        pages.put("expert", new Page(Desk.as("rosa"), "/desk/experts/" + expert));
        pages.put("audit", new Page(Desk.as("ada"), "/desk/audit"));
        pages.put("verdict", new Page(Desk.as("rosa"), "/desk/claims/" + claim + "/verdict"));
        pages.put("approval", new Page(Desk.as("emil"), "/desk/claims/" + claim + "/approval"));
        pages.put("evidence", new Page(Desk.as("rosa"), "/desk/claims/" + claim + "/evidence"));
        pages.put("removal", new Page(Desk.as("rosa"), "/desk/claims/" + claim + "/evidence/1/removal"));
        pages.put("check", new Page(given(), path + "?not-kept"));
        pages.put("a card to embed", new Page(given(), path + "/embed?not-kept"));
        for (String address : List.of(
                "/",
                "/topics/trade",
                "/claimants/mina-minister",
                "/publishers/courier",
                "/experts/expert-0",
                "/corrections",
                "/method",
                "/sitemap.xml",
                "/sitemaps/pages.xml",
                "/sitemaps/checks-0.xml",
                "/sitemaps/subjects-0.xml")) {
            pages.put(address, new Page(given(), address + "?not-kept"));
        }
        for (String address : List.of(
                "/topics/trade",
                "/claimants/mina-minister",
                "/publishers/courier",
                "/experts/expert-0",
                "/corrections")) {
            pages.put(address + ", further on", new Page(given(), address + "?after=" + afterwards()));
        }
        for (String feed : List.of(
                "",
                "/topics/trade",
                "/claimants/mina-minister",
                "/publishers/courier",
                "/experts/expert-0",
                "/ratings/false",
                "/corrections")) {
            for (String format : List.of("atom", "json")) {
                String address = feed + "/feed." + format;
                pages.put(address, new Page(given(), address + "?not-kept"));
            }
        }
        for (String address : List.of(
                "/checks",
                "/checks?q=levy",
                "/checks?rating=false&topic=trade",
                "/v1alpha1/claims:search?query=levy",
                "/v1alpha1/claims:search?query=levy&offset=3&pageSize=1")) {
            pages.put(address, new Page(given(), address));
        }
        pages.put("list of claims in JSON", new Page(Api.as("rosa"), "/claims?limit=200"));
        pages.put("claim in JSON", new Page(Api.as("rosa"), "/claims/" + claim));
        pages.put("history in JSON", new Page(Api.as("rosa"), "/claims/" + claim + "/history"));
        pages.put("experts in JSON", new Page(Api.as("rosa"), "/experts?limit=200"));
        pages.put("article in JSON", new Page(Api.as("rosa"), "/articles/" + article));
        return pages;
    }

    /** The token of a list that goes on with all that was published until tomorrow. */
    private static String afterwards() {
        long tomorrow = TimeUnit.DAYS.toMicros(1) + TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        var token = ByteBuffer.allocate(2 * Long.BYTES).putLong(tomorrow).putLong(1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    private record Page(RequestSpecification request, String address) {}

    private Map<String, Long> measured(Map<String, Page> pages) throws Throwable {
        Findable.all(database, index);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        var counts = new LinkedHashMap<String, Long>();
        pages.forEach((name, page) -> {
            statistics.clear();
            page.request().get(page.address()).then().statusCode(200);
            counts.put(name, statistics.getPrepareStatementCount());
        });
        return counts;
    }
}
