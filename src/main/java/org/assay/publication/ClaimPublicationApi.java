package org.assay.publication;

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
import java.net.URI;
import java.time.Clock;
import org.assay.claim.Claim;
import org.assay.claim.ClaimAnswers;
import org.assay.claim.ClaimView;
import org.assay.claim.Reason;
import org.assay.once.Once;
import org.assay.people.Session;
import org.assay.web.Body;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A claim's public life: published, and withdrawn. */
@Path("/api/v1/claims")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
class ClaimPublicationApi {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @POST
    @Path("{id}/publication")
    @Transactional
    @Once
    @RolesAllowed("editor")
    @Operation(
            summary = "Publish the approved dossier as the next version",
            description = "From the second version on, change and note are required. Location is the public page.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PublishedVersion.Draft.class),
                            example = "{\"change\": \"correction\", \"note\": \"The date was wrong.\"}"))
    public Response publish(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        var draft = body.as(PublishedVersion.Draft.class);
        claim.requireVersion(body.version());
        var publication = Publication.publish(claim, draft, session.person(), clock.instant());
        return ClaimAnswers.created(URI.create("/checks/" + publication.slug()), claim, session.person());
    }

    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @Once
    @RolesAllowed("editor")
    @Operation(summary = "Withdraw what is live; readers see the reason")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reason.class),
                            example = "{\"reason\": \"The source was forged.\"}"))
    public Response withdraw(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        String reason = body.as(Reason.class).reason();
        claim.requireVersion(body.version());
        Publication.withdraw(claim, reason, session.person(), clock.instant());
        return ClaimAnswers.created(claim, session.person());
    }
}
