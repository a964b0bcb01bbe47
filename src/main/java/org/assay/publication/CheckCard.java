package org.assay.publication;

import static org.assay.web.Found.found;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** A check's share image. */
@Path("/checks/{slug:[a-z0-9-]+}/card.png")
@PermitAll
class CheckCard {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @Inject
    ShareImage image;

    @GET
    public Response card(String slug) {
        var publication = found(Publication.at(slug).orElse(null));
        var card = publication
                .live()
                .map(version -> PublicPage.of("image/png", image.png(PublicCheck.brief(version, newsroom))))
                .orElseGet(() -> PublicPage.of("text/plain;charset=UTF-8", "This check was withdrawn.")
                        .status(410));
        return readers.send(card.about(publication.claimId()).modified(publication.changedAt()));
    }
}
