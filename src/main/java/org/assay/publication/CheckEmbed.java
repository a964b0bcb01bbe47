package org.assay.publication;

import static org.assay.web.Found.found;

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

/** A check as a light card in other sites' pages: the only page that may stand in a frame. */
@Path("/checks/{slug:[a-z0-9-]+}/embed")
@PermitAll
class CheckEmbed {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance embed(PublicCheck check, Newsroom newsroom);

        static native TemplateInstance withdrawn(Publication publication, Newsroom newsroom);
    }

    @GET
    public Response embed(String slug) {
        var publication = found(Publication.at(slug).orElse(null));
        var page = publication
                .live()
                .map(version -> PublicPage.html(Templates.embed(PublicCheck.brief(version, newsroom), newsroom)))
                .orElseGet(() -> PublicPage.html(Templates.withdrawn(publication, newsroom))
                        .status(410));
        return readers.send(page.about(publication.claimId()).modified(publication.changedAt()));
    }
}
