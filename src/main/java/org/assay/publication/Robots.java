package org.assay.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;

/** What search engines need not look at, and where they find the rest (RFC 9309). */
@Path("/robots.txt")
@PermitAll
class Robots {

    @Inject
    Newsroom newsroom;

    @GET
    public Response robots(@Context Request request) {
        String text = """
                User-agent: *
                Disallow: /desk
                Disallow: /api/
                Disallow: /q/

                Sitemap: %s/sitemap.xml
                """.formatted(newsroom.url());
        return ForReaders.text(200, MediaType.TEXT_PLAIN_TYPE, text, request);
    }
}
