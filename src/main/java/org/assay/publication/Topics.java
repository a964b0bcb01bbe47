package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.jboss.resteasy.reactive.RestQuery;

/** What was checked about a topic. */
@Path("/topics/{slug:[A-Za-z0-9-]+}")
@PermitAll
class Topics extends SubjectPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance topic(SubjectPage page, Newsroom newsroom);
    }

    @GET
    public Response topic(String slug, @RestQuery String after) {
        return about(Subject.Kind.TOPIC, slug, after, page -> Templates.topic(page, newsroom));
    }

    @GET
    @Path(FeedFormat.PATH)
    public Response feed(String slug, String format) {
        return feed(Subject.Kind.TOPIC, slug, format);
    }
}
