package org.assay.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.assay.claim.Claim;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.assay.web.Text;

@Path("/desk/claims/{id}/withdrawal")
@RolesAllowed("editor")
class ClaimWithdrawal implements FormPage {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Claim claim, Person person, Form form);
    }

    /** @param reason that readers see in the page's place */
    record Input(@Text(max = 2000, required = true) String reason) {}

    @GET
    public TemplateInstance page(long id) {
        return again(id, Form.empty());
    }

    @POST
    @Transactional
    public Response withdraw(long id, Form form) {
        Claim claim = ClaimPublication.found(Claim.locked(id));
        Publication.withdraw(claim, form.as(Input.class).reason(), session.person(), clock.instant());
        flash.say("The check is withdrawn. Readers see your reason in its place.");
        return Response.seeOther(URI.create("/desk/claims/" + id)).build();
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return Templates.page(ClaimPublication.found(Claim.findById(id)), session.person(), form);
    }
}
