package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;
import org.assay.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

/** Every correction and withdrawal that was published. */
@Path("/corrections")
@PermitAll
class Corrections {

    private static final int AT_ONCE = 20;

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @Inject
    FeedEntries entries;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance corrections(Page<Correction> corrections, boolean first, Newsroom newsroom);
    }

    @GET
    public Response corrections(@RestQuery String after) {
        var page = Correction.latest(after, AT_ONCE);
        return readers.send(PublicPage.html(Templates.corrections(page, after == null, newsroom))
                .heeding("after"));
    }

    @GET
    @Path(FeedFormat.PATH)
    public Response feed(String format) {
        var feed = Feed.of(
                Feed.title(newsroom, "corrections and withdrawals"),
                "/corrections/feed",
                "/corrections",
                entries.corrections(),
                entries.withdrawals());
        return readers.send(FeedFormat.page(format, feed, newsroom));
    }
}
