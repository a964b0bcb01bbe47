package org.assay.publication;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;
import org.assay.publication.Publication.Bucket;

/** Every public address by the protocol of sitemaps.org, in files that never hold more than it allows. */
@Path("/")
@PermitAll
@Produces("application/xml;charset=utf-8")
class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final List<String> PAGES = List.of("/");
    private static final int PAGE = 1000;

    /** How it is cut. */
    @ConfigMapping(prefix = "assay.sitemap")
    interface Cut {

        /** How many claims a file is about; the protocol allows 50,000 addresses in one. */
        @WithDefault("49000")
        int claims();
    }

    @Inject
    Newsroom newsroom;

    @Inject
    Cut cut;

    @Inject
    Streams streams;

    @Context
    HttpServerRequest request;

    /** The one file, or an index where there are more. */
    @GET
    @Blocking
    @Path("sitemap.xml")
    public Publisher<byte[]> sitemap() {
        var buckets = Publication.buckets(cut.claims());
        return switch (buckets.size()) {
            case 0 -> pages();
            case 1 -> urls(pageEntries(), buckets.getFirst().n());
            default -> streams.of(Stream.of(index(buckets)).iterator(), request);
        };
    }

    private String index(List<Bucket> buckets) {
        return buckets.stream()
                .map(bucket -> entry("sitemap", "/sitemaps/" + bucket.n() + ".xml", bucket.modifiedAt()))
                .collect(Collectors.joining(
                        "",
                        begin("sitemapindex") + entry("sitemap", "/sitemaps/pages.xml", null),
                        end("sitemapindex")));
    }

    @GET
    @Blocking
    @Path("sitemaps/pages.xml")
    public Publisher<byte[]> pages() {
        return streams.of(
                Stream.of(begin("urlset") + pageEntries() + end("urlset")).iterator(), request);
    }

    private String pageEntries() {
        return PAGES.stream().map(page -> entry("url", page, null)).collect(Collectors.joining());
    }

    /** Those about the claims with numbers of one range: a check never moves to another file. */
    @GET
    @Blocking
    @Path("sitemaps/{n:[0-9]{1,9}}.xml")
    public Publisher<byte[]> checks(long n) {
        if (Publication.live(n * cut.claims() - 1, (n + 1) * cut.claims(), 1).isEmpty()) {
            throw new NotFoundException();
        }
        return urls("", n);
    }

    private Publisher<byte[]> urls(String before, long n) {
        return streams.of(
                new Parts<>(
                        new Parts.Frame(begin("urlset") + before, "", end("urlset")),
                        n * cut.claims() - 1,
                        after -> Publication.live(after, (n + 1) * cut.claims(), PAGE),
                        Publication::claimId,
                        live -> entry("url", "/checks/" + live.slug(), live.publishedAt())),
                request);
    }

    private static String begin(String root) {
        return DECLARATION + "<" + root + " xmlns=\"" + NAMESPACE + "\">\n";
    }

    private static String end(String root) {
        return "</" + root + ">\n";
    }

    /** Slugs and numbers need no escaping. */
    private String entry(String name, String path, Object modified) {
        String lastmod = modified == null ? "" : "<lastmod>" + modified + "</lastmod>";
        return "<%1$s><loc>%2$s%3$s</loc>%4$s</%1$s>\n".formatted(name, newsroom.url(), path, lastmod);
    }
}
