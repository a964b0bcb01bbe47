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
import java.util.List;
import org.assay.expert.Expert;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/desk/claims/{id}/evidence")
@RolesAllowed({"reviewer", "editor"})
class ClaimEvidence implements FormPage {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Claim claim, Person person, List<Expert> experts, Form form);
    }

    @GET
    public TemplateInstance page(long id, @RestQuery String stance) {
        return again(id, stance == null ? Form.empty() : Form.empty().with("stance", stance));
    }

    @POST
    @Transactional
    public Response attach(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        var draft = form.as(EvidenceDraft.class);
        claim.attach(draft.content(), draft.cited(), session.person(), clock.instant());
        return flash.leadTo("/desk/claims/" + id, "The evidence is attached.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        return Templates.page(found(Claim.findById(id)), session.person(), Expert.choice(), form);
    }
}
