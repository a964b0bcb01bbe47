package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;
import org.assay.readers.Representation;
import org.assay.web.Json;

/** The published pages, and at the same addresses what programs take of them. */
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
        return send(
                publication,
                switch (readers.asked()) {
                    case PAGE -> PublicPage.html(Templates.check(PublicCheck.whole(version, newsroom), newsroom));
                    case CLAIM_REVIEW ->
                        PublicPage.of(Representation.CLAIM_REVIEW.type(), markup(publication, version));
                    case DOSSIER ->
                        PublicPage.of(
                                Representation.DOSSIER.type(), version.dossier().frozen());
                });
    }

    /** The live version alone has any: the same review never stands at two addresses. */
    private static String markup(Publication publication, PublishedVersion version) {
        if (!Integer.valueOf(version.n()).equals(publication.liveVersion())) {
            throw new NotAcceptableException();
        }
        return Json.write(ClaimReviewMarkup.of(version));
    }

    /** RFC 9457. @param withdrawnAt null where a later version is live */
    private record Gone(String type, String title, int status, String detail, Instant withdrawnAt) {
        static Gone of(Publication publication) {
            return new Gone(
                    "about:blank",
                    "Gone",
                    410,
                    publication.withdrawnAt() == null
                            ? "This version was withdrawn. A later one was published."
                            : publication.withdrawnReason(),
                    publication.withdrawnAt());
        }
    }

    private Response gone(Publication publication) {
        var page = readers.asked() == Representation.PAGE
                ? PublicPage.html(Templates.withdrawn(publication, newsroom))
                : PublicPage.of("application/problem+json", Json.write(Gone.of(publication)));
        return send(publication, page.status(410));
    }

    private Response send(Publication publication, PublicPage page) {
        return readers.send(page.about(publication.claimId())
                .modified(publication.changedAt())
                .byAccept());
    }

    private static Publication found(String slug) {
        return Publication.at(slug).orElseThrow(NotFoundException::new);
    }
}
