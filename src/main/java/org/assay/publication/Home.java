package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** What has been published lately. */
@Path("/")
@PermitAll
class Home {

    private static final int MOST = 30;

    @Inject
    Newsroom newsroom;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(List<PublicCheck> checks, Newsroom newsroom);
    }

    @Inject
    ForReaders readers;

    @GET
    public Response home() {
        var lately = Publication.lately(MOST);
        var checks = lately.stream()
                .map(version -> PublicCheck.brief(version, newsroom))
                .toList();
        var page = PublicPage.html(Templates.home(checks, newsroom));
        return readers.send(
                lately.isEmpty() ? page : page.modified(lately.getFirst().publishedAt()));
    }
}
