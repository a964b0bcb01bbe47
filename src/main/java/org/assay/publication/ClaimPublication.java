package org.assay.publication;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.claim.Claim;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;

@Path("/desk/claims/{id}/publication")
@RolesAllowed("editor")
class ClaimPublication implements FormPage {

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

    @GET
    public TemplateInstance page(long id) {
        return again(id, Form.empty());
    }

    @POST
    @Transactional
    public Response publish(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        Publication.publish(claim, form.as(PublishedVersion.Draft.class), session.person(), clock.instant());
        return flash.leadTo(
                "/desk/claims/" + id,
                "Version %d is published. Readers see it now.".formatted(claim.publishedVersions()));
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return Templates.page(found(Claim.findById(id)), session.person(), form);
    }
}
