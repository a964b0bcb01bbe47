package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.jboss.resteasy.reactive.RestQuery;

/** What was checked in a publisher's articles. */
@Path("/publishers/{slug:[A-Za-z0-9-]+}")
@PermitAll
class Publishers extends SubjectPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance publisher(SubjectPage page, Newsroom newsroom);
    }

    @GET
    public Response publisher(String slug, @RestQuery String after) {
        return about(Subject.Kind.PUBLISHER, slug, after, page -> Templates.publisher(page, newsroom));
    }

    @GET
    @Path(FeedFormat.PATH)
    public Response feed(String slug, String format) {
        return feed(Subject.Kind.PUBLISHER, slug, format);
    }
}
