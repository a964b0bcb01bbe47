package org.assay.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** What search engines need not look at, and where they find the rest (RFC 9309). */
@Path("/robots.txt")
@PermitAll
class Robots {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @GET
    public Response robots() {
        String text = """
                User-agent: *
                Disallow: /desk
                Disallow: /api/
                Disallow: /q/

                Sitemap: %s/sitemap.xml
                """.formatted(newsroom.url());
        return readers.send(PublicPage.of("text/plain;charset=UTF-8", text));
    }
}
