package org.assay;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assay.search.CheckIndex;
import org.assay.support.ExplainingDatabase;
import org.assay.support.ExplainingDatabase.Plan;
import org.assay.support.Generated;
import org.assay.support.OwnDatabase;
import org.assay.support.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What readers' pages ask of PostgreSQL is read from indexes, and no further than the page goes, however much there is: by
 * the plans that PostgreSQL made of the very statements that the pages ran.
 */
@QuarkusTest
@TestProfile(QueryPlansTest.OnADatabaseThatExplains.class)
class QueryPlansTest {

    private static final int CLAIMS = 20_000;
    private static final int PUBLISHED = CLAIMS / 5 - CLAIMS / 1_000;

    /** A page shows twenty checks, a feed fifty, and each of them has a handful of subjects. */
    private static final int MOST_ROWS = 500;

    /** Often enough that PostgreSQL may take one plan for all parameters, as it does in the long run. */
    private static final int TIMES = 12;

    /** Those with a row for each thing that the newsroom does. What is not here is as small as its scale of ratings. */
    private static final Set<String> GROWING = Set.of(
            "approval",
            "article",
            "claim",
            "contribution",
            "dossier",
            "event",
            "evidence",
            "expert",
            "listed_under",
            "listing",
            "publication",
            "publication_change",
            "published_version",
            "snapshot",
            "subject",
            "subject_address_before");

    @Inject
    DataSource database;

    @Inject
    CheckIndex index;

    public static class OnADatabaseThatExplains extends OwnDatabase {

        public OnADatabaseThatExplains() {
            super(ExplainingDatabase.class);
        }

        /** Nothing is kept, so that each page is read from the database each time. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("assay.readers.cache", "0", "assay.search.folder", "target/search-of-plans");
        }
    }

    /** The newsroom that the benchmark measures, at another size. */
    @BeforeEach
    void a_newsroom_with_thousands_of_checks() throws Throwable {
        if (one("select count(*) from claim").equals("0")) {
            Generated.newsroom(database, index, CLAIMS);
            run("insert into subject_address_before select address || '-before', id from subject");
            run("analyze subject_address_before");
        }
        assertEquals(String.valueOf(PUBLISHED), one("select count(*) from listing"));
    }

    @Test
    void lists_for_readers_are_read_from_indexes_and_no_further_than_the_page_goes() throws Exception {
        var found = new TreeSet<String>();
        for (var page : pages().entrySet()) {
            for (Plan plan : plans(page.getValue(), page.getKey())) {
                for (Plan part : plan.parts()) {
                    if (part.type().equals("Seq Scan") && GROWING.contains(part.table())) {
                        found.add(page.getKey() + " reads all of " + part.table() + ": " + plan);
                    } else if (part.rows() > MOST_ROWS && !countsRatings(plan)) {
                        found.add(page.getKey() + " looks at too much: " + plan);
                    }
                }
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void searches_ask_the_database_nothing() throws Exception {
        String next = next("/checks");
        assertFalse(next.isEmpty());
        for (String address : List.of(
                "/checks",
                next,
                "/checks?q=minister+tax",
                "/checks?rating=false",
                "/v1alpha1/claims:search?query=minister")) {
            assertEquals(List.of(), run(address, 1), address);
        }
    }

    @Test
    void what_is_counted_for_whoever_watches_is_read_from_indexes() throws Exception {
        ExplainingDatabase.plans(database);
        given().get("/q/metrics").then().statusCode(200);
        var plans = ExplainingDatabase.plans(database).stream()
                .filter(plan -> plan.statement().contains("from claim"))
                .toList();
        assertEquals(2, plans.size(), plans::toString);
        for (Plan plan : plans) {
            assertTrue(
                    plan.parts().stream()
                            .noneMatch(part ->
                                    part.table().equals("claim") && part.type().equals("Seq Scan")),
                    plan::toString);
        }
    }

    /** A subject's spread of ratings counts all of its checks. */
    private static boolean countsRatings(Plan plan) {
        return plan.statement().contains("group by") && plan.statement().contains("listed_under");
    }

    /** By what each is called. */
    private Map<String, String> pages() throws SQLException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        for (String kind : List.of("TOPIC", "CLAIMANT", "PUBLISHER", "EXPERT")) {
            String address = one("select s.address from listed_under u join subject s on s.id = u.subject_id"
                    + " where s.kind = '" + kind + "' group by s.address order by count(*) desc limit 1");
            String name = kind.toLowerCase();
            pages.put(name, address);
            pages.put(name + ", next page", next(address));
            pages.put(name + ", by an address of before", address + "-before");
            pages.put(name + "'s feed", address + "/feed.atom");
        }
        pages.put("corrections", "/corrections");
        pages.put("corrections, next page", next("/corrections"));
        pages.put("corrections' feed", "/corrections/feed.atom");
        pages.put("feed", "/feed.atom");
        pages.put("a rating's feed", "/ratings/false/feed.atom");
        pages.put("check", "/checks/claim-5005");
        pages.put("check that was corrected", "/checks/claim-5250");
        pages.put("card to embed", "/checks/claim-5005/embed");
        pages.put("method", "/method");
        return pages;
    }

    private static String next(String address) {
        return Shown.of(given().get(address)).page().select("a[rel=next]").attr("href");
    }

    /** Each statement at least once, by whatever plan. */
    private List<Plan> plans(String address, String name) throws IOException, SQLException {
        assertFalse(address.isEmpty(), name + " does not go on");
        var plans = run(address, TIMES);
        assertFalse(plans.isEmpty(), name + " asks nothing");
        return plans;
    }

    private List<Plan> run(String address, int times) throws IOException, SQLException {
        ExplainingDatabase.plans(database);
        for (int i = 0; i < times; i++) {
            int status = given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .get(address)
                    .statusCode();
            assertTrue(status == 200 || status == 301, () -> address + " answers " + status);
        }
        return ExplainingDatabase.plans(database).stream()
                .filter(plan -> !followsChanges(plan))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean followsChanges(Plan plan) {
        return plan.statement().contains("publication_change");
    }

    private String one(String query) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String script) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
