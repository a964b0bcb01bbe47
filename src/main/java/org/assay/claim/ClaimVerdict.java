package org.assay.claim;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.rating.RatingScale;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.assay.web.Invalid;
import org.assay.web.Markdown;

@Path("/desk/claims/{id}/verdict")
@RolesAllowed({"reviewer", "editor"})
class ClaimVerdict implements FormPage {

    @Inject
    Proposing proposing;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(
                Claim claim, Person person, RatingScale scale, Form form, RawString preview);

        static native TemplateInstance page$preview(RawString preview);
    }

    @GET
    public TemplateInstance page(long id) {
        Claim claim = found(Claim.findById(id));
        Form form =
                claim.dossier() == null ? Form.empty() : Form.of(claim.dossier().verdict());
        return show(claim, form.with("version", claim.version()).with("cited", Cited.by(claim)), null);
    }

    @POST
    @Transactional
    public Response propose(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        var verdict = form.as(Verdict.class);
        claim.requireVersion(form.version());
        Cited.require(claim, form.value("cited"));
        proposing.propose(claim, verdict, session.person(), clock.instant());
        return flash.leadTo(
                "/desk/claims/" + id,
                "The verdict is proposed and its dossier is frozen. An editor who did not work on it decides now.");
    }

    /** Shows the whole form again with the rationale as readers would see it; nothing is saved. */
    @POST
    @Path("preview")
    @Transactional
    @Produces(MediaType.TEXT_HTML)
    public String preview(long id, Form form) {
        // Rendered here: once the transaction has ended, the claim's evidence cannot be read any more.
        return show(found(Claim.findById(id)), form, rationale(form)).render();
    }

    /** The preview alone, for the script that swaps it in while somebody writes. */
    @POST
    @Path("preview/fragment")
    @Transactional
    public TemplateInstance fragment(long id, Form form) {
        return Templates.page$preview(rationale(form));
    }

    private static RawString rationale(Form form) {
        String written = form.value("rationale");
        if (written.codePointCount(0, written.length()) > Verdict.RATIONALE_MAX) {
            throw new Invalid("rationale", "Please shorten this before it is shown: it may have 20,000 characters.");
        }
        return Markdown.html(written);
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        Claim claim = found(Claim.findById(id));
        var caughtUp = form.caughtUpWith(claim.version());
        return show(claim, form.isStale() ? caughtUp.with("cited", Cited.by(claim)) : caughtUp, null);
    }

    private TemplateInstance show(Claim claim, Form form, RawString preview) {
        return Templates.page(claim, session.person(), RatingScale.current(), form, preview);
    }
}
