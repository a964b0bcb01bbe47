package org.assay.publication;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Function;
import org.assay.newsroom.Newsroom;
import org.assay.web.Json;

/** Everything that was published, for whoever works with all of it. What was withdrawn stays listed, as deleted. */
@Path("/data")
@PermitAll
@NonBlocking
class ClaimReviews {

    private static final int PAGE = 50;

    @Inject
    Newsroom newsroom;

    @Inject
    Clock clock;

    @Inject
    Streams streams;

    @Context
    HttpServerRequest request;

    /** schema.org's DataFeed, an item a line. */
    @GET
    @Path("claimreviews.jsonld")
    @Produces("application/ld+json")
    public Publisher<byte[]> feed() {
        var about = new LinkedHashMap<String, Object>();
        about.put("@context", "https://schema.org");
        about.put("@type", "DataFeed");
        about.put("name", "Fact checks by " + newsroom.name());
        about.put("url", newsroom.url() + "/data/claimreviews.jsonld");
        about.put("dateModified", clock.instant());
        String head = Json.write(about).replaceFirst("}$", ",\"dataFeedElement\":[\n");
        keptAs("claimreviews.jsonld");
        return streams.ofJson(
                all(new Parts.Frame(head, ",\n", "\n]}\n"), version -> Json.write(item(version))), request);
    }

    private Map<String, Object> item(PublishedVersion version) {
        var publication = version.publication();
        var item = new LinkedHashMap<String, Object>();
        item.put("@type", "DataFeedItem");
        if (publication.liveVersion() == null) {
            item.put("dateDeleted", publication.withdrawnAt());
            item.put("item", Map.of("@type", "ClaimReview", "url", newsroom.checkUrl(publication.slug())));
        } else {
            item.put("dateCreated", publication.firstPublishedAt());
            item.put("dateModified", version.publishedAt());
            item.put("item", ClaimReviewMarkup.of(version));
        }
        return item;
    }

    /** RFC 4180, with a header. */
    @GET
    @Path("claimreviews.csv")
    @Produces("text/csv;charset=utf-8;header=present")
    public Publisher<byte[]> table() {
        String head = Csv.line(
                "url",
                "version",
                "published",
                "modified",
                "withdrawn",
                "language",
                "statement",
                "claimant",
                "position",
                "claimed",
                "rating",
                "number",
                "lowest",
                "highest",
                "summary",
                "topics",
                "digest");
        keptAs("claimreviews.csv");
        return streams.of(all(new Parts.Frame(head, "", ""), this::row), request);
    }

    private String row(PublishedVersion version) {
        var publication = version.publication();
        String url = newsroom.checkUrl(publication.slug());
        if (publication.liveVersion() == null) {
            return Csv.line(
                    url,
                    null,
                    null,
                    null,
                    publication.withdrawnAt(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var dossier = version.dossier().content();
        var claimant = dossier.claimant();
        var verdict = dossier.verdict();
        return Csv.line(
                url,
                version.n(),
                publication.firstPublishedAt(),
                version.publishedAt(),
                null,
                dossier.language(),
                dossier.statement(),
                claimant == null ? null : claimant.name(),
                claimant == null ? null : claimant.position(),
                dossier.claimedOn(),
                verdict.rating().name(),
                verdict.rating().number(),
                verdict.worst(),
                verdict.best(),
                verdict.summary(),
                String.join("; ", dossier.topics()),
                version.dossier().digest());
    }

    private Parts<PublishedVersion> all(Parts.Frame frame, Function<PublishedVersion, String> writing) {
        return new Parts<>(
                frame, 0, after -> Publication.everPublished(after, PAGE), PublishedVersion::claimId, writing);
    }

    private void keptAs(String name) {
        request.response().putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }
}
