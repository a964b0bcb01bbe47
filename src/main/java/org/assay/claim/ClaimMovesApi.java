package org.assay.claim;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.people.Session;
import org.assay.web.Body;
import org.assay.web.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done to a claim, a noun each. An If-Match that is sent is honoured. */
@Path("/api/v1/claims/{id}")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimMovesApi {

    @Inject
    Proposing proposing;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    @POST
    @Path("evidence")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Attach evidence")
    @RequestBody(content = @Content(schema = @Schema(implementation = EvidenceDraft.class), example = """
                            {"stance": "refutes", "kind": "expert-statement", "note": "She negotiated with the same people.",
                             "quote": "is not credible", "expert": {"name": "Wendy Cutler"},
                             "source": {"title": "Talks on rare earths", "url": "https://example.org/trade/talks"}}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response attach(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        var draft = body.as(EvidenceDraft.class);
        var expert = draft.cited();
        claim.requireVersion(IfMatch.version(headers));
        claim.attach(draft.content(), expert, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("evidence/{n}/removal")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Remove evidence; the history keeps it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimEvidenceRemoval.Input.class),
                            example = "{\"reason\": \"It is about another claim.\"}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response remove(long id, int n, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        if (claim.evidence().stream().noneMatch(piece -> piece.n() == n)) {
            throw new NotFoundException();
        }
        String reason = body.as(ClaimEvidenceRemoval.Input.class).reason();
        claim.requireVersion(IfMatch.version(headers));
        claim.remove(n, reason, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("verdict")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Propose a verdict, which freezes the dossier")
    @RequestBody(content = @Content(schema = @Schema(implementation = Verdict.class), example = """
                            {"rating": "mostly-false", "summary": "An experienced negotiator is unlikely to act alone.",
                             "rationale": "Those who dealt with him say so.", "singleSourceReason": "She sat across the table."}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response propose(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        var verdict = body.as(Verdict.class);
        claim.requireVersion(IfMatch.version(headers));
        proposing.propose(claim, verdict, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("return")
    @Transactional
    @RolesAllowed("editor")
    @Operation(summary = "Return a proposal with a note")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimReturn.Input.class),
                            example = "{\"note\": \"Please find a second origin.\"}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response sendBack(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        String note = body.as(ClaimReturn.Input.class).note();
        claim.requireVersion(IfMatch.version(headers));
        claim.sendBack(note, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("approval")
    @Transactional
    @RolesAllowed("editor")
    @Operation(summary = "Sign the dossier; never by somebody who worked on the claim")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimApproval.Input.class),
                            example =
                                    "{\"digest\": \"0f6a0f2c6b7c0a3cbbd0ed0be5a0b9b8c1b6b24e1d8f9b0b7f0f8f7f1a2b3c4d\"}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "403", description = "By the role, or with rule four-eyes")
    @APIResponse(
            responseCode = "412",
            description = "Another dossier is proposed now: the problem's current says which")
    public Response approve(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        String digest = body.as(ClaimApproval.Input.class).digest();
        claim.requireVersion(IfMatch.version(headers));
        claim.approve(digest, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("reopening")
    @Transactional
    @RolesAllowed("editor")
    @Operation(summary = "Reopen a claim")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimReopening.Input.class),
                            example = "{\"reason\": \"New figures were published.\"}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response reopen(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        String reason = body.as(ClaimReopening.Input.class).reason();
        claim.requireVersion(IfMatch.version(headers));
        claim.reopen(reason, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("drop")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Drop a claim that was never published")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DropDraft.class),
                            example = "{\"reason\": \"advertising\"}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response drop(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        var draft = body.as(DropDraft.class);
        Claim original = draft.original(claim);
        claim.requireVersion(IfMatch.version(headers));
        claim.drop(draft.reason(), original, draft.note(), session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    record Nothing() {}

    @POST
    @Path("restoration")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Restore a dropped claim")
    @RequestBody(content = @Content(schema = @Schema(implementation = Nothing.class), example = "{}"))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response restore(long id, Body body) {
        Claim claim = Claims.found(Claim.locked(id));
        body.as(Nothing.class);
        claim.requireVersion(IfMatch.version(headers));
        claim.restore(session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }
}
