package org.assay.rating;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;

@Path("/desk/scales")
class RatingScales implements FormPage {

    private static final int MOST_LABELS = 20;
    private static final int SPARE_ROWS = 3;

    @Inject
    Defining defining;

    @Inject
    Session session;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<RatingScale> scales, boolean admin);

        static native TemplateInstance create(Form form, List<Integer> rows);
    }

    @GET
    @RolesAllowed({"reviewer", "editor", "admin"})
    public TemplateInstance list() {
        return Templates.list(RatingScale.newestFirst(), session.person().isAdmin());
    }

    @GET
    @Path("new")
    @RolesAllowed("admin")
    public TemplateInstance create() {
        return page(Form.of(new RatingScale.Draft(RatingScale.current().labels())));
    }

    @POST
    @Transactional
    @RolesAllowed("admin")
    public Response add(Form form) {
        var scale = defining.define(form.compacted("labels").as(RatingScale.Draft.class), session.person());
        return flash.leadTo(
                "/desk/scales",
                "Version %d of the rating scale is in force. Older verdicts keep theirs.".formatted(scale.version()));
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return page(form);
    }

    private static TemplateInstance page(Form form) {
        Form compacted = form.compacted("labels");
        int rows = Math.min(MOST_LABELS, compacted.rows("labels") + SPARE_ROWS);
        return Templates.create(compacted, IntStream.range(0, rows).boxed().toList());
    }
}
