package org.assay.claim;

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
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;

@Path("/desk/claims/{id}/drop")
@RolesAllowed({"reviewer", "editor"})
class ClaimDrop implements FormPage {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Claim claim, Person person, DropReason[] reasons, Form form);
    }

    @GET
    public TemplateInstance page(long id) {
        return again(id, Form.empty());
    }

    @POST
    @Transactional
    public Response drop(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        var draft = form.as(DropDraft.class);
        claim.drop(draft.reason(), draft.original(claim), draft.note(), session.person(), clock.instant());
        return flash.leadTo("/desk/claims/" + id, "The claim is dropped. It can be restored.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return Templates.page(found(Claim.findById(id)), session.person(), DropReason.values(), form);
    }
}
