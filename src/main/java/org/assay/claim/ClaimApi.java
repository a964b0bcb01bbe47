package org.assay.claim;

import static org.assay.web.Found.found;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.assay.article.Article;
import org.assay.once.Once;
import org.assay.people.Session;
import org.assay.web.Body;
import org.assay.web.Json;
import org.assay.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/claims")
@Tag(name = "Claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimApi {

    @Inject
    Session session;

    @Inject
    Clock clock;

    /** What happened, as JSON gives it. @param note what the person said @param changes what an edit changed */
    record Happened(Instant at, String by, String move, String note, Object changes, String hash) {
        static Happened of(Event event) {
            Object changes = event.changes() == null ? null : Json.read(event.changes(), Object.class);
            return new Happened(event.at(), event.by(), event.what(), event.note(), changes, event.recordedHash());
        }
    }

    @GET
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "Claims, newest first", description = "Filters add up. Texts are found anywhere in the field.")
    public Page<ClaimRow> list(
            @RestQuery String stage,
            @RestQuery String topic,
            @RestQuery String claimant,
            @RestQuery String publisher,
            @RestQuery String q,
            @RestQuery String after,
            @RestQuery String limit) {
        var filter = ClaimFilter.of(stage, topic, claimant, publisher, null, q);
        return filter.page(session.person(), after, Page.limit(limit));
    }

    @POST
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Log a claim", description = "Needs a quote from a logged article, or a source.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimDraft.class), example = """
                            {"statement": "The controls take effect on 1 December.", "language": "en",
                             "quote": {"articleId": 1, "exact": "the controls take effect on 1 December"},
                             "claimant": {"name": "A spokesman"}, "wording": "stated", "topics": ["trade"]}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(
            responseCode = "400",
            description = "With violations; where the quote stands more than once, with candidates")
    public Response log(Body body) {
        var draft = body.as(ClaimDraft.class);
        Article article = draft.article();
        var claim = Claim.log(
                draft.particulars(), article, draft.passage(article, null), session.person(), clock.instant());
        claim.persist();
        return ClaimAnswers.created(URI.create("/api/v1/claims/" + claim.id()), claim, session.person());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "A claim, with the moves that the caller may make now")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response get(long id) {
        return ClaimAnswers.ok(found(Claim.findById(id)), session.person());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Edit a claim", description = "A JSON merge patch: null clears a field. Needs If-Match.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimDraft.class),
                            example = "{\"topics\": [\"trade\", \"rare earths\"]}"))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed the claim: the problem's current says how")
    public Response edit(long id, Body body) {
        Claim claim = found(Claim.locked(id));
        int expected = body.requiredVersion();
        var draft = body.over(ClaimDraft.of(claim), ClaimDraft.class);
        Article article = draft.article();
        var passage = draft.passage(article, claim.quote());
        claim.requireVersion(expected);
        claim.edit(draft.particulars(), article, passage, session.person(), clock.instant());
        return ClaimAnswers.ok(claim, session.person());
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "Everything that happened to a claim, oldest first")
    public Page<Happened> history(long id) {
        Claim claim = found(Claim.findById(id));
        return new Page<>(claim.history().stream().map(Happened::of).toList(), null);
    }
}
