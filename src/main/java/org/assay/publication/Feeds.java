package org.assay.publication;

import static org.assay.web.Found.found;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;

/** What is published, as feeds: {@code feed.atom} and {@code feed.json}. Those about a subject stand beside its page. */
@Path("/")
@PermitAll
class Feeds {

    @Inject
    Newsroom newsroom;

    @Inject
    FeedEntries entries;

    @Inject
    ForReaders readers;

    @GET
    @Path(FeedFormat.PATH)
    public Response all(String format) {
        var latest = PublishedLists.latest(null, Feed.MOST).items();
        return answer(
                format,
                Feed.of("Checks by " + newsroom.name(), "/feed", "/", entries.checks(latest), entries.withdrawals()));
    }

    @GET
    @Path("ratings/{key:[a-z0-9-]+}/" + FeedFormat.PATH)
    public Response rated(String key, String format) {
        String name = Panache.getEntityManager()
                .createQuery(
                        "select l.name from RatingScale s join s.labels l where l.key = ?1 order by s.version desc",
                        String.class)
                .setParameter(1, key)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        var latest = PublishedLists.rated(key, null, Feed.MOST).items();
        var withdrawals = entries.withdrawals(WithdrawnFrom.rating(key));
        return answer(
                format,
                Feed.of(
                        Feed.title(newsroom, found(name)),
                        "/ratings/" + key + "/feed",
                        "/checks?rating=" + key,
                        entries.checks(latest),
                        withdrawals));
    }

    private Response answer(String format, Feed feed) {
        return readers.send(FeedFormat.page(format, feed, newsroom));
    }
}
