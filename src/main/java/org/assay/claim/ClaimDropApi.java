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

/** A claim is dropped, and restored. */
@Path("/api/v1/claims")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
class ClaimDropApi {

    @Inject
    Session session;

    @Inject
    Clock clock;

    record Nothing() {}

    @POST
    @Path("{id}/drop")
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Drop a claim that was never published")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DropDraft.class),
                            example = "{\"reason\": \"advertising\"}"))
    public Response drop(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        var draft = body.as(DropDraft.class);
        Claim original = draft.original(claim);
        claim.requireVersion(body.version());
        claim.drop(draft.reason(), original, draft.note(), session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }

    @POST
    @Path("{id}/restoration")
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Restore a dropped claim")
    @RequestBody(content = @Content(schema = @Schema(implementation = Nothing.class), example = "{}"))
    public Response restore(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        body.as(Nothing.class);
        claim.requireVersion(body.version());
        claim.restore(session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }
}
