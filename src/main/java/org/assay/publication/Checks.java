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
import java.util.Set;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;
import org.assay.readers.Representation;
import org.assay.web.Json;

/** The published pages, and at the same addresses what programs take of them. */
@Path("/checks/{slug:[a-z0-9-]+}")
@PermitAll
class Checks {

    private static final String PROBLEM = "application/problem+json;charset=UTF-8";

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
        return publication.liveVersion() == null
                ? gone(publication)
                : version(publication, publication.liveVersion(), Set.of(Representation.values()));
    }

    /** The live version has one address only, so this redirects to it there; so does its markup, which no other version has. */
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
        return version(publication, n, Set.of(Representation.PAGE, Representation.DOSSIER));
    }

    private Response version(Publication publication, int n, Set<Representation> offered) {
        var version = publication.version(n).orElseThrow(NotFoundException::new);
        var page = switch (asked(offered)) {
            case PAGE -> PublicPage.html(Templates.check(PublicCheck.whole(version, newsroom), newsroom));
            case CLAIM_REVIEW ->
                PublicPage.of(Representation.CLAIM_REVIEW.type(), Json.write(ClaimReviewMarkup.of(version)));
            case DOSSIER ->
                PublicPage.of(Representation.DOSSIER.type(), version.dossier().frozen());
        };
        return send(publication, page);
    }

    private Representation asked(Set<Representation> offered) {
        var asked = readers.asked();
        if (!offered.contains(asked)) {
            throw new NotAcceptableException();
        }
        return asked;
    }

    private Response send(Publication publication, PublicPage page) {
        return readers.send(page.about(publication.claimId())
                .modified(publication.changedAt())
                .byAccept());
    }

    /** @param withdrawnAt null, as the reason is, where a later version is live */
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
                : PublicPage.of(PROBLEM, Json.write(Gone.of(publication)));
        return send(publication, page.status(410));
    }

    private static Publication found(String slug) {
        return Publication.at(slug).orElseThrow(NotFoundException::new);
    }
}
