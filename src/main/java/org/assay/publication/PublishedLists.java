package org.assay.publication;

import io.quarkus.hibernate.orm.panache.Panache;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.assay.web.Invalid;
import org.assay.web.Page;

/** What is live, the latest first, a page at a time: each takes the token that the page before gave as next, or null. */
final class PublishedLists {

    private static final String PAGE =
            "(l.publishedAt, l.claimId) < (:at, :claim) order by l.publishedAt desc, l.claimId desc";

    /** Tuples are compared on the subject's own rows, in the order of their index. */
    private static final String UNDER = """
            select l from ListedUnder u join u.listing l where u.subject.id = :subject
            and (u.publishedAt, u.listing.claimId) < (:at, :claim) order by u.publishedAt desc, u.listing.claimId desc""";

    private PublishedLists() {}

    static Page<Listing> latest(String after, int limit) {
        return page("select l from Listing l where " + PAGE, Map.of(), after, limit);
    }

    /** @param rating a label's key, of whichever version of the scale */
    static Page<Listing> rated(String rating, String after, int limit) {
        return page(
                "select l from Listing l where l.rating = :rating and " + PAGE, Map.of("rating", rating), after, limit);
    }

    static Page<Listing> of(Subject subject, String after, int limit) {
        return page(UNDER, Map.of("subject", subject.id()), after, limit);
    }

    private static Page<Listing> page(String query, Map<String, Object> parameters, String after, int limit) {
        Key key = Key.of(after);
        var found = Panache.getEntityManager()
                .createQuery(query, Listing.class)
                .setParameter("at", key.at())
                .setParameter("claim", key.claim())
                .setMaxResults(limit + 1);
        parameters.forEach(found::setParameter);
        return Page.of(
                found.getResultList(), limit, listing -> new Key(listing.publishedAt(), listing.claimId()).token());
    }

    /** Where a list stopped. */
    record Key(Instant at, long claim) {

        private static final Key BEGINNING = new Key(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

        /** @throws Invalid where the token is none that a list gave; null starts at the list's beginning */
        static Key of(String token) {
            if (token == null || token.isEmpty()) {
                return BEGINNING;
            }
            try {
                var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
                var key = new Key(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), bytes.getLong());
                if (key.token().equals(token)
                        && key.at().isBefore(BEGINNING.at())
                        && key.at().isAfter(Instant.EPOCH)) {
                    return key;
                }
            } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
                // the sentence below says what to send
            }
            throw new Invalid(
                    "after", "Please follow the link at the end of the list: this address leads nowhere in it.");
        }

        String token() {
            var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                    .putLong(claim);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }
    }
}
