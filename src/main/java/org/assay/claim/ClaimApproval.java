package org.assay.claim;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;

@Path("/desk/claims/{id}/approval")
@RolesAllowed("editor")
class ClaimApproval implements FormPage {

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

    /** @param digest of the dossier that was read, as the page or the API showed it */
    record Input(
            @NotNull(message = "Please send the digest of the dossier that is approved.")
            @Pattern(regexp = "[0-9a-f]{64}", message = "A digest has 64 hexadecimal digits in lower case.")
            String digest) {}

    @GET
    public TemplateInstance page(long id) {
        return again(id, Form.empty());
    }

    @POST
    @Transactional
    public Response approve(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        claim.approve(form.as(Input.class).digest(), session.person(), clock.instant());
        return flash.leadTo("/desk/claims/" + id, "You signed the dossier. It can be published now.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return Templates.page(found(Claim.findById(id)), session.person(), form);
    }
}
