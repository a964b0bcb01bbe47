package org.assay.claim;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;

@Path("/desk/claims/{id}/evidence/{n}/removal")
@RolesAllowed({"reviewer", "editor"})
class ClaimEvidenceRemoval implements FormPage {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @Context
    UriInfo uri;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Claim claim, Evidence piece, Person person, Form form);
    }

    @GET
    public TemplateInstance page(long id, int n) {
        return again(id, Form.empty());
    }

    @POST
    @Transactional
    public Response remove(long id, int n, Form form) {
        Claim claim = found(Claim.locked(id));
        if (!claim.remove(n, form.as(Reason.class).reason(), session.person(), clock.instant())) {
            throw new NotFoundException();
        }
        return flash.leadTo("/desk/claims/" + id, "The evidence is removed; the history keeps it.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        Claim claim = found(Claim.findById(id));
        int n = Integer.parseInt(uri.getPathParameters().getFirst("n"));
        return Templates.page(claim, found(claim.evidence(n)), session.person(), form);
    }
}
