package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.assay.newsroom.Newsroom;
import org.assay.web.Json;

/** The published pages, and at the same addresses what programs take of them. */
@Path("/checks/{slug:[a-z0-9-]+}")
@PermitAll
class Checks {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @Inject
    Newsroom newsroom;

    @Context
    Request request;

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
                : version(publication, publication.liveVersion(), List.of(Rendition.values()));
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
        return version(publication, n, List.of(Rendition.PAGE, Rendition.DOSSIER));
    }

    private Response version(Publication publication, int n, List<Rendition> offered) {
        var version = publication.version(n).orElseThrow(NotFoundException::new);
        return negotiated(
                switch (Rendition.asked(request, offered)) {
                    case PAGE ->
                        ForReaders.page(200, Templates.check(PublicCheck.whole(version, newsroom), newsroom), request);
                    case MARKUP ->
                        ForReaders.text(
                                200, Rendition.MARKUP.type(), Json.write(ClaimReviewMarkup.of(version)), request);
                    case DOSSIER ->
                        ForReaders.text(
                                200, Rendition.DOSSIER.type(), version.dossier().frozen(), request);
                });
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
        return negotiated(
                Rendition.asked(request, List.of(Rendition.values())) == Rendition.PAGE
                        ? ForReaders.page(410, Templates.withdrawn(publication, newsroom), request)
                        : ForReaders.text(410, PROBLEM, Json.write(Gone.of(publication)), request));
    }

    private static Response negotiated(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Publication found(String slug) {
        return Publication.at(slug).orElseThrow(NotFoundException::new);
    }
}
