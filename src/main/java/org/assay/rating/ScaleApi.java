package org.assay.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.assay.once.Once;
import org.assay.people.Session;
import org.assay.web.Body;
import org.assay.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/scales")
@Tag(name = "Rating scales")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ScaleApi {

    @Inject
    Defining defining;

    @Inject
    Session session;

    /** A rating scale as JSON gives one. */
    record View(int version, Instant definedAt, String definedBy, List<Rating> labels) {
        static View of(RatingScale scale) {
            return new View(scale.version(), scale.definedAt(), scale.definedBy(), scale.labels());
        }
    }

    @GET
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "All versions of the rating scale, the one in force first")
    public Page<View> list() {
        return new Page<>(RatingScale.newestFirst().stream().map(View::of).toList(), null);
    }

    @POST
    @Transactional
    @Once
    @RolesAllowed("admin")
    @Operation(summary = "Add a version; verdicts keep the one they were given on")
    @RequestBody(content = @Content(schema = @Schema(implementation = RatingScale.Draft.class), example = """
                            {"labels": [{"key": "false", "name": "False", "definition": "It is not so.", "number": 1},
                             {"key": "true", "name": "True", "definition": "It is so.", "number": 2}]}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response add(Body body) {
        var scale = defining.define(body.as(RatingScale.Draft.class), session.person());
        return Response.status(201).entity(View.of(scale)).build();
    }
}
