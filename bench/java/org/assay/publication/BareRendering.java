package org.assay.publication;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.newsroom.Newsroom;

/** The template of a published page, rendered each time from what is in memory already. In no product. */
@Path("/bench/checks/{slug}")
@PermitAll
class BareRendering {

    private static final Map<String, TemplateInstance> PAGES = new ConcurrentHashMap<>();

    @Inject
    Newsroom newsroom;

    @GET
    @Blocking
    @Produces("text/html;charset=UTF-8")
    public String page(String slug) {
        return PAGES.computeIfAbsent(slug, this::made).render();
    }

    private TemplateInstance made(String slug) {
        var publication = Publication.at(slug).orElseThrow();
        var version = publication.version(publication.liveVersion()).orElseThrow();
        var page = Checks.Templates.check(PublicCheck.whole(version, newsroom), newsroom);
        // What is read from the database only when it is shown is there afterwards, and asked for by one alone.
        page.render();
        return page;
    }
}
