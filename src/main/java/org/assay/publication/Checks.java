package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** The published pages. */
@Path("/checks/{slug:[a-z0-9-]+}")
@PermitAll
class Checks {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance check(PublicCheck check, Newsroom newsroom);

        static native TemplateInstance withdrawn(Publication publication, Newsroom newsroom);
    }

    @GET
    public Response check(String slug) {
        var publication = found(slug);
        return publication.liveVersion() == null ? gone(publication) : version(publication, publication.liveVersion());
    }

    /** The live version has one address only, so this redirects to it there. */
    @GET
    @Path("versions/{n}")
    public Response version(String slug, int n) {
        var publication = found(slug);
        if (publication.isGone(n)) {
            return gone(publication);
        }
        if (Integer.valueOf(n).equals(publication.liveVersion())) {
            return Response.seeOther(URI.create("/checks/" + slug)).build();
        }
        return version(publication, n);
    }

    private Response version(Publication publication, int n) {
        var version = publication.version(n).orElseThrow(NotFoundException::new);
        var page = PublicPage.html(Templates.check(PublicCheck.whole(version, newsroom), newsroom));
        return readers.send(page.about(publication.claimId()).modified(publication.changedAt()));
    }

    private Response gone(Publication publication) {
        var page = PublicPage.html(Templates.withdrawn(publication, newsroom));
        return readers.send(page.status(410).about(publication.claimId()).modified(publication.changedAt()));
    }

    private static Publication found(String slug) {
        return Publication.at(slug).orElseThrow(NotFoundException::new);
    }
}
