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

/** A verdict's way: proposed, returned or approved, and reopened. */
@Path("/api/v1/claims")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
class ClaimVerdictApi {

    @Inject
    Proposing proposing;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @POST
    @Path("{id}/verdict")
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Propose a verdict, which freezes the dossier")
    @RequestBody(content = @Content(schema = @Schema(implementation = Verdict.class), example = """
                            {"rating": "mostly-false", "summary": "An experienced negotiator is unlikely to act alone.",
                             "rationale": "Those who dealt with him say so.", "singleSourceReason": "She sat across the table."}"""))
    public Response propose(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        var verdict = body.as(Verdict.class);
        claim.requireVersion(body.version());
        proposing.propose(claim, verdict, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("{id}/return")
    @Transactional
    @Once
    @RolesAllowed("editor")
    @Operation(summary = "Return a proposal with a note")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimReturn.Input.class),
                            example = "{\"note\": \"Please find a second origin.\"}"))
    public Response sendBack(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        String note = body.as(ClaimReturn.Input.class).note();
        claim.requireVersion(body.version());
        claim.sendBack(note, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("{id}/approval")
    @Transactional
    @Once
    @RolesAllowed("editor")
    @Operation(summary = "Sign the dossier; never by somebody who worked on the claim")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimApproval.Input.class),
                            example =
                                    "{\"digest\": \"0f6a0f2c6b7c0a3cbbd0ed0be5a0b9b8c1b6b24e1d8f9b0b7f0f8f7f1a2b3c4d\"}"))
    @APIResponse(responseCode = "403", description = "By the role, or with rule four-eyes")
    @APIResponse(
            responseCode = "412",
            description = "Another dossier is proposed now: the problem's current says which")
    public Response approve(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        String digest = body.as(ClaimApproval.Input.class).digest();
        claim.requireVersion(body.version());
        claim.approve(digest, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("{id}/reopening")
    @Transactional
    @Once
    @RolesAllowed("editor")
    @Operation(summary = "Reopen a claim")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reason.class),
                            example = "{\"reason\": \"New figures were published.\"}"))
    public Response reopen(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        String reason = body.as(Reason.class).reason();
        claim.requireVersion(body.version());
        claim.reopen(reason, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }
}
