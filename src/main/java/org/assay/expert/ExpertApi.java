package org.assay.expert;

import static org.assay.web.Found.found;

import jakarta.annotation.security.RolesAllowed;
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
import org.assay.once.Once;
import org.assay.web.Body;
import org.assay.web.Page;
import org.assay.web.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/experts")
@Tag(name = "Experts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ExpertApi {

    @GET
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "Experts by name")
    public Page<Expert.View> list(@RestQuery String q, @RestQuery String after, @RestQuery String limit) {
        int most = Page.limit(limit);
        var token = ExpertToken.read(after);
        var found = Expert.byName(Words.pattern(Page.filter("q", q)), token.name(), token.id(), most + 1);
        return Page.of(found, most, ExpertToken::after).map(Expert::view);
    }

    @POST
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Add an expert")
    @RequestBody(content = @Content(schema = @Schema(implementation = Expert.Particulars.class), example = """
                            {"name": "Wendy Cutler", "position": "Vice-president", "affiliation": "Asia Society Policy Institute",
                             "field": "Trade policy"}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Expert.View.class)))
    public Response add(Body body) {
        Expert expert = new Expert(body.as(Expert.Particulars.class));
        expert.persist();
        return answer(Response.created(URI.create("/api/v1/experts/" + expert.id())), expert);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "An expert")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Expert.View.class)))
    public Response get(long id) {
        return answer(Response.ok(), found(Expert.findById(id)));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Correct an expert's particulars; frozen dossiers keep what they said")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Expert.Particulars.class),
                            example = "{\"interests\": \"Advised the government until 2020.\"}"))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Expert.View.class)))
    public Response correct(long id, Body body) {
        Expert expert = found(Expert.locked(id));
        expert.correct(body.over(expert.particulars(), Expert.Particulars.class), body.version());
        return answer(Response.ok(), expert);
    }

    private static Response answer(Response.ResponseBuilder response, Expert expert) {
        return response.tag(String.valueOf(expert.version()))
                .entity(expert.view())
                .build();
    }
}
