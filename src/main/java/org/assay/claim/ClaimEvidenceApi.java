package org.assay.claim;

import static org.assay.web.Found.found;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.once.Once;
import org.assay.people.Session;
import org.assay.web.Body;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence is attached, and removed. */
@Path("/api/v1/claims")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
class ClaimEvidenceApi {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @POST
    @Path("{id}/evidence")
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Attach evidence")
    @RequestBody(content = @Content(schema = @Schema(implementation = EvidenceDraft.class), example = """
                            {"stance": "refutes", "kind": "expert-statement", "note": "She negotiated with the same people.",
                             "quote": "is not credible", "expert": {"name": "Wendy Cutler"},
                             "source": {"title": "Talks on rare earths", "url": "https://example.org/trade/talks"}}"""))
    public Response attach(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        var draft = body.as(EvidenceDraft.class);
        var expert = draft.cited();
        claim.requireVersion(body.version());
        claim.attach(draft.content(), expert, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("{id}/evidence/{n}/removal")
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Remove evidence; the history keeps it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reason.class),
                            example = "{\"reason\": \"It is about another claim.\"}"))
    public Response remove(long id, int n, Body body) {
        Claim claim = found(Claim.locked(id));
        found(claim.evidence(n));
        String reason = body.as(Reason.class).reason();
        claim.requireVersion(body.version());
        claim.remove(n, reason, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }
}
