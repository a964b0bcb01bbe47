package org.assay.publication;

import static org.assay.web.Found.found;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.assay.newsroom.Newsroom;

/** Every list that readers have, as a feed beside its page: {@code feed.atom} and {@code feed.json}. */
@Path("/")
@PermitAll
class Feeds {

    private static final String FEED = "feed.{format:atom|json}";

    @Inject
    Newsroom newsroom;

    @Inject
    FeedEntries entries;

    @Context
    Request request;

    @GET
    @Path(FEED)
    public Response all(String format) {
        var latest = PublishedLists.latest(null, Feed.MOST).items();
        return answer(
                format,
                Feed.of(
                        "Checks by " + newsroom.name(),
                        "/feed",
                        "/",
                        entries.checks(latest),
                        entries.withdrawals(any -> true)));
    }

    /** An address that the subject had before leads to the one that it has now. */
    @GET
    @Path("{folder:topics|claimants|publishers|experts}/{slug:[a-z0-9-]+}/" + FEED)
    public Response about(String folder, String slug, String format) {
        String address = "/" + folder + "/" + slug;
        var subject = Subject.at(address).orElse(null);
        if (subject == null) {
            String now = found(Subject.before(address).orElse(null)).address();
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(now + "/feed." + format))
                    .build();
        }
        var latest = PublishedLists.of(subject, null, Feed.MOST).items();
        var withdrawals = entries.withdrawals(dossier ->
                Named.in(dossier).stream().anyMatch(named -> named.identity().equals(subject.identity())));
        return answer(
                format, Feed.of(title(name(subject)), address + "/feed", address, entries.checks(latest), withdrawals));
    }

    /** As the latest check names it. */
    private static String name(Subject subject) {
        return Panache.getEntityManager()
                .createQuery(
                        "select u.name from ListedUnder u where u.subject = ?1 order by u.publishedAt desc",
                        String.class)
                .setParameter(1, subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(subject.kind().toString());
    }

    @GET
    @Path("ratings/{key:[a-z0-9-]+}/" + FEED)
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
        var withdrawals =
                entries.withdrawals(dossier -> dossier.verdict().rating().key().equals(key));
        return answer(
                format,
                Feed.of(title(found(name)), "/ratings/" + key + "/feed", "/", entries.checks(latest), withdrawals));
    }

    @GET
    @Path("corrections/" + FEED)
    public Response corrections(String format) {
        return answer(
                format,
                Feed.of(
                        title("corrections and withdrawals"),
                        "/corrections/feed",
                        "/corrections",
                        entries.corrections(),
                        entries.withdrawals(any -> true)));
    }

    private String title(String of) {
        return "Checks by " + newsroom.name() + ": " + of;
    }

    private Response answer(String format, Feed feed) {
        var written = FeedFormat.valueOf(format.toUpperCase(Locale.ROOT));
        return ForReaders.text(200, written.type(), written.write(feed, newsroom), request);
    }
}
