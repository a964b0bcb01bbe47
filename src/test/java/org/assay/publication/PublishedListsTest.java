package org.assay.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.web.Invalid;
import org.assay.web.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PublishedListsTest {

    @Inject
    EntityManager database;

    @Inject
    Relisting relisting;

    @Test
    void a_list_goes_on_where_the_page_before_it_stopped() {
        String topic = aTopic();
        long first = about(topic);
        long second = about(topic);
        long third = about(topic);
        assertEquals(List.of(third, second, first), allOf(after -> of(topic, after, 1)));
        assertEquals(List.of(third, second, first), allOf(after -> of(topic, after, 2)));
        var latest = allOf(after -> PublishedLists.latest(after, 2));
        assertEquals(List.of(third, second, first), latest.subList(0, 3));
        assertEquals(latest, latest.stream().distinct().toList());
        assertTrue(
                allOf(after -> PublishedLists.rated("mostly-false", after, 2)).containsAll(List.of(first, third)));
        assertEquals(List.of(), allOf(after -> PublishedLists.rated("true", after, 2)));
    }

    @Test
    void what_is_withdrawn_is_in_no_list_until_it_is_published_again() {
        String topic = aTopic();
        long first = about(topic);
        long second = about(topic);
        Given.make("emil", second, "withdrawal", Map.of("reason", "It was forged."));
        assertEquals(List.of(first), allOf(after -> of(topic, after, 5)));
        assertFalse(allOf(after -> PublishedLists.latest(after, 100)).contains(second));
        assertFalse(
                allOf(after -> PublishedLists.rated("mostly-false", after, 100)).contains(second));
        Given.anotherVersion(second, "correction", "It is genuine.");
        assertEquals(List.of(second, first), allOf(after -> of(topic, after, 5)));
        Given.anotherVersion(first, "update", "New figures.");
        assertEquals(List.of(first, second), allOf(after -> of(topic, after, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=", "AAAA", "%00", "ü", "AAAAAAAAAAAAAAAAAAAAAA", "f_________________________", "1"})
    void a_token_that_no_list_gave_is_refused(String token) {
        assertThrows(Invalid.class, () -> PublishedLists.Key.of(token));
    }

    @Test
    void a_token_keeps_the_instant_to_the_microsecond() {
        var key = new PublishedLists.Key(Instant.parse("2026-11-24T03:04:05.123456Z"), 42);
        assertEquals(key, PublishedLists.Key.of(key.token()));
    }

    @Test
    void several_who_publish_about_a_new_topic_at_once_name_the_same_one() throws Exception {
        String topic = aTopic();
        var approved = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            approved.add(Given.anApprovedClaim(Map.of("topics", List.of(topic))));
        }
        try (var together = Executors.newFixedThreadPool(4)) {
            var publishing = approved.stream()
                    .<Callable<Integer>>map(claim -> () ->
                            Given.make("emil", claim, "publication", Map.of()).statusCode())
                    .toList();
            for (Future<Integer> published : together.invokeAll(publishing)) {
                assertEquals(201, published.get());
            }
        }
        assertEquals(4, allOf(after -> of(topic, after, 10)).size());
    }

    @Test
    void what_is_live_and_not_listed_is_listed_at_start() {
        String topic = aTopic();
        long first = about(topic);
        long second = about(topic);
        String before = row(second);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from listing where claim_id in (?1, ?2)")
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .executeUpdate());
        assertEquals(List.of(), allOf(after -> of(topic, after, 5)));
        relisting.relist();
        assertEquals(List.of(second, first), allOf(after -> of(topic, after, 5)));
        assertEquals(before, row(second));
    }

    @Test
    void what_is_listed_is_what_the_dossier_says_and_not_what_the_desk_says_now() {
        long claim = about(aTopic());
        String before = row(claim);
        Given.make("emil", claim, "reopening", Map.of("reason", "New figures."));
        int version = Given.version(claim);
        org.assay.support.Api.as("rosa")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of(
                        "statement", "A secret.", "claimant", Map.of("name", "A secret"), "topics", List.of("secret")))
                .patch("/claims/" + claim)
                .then()
                .statusCode(200);
        assertEquals(before, row(claim));
        assertNull(at("/topics/secret"));
    }

    private String row(long claim) {
        return database.createNativeQuery("""
                        select row_to_json(l)::text || string_agg(row_to_json(u)::text, '' order by u.place)
                        from listing l join listed_under u on u.claim_id = l.claim_id
                        where l.claim_id = ?1 group by l.claim_id""", String.class)
                .setParameter(1, claim)
                .getSingleResult()
                .toString();
    }

    static String aTopic() {
        return "Topic %d".formatted(System.nanoTime());
    }

    private static long about(String topic) {
        return Given.aPublishedClaim(Map.of("topics", List.of(topic)));
    }

    private static Page<Listing> of(String topic, String after, int limit) {
        return PublishedLists.of(at("/topics/" + topic.toLowerCase().replace(' ', '-')), after, limit);
    }

    private static Subject at(String address) {
        return Subject.at(address).orElse(null);
    }

    private static List<Long> allOf(Function<String, Page<Listing>> list) {
        var all = new ArrayList<Long>();
        String after = null;
        do {
            String from = after;
            var page = QuarkusTransaction.requiringNew().call(() -> list.apply(from));
            page.items().forEach(listing -> all.add(listing.claimId()));
            after = page.next();
        } while (after != null);
        return all;
    }
}
