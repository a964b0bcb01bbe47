package org.assay.publication;

import static org.assay.web.Found.found;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;

/** A check's share image. */
@Path("/checks/{slug:[a-z0-9-]+}/card.png")
@PermitAll
class CheckCard {

    private static final MediaType PNG = new MediaType("image", "png");

    @Inject
    Newsroom newsroom;

    @Inject
    ShareImage image;

    @GET
    public Response card(String slug, @Context Request request) {
        return found(Publication.at(slug).orElse(null))
                .live()
                .map(version -> ForReaders.bytes(200, PNG, image.png(PublicCheck.brief(version, newsroom)), request))
                .orElseGet(() -> ForReaders.text(410, MediaType.TEXT_PLAIN_TYPE, "This check was withdrawn.", request));
    }
}
