package org.assay.publication;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;
import org.assay.newsroom.NewsroomTexts;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** Every public address by the protocol of sitemaps.org, in files that never hold more than it allows. */
@Path("/")
@PermitAll
@Produces("application/xml;charset=utf-8")
class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final List<String> PAGES = List.of("/", "/corrections", "/method");
    private static final int PAGE = 1000;

    /** How it is cut. */
    @ConfigMapping(prefix = "assay.sitemap")
    interface Cut {

        /** How many numbers of claims, or of subjects, a file is about; the protocol allows 50,000 addresses in one. */
        @WithDefault("50000")
        int numbers();
    }

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @Inject
    NewsroomTexts texts;

    @Inject
    Cut cut;

    @Inject
    Streams streams;

    @Context
    HttpServerRequest request;

    @GET
    @Path("sitemap.xml")
    public Response index() {
        var checks = Publication.buckets(cut.numbers()).stream()
                .map(bucket -> entry("sitemap", "/sitemaps/checks-" + bucket.n() + ".xml", bucket.modifiedAt()));
        var subjects = LongStream.rangeClosed(0, Subject.lastNumber() / cut.numbers())
                .mapToObj(n -> entry("sitemap", "/sitemaps/subjects-" + n + ".xml", null));
        String pages = entry("sitemap", "/sitemaps/pages.xml", null);
        return whole(
                "sitemapindex", Stream.of(Stream.of(pages), checks, subjects).flatMap(entries -> entries));
    }

    @GET
    @Path("sitemaps/pages.xml")
    public Response pages() {
        return whole(
                "urlset",
                Stream.concat(PAGES.stream(), texts.all().stream().map(text -> "/" + text.slug()))
                        .map(page -> entry("url", page, null)));
    }

    private Response whole(String root, Stream<String> entries) {
        String xml = entries.collect(Collectors.joining("", begin(root), end(root)));
        return readers.send(PublicPage.of("application/xml;charset=UTF-8", xml));
    }

    /** Those about the claims with numbers of one range: a check never moves to another file. */
    @GET
    @NonBlocking
    @Path("sitemaps/checks-{n:[0-9]{1,9}}.xml")
    public Publisher<byte[]> checks(long n) {
        return urls(
                n,
                after -> Publication.live(after, (n + 1) * cut.numbers(), PAGE),
                Publication::claimId,
                live -> entry("url", "/checks/" + live.slug(), live.publishedAt()));
    }

    /** Topics, claimants, publishers and experts that live checks name. */
    @GET
    @NonBlocking
    @Path("sitemaps/subjects-{n:[0-9]{1,9}}.xml")
    public Publisher<byte[]> subjects(long n) {
        return urls(
                n,
                after -> Subject.live(after, (n + 1) * cut.numbers(), PAGE),
                Subject::id,
                subject -> entry("url", subject.address(), null));
    }

    private <T> Publisher<byte[]> urls(
            long n, LongFunction<List<T>> pageAfter, ToLongFunction<T> key, Function<T, String> writing) {
        var frame = new Parts.Frame(begin("urlset"), "", end("urlset"));
        return streams.of(new Parts<>(frame, n * cut.numbers() - 1, pageAfter, key, writing), request);
    }

    private static String begin(String root) {
        return DECLARATION + "<" + root + " xmlns=\"" + NAMESPACE + "\">\n";
    }

    private static String end(String root) {
        return "</" + root + ">\n";
    }

    /** Nothing in our addresses needs escaping. */
    private String entry(String name, String path, Object modified) {
        String lastmod = modified == null ? "" : "<lastmod>" + modified + "</lastmod>";
        return "<%1$s><loc>%2$s%3$s</loc>%4$s</%1$s>\n".formatted(name, newsroom.url(), path, lastmod);
    }
}
