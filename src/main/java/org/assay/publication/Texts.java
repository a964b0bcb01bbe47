package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.assay.newsroom.Newsroom;
import org.assay.newsroom.NewsroomText;
import org.assay.newsroom.NewsroomTexts;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** The newsroom's own texts. One that is not configured is not there. */
@Path("/{slug:about|funding|corrections-policy|contact}")
@PermitAll
class Texts {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @Inject
    NewsroomTexts texts;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance text(NewsroomText text, Newsroom newsroom);
    }

    @GET
    public Response text(String slug) {
        var text = texts.at(slug).orElseThrow(NotFoundException::new);
        return readers.send(PublicPage.html(Templates.text(text, newsroom)));
    }
}
