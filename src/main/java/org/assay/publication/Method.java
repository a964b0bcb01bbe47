package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.assay.claim.Move;
import org.assay.newsroom.Newsroom;
import org.assay.rating.RatingScale;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;

/** How checks are made: from the table of moves and the scales that the newsroom itself goes by. */
@Path("/method")
@PermitAll
class Method {

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance method(List<Move> moves, List<RatingScale> scales, Newsroom newsroom);
    }

    @GET
    public Response method() {
        var page = Templates.method(List.of(Move.values()), RatingScale.newestFirst(), newsroom);
        return readers.send(PublicPage.html(page));
    }
}
