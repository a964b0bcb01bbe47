package org.assay.article;

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
import org.assay.once.Once;
import org.assay.people.Session;
import org.assay.web.Body;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/articles")
@Tag(name = "Articles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ArticleApi {

    @Inject
    Capture capture;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @POST
    @Transactional
    @Once
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Log an article and freeze its text; the same address is logged once")
    @RequestBody(content = @Content(schema = @Schema(implementation = Capture.Draft.class), example = """
                            {"url": "https://example.org/trade/talks", "title": "Talks on rare earths", "language": "en",
                             "text": "A spokesman said that the controls take effect on 1 December.",
                             "publisher": "Example Courier", "publishedOn": "2025-10-19"}"""))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Article.View.class)))
    @APIResponse(responseCode = "409", description = "Logged already: the problem's existing.id says where")
    public Response log(Body body) {
        Article article = capture.capture(body.as(Capture.Draft.class), session.person(), clock.instant());
        return answer(Response.created(URI.create("/api/v1/articles/" + article.id())), article);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"reviewer", "editor", "admin"})
    @Operation(summary = "An article with its snapshot")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Article.View.class)))
    public Response get(long id) {
        return answer(Response.ok(), found(Article.findById(id)));
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @RolesAllowed({"reviewer", "editor"})
    @Operation(summary = "Correct an article's particulars; its text never changes")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Article.Particulars.class),
                            example = "{\"byline\": \"Jane Example\"}"))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Article.View.class)))
    public Response correct(long id, Body body) {
        Article article = found(Article.locked(id));
        article.correct(body.over(article.particulars(), Article.Particulars.class), body.version());
        return answer(Response.ok(), article);
    }

    private static Response answer(Response.ResponseBuilder response, Article article) {
        return response.tag(String.valueOf(article.version()))
                .entity(article.view())
                .build();
    }
}
