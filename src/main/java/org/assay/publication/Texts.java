package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.newsroom.NewsroomText;
import org.assay.newsroom.NewsroomTexts;

/** The newsroom's own texts. One that is not configured is not there. */
@Path("/{slug:about|funding|corrections-policy|contact}")
@PermitAll
class Texts {

    @Inject
    Newsroom newsroom;

    @Inject
    NewsroomTexts texts;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance text(NewsroomText text, Newsroom newsroom);
    }

    @GET
    public Response text(String slug, @Context Request request) {
        var text = texts.at(slug).orElseThrow(NotFoundException::new);
        return ForReaders.page(200, Templates.text(text, newsroom), request);
    }
}
