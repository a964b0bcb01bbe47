package org.assay.publication;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;

/** A check as a light card in other sites' pages: the only page that may stand in a frame. */
@Path("/checks/{slug:[a-z0-9-]+}/embed")
@PermitAll
class CheckEmbed {

    @Inject
    Newsroom newsroom;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance embed(PublicCheck check, Newsroom newsroom);

        static native TemplateInstance withdrawn(Publication publication, Newsroom newsroom);
    }

    @GET
    public Response embed(String slug, @Context Request request) {
        var publication = found(Publication.at(slug).orElse(null));
        return publication
                .live()
                .map(version ->
                        ForReaders.page(200, Templates.embed(PublicCheck.brief(version, newsroom), newsroom), request))
                .orElseGet(() -> ForReaders.page(410, Templates.withdrawn(publication, newsroom), request));
    }
}
