package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.assay.newsroom.Newsroom;

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

    @GET
    public Response home(@Context Request request) {
        var checks = Publication.lately(MOST).stream()
                .map(version -> PublicCheck.brief(version, newsroom))
                .toList();
        return ForReaders.page(200, Templates.home(checks, newsroom), request);
    }
}
