package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.jboss.resteasy.reactive.RestQuery;

/** What an expert said in published checks, and what a reader should know of them. */
@Path("/experts/{slug:[A-Za-z0-9-]+}")
@PermitAll
class PublishedExperts extends SubjectPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance expert(SubjectPage page, Testimony testimony, Newsroom newsroom);
    }

    @GET
    public Response expert(String slug, @RestQuery String after) {
        return about(Subject.Kind.EXPERT, slug, after, page -> Templates.expert(page, Testimony.on(page), newsroom));
    }

    @GET
    @Path(FeedFormat.PATH)
    public Response feed(String slug, String format) {
        return feed(Subject.Kind.EXPERT, slug, format);
    }
}
