package org.assay.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assay.site.Area;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Every error as a sentence that says what to do: a page for people, RFC 9457 for programs. */
@ApplicationScoped
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    /** It may be that the database did it and could not say so. */
    private static final String UNCERTAIN = "The newsroom's database does not answer right now. Please look in a moment"
            + " whether what you sent is there, and send it again if it is not.";

    @Inject
    Submission submission;

    @Inject
    SecurityIdentity identity;

    @Inject
    MeterRegistry meters;

    @CheckedTemplate(basePath = "Errors")
    static class Templates {
        static native TemplateInstance page(int status, String title, String sentence, boolean desk);

        static native TemplateInstance leftBehind(int status, String title, Form form);

        static native TemplateInstance failedForm(int status, String title, String sentence, String action, Form form);

        static native TemplateInstance noRole(String name, String needed);
    }

    /** A refused form is shown again with everything that was typed; whatever else was refused gets the sentence. */
    @ServerExceptionMapper
    Response refused(Refused refused, Request request, UriInfo uri, SimpleResourceInfo resource) {
        count(refused.kind());
        if (!isApi(uri.getPath())
                && request.getMethod().equals("POST")
                && refused.status() != 403
                && resource != null
                && resource.getResourceClass() != null
                && FormPage.class.isAssignableFrom(resource.getResourceClass())) {
            if (!submission.form().canBeShown()) {
                return leftBehind(uri.getPath(), refused);
            }
            var page = (FormPage)
                    Arc.container().select(resource.getResourceClass()).get();
            String id = uri.getPathParameters().getFirst("id");
            try {
                var shown = page.again(
                        id == null ? 0 : Long.parseLong(id), submission.form().refusedFor(refused));
                return html(refused.status(), shown);
            } catch (NotFoundException gone) {
                return webApplication(gone, uri);
            }
        }
        var answer = answer(uri, refused.status(), refused.getMessage(), refused.details());
        if (refused instanceof Unavailable) {
            answer.getHeaders().putSingle("Retry-After", "1");
        }
        return answer;
    }

    private void count(String kind) {
        meters.counter("assay.refusals", "kind", kind).increment();
    }

    /** Signed in, but without the role: the API names the one that is needed, people are told what they can do. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri, ResourceInfo resource) {
        count("role");
        String needed = Roles.needed(resource);
        if (isApi(uri.getPath())) {
            return problem(403, "This takes the role %s.".formatted(needed), Map.of("role", needed));
        }
        boolean hasAny = Roles.ANY.stream().anyMatch(identity::hasRole);
        return html(403, Templates.noRole(identity.getPrincipal().getName(), hasAny ? needed : ""));
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return answer(uri, status, sentence(status), Map.of());
    }

    @ServerExceptionMapper
    Response busy(ServiceUnavailableException e, UriInfo uri) {
        Response answered = answer(uri, 503, e.getMessage(), Map.of());
        answered.getHeaders()
                .putSingle(HttpHeaders.RETRY_AFTER, e.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER));
        return answered;
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo uri) {
        Response answered = answer(uri, 405, sentence(405), Map.of());
        answered.getHeaders()
                .putSingle(HttpHeaders.ALLOW, String.join(", ", Methods.taken(CurrentRequestManager.get())));
        return answered;
    }

    @ServerExceptionMapper
    Response anything(Throwable e, Request request, UriInfo uri) {
        if (DatabaseAway.isToldBy(e)) {
            LOG.warnf("The database did not answer: %s", e.getClass().getName());
            Response answered = failed(uri, 503, request.getMethod().equals("GET") ? sentence(503) : UNCERTAIN);
            answered.getHeaders().putSingle("Retry-After", "5");
            return answered;
        }
        if (Causes.any(e, ConstraintViolationException.class::isInstance)) {
            LOG.infof("Two wrote the same at once: %s", e.getClass().getName());
            return failed(uri, 409, sentence(409));
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(e, "Failure %s", reference);
        return failed(uri, 500, sentence(500) + " Reference: " + reference);
    }

    /** A form that nothing is wrong with comes back whole too, to be sent again. */
    private Response failed(UriInfo uri, int status, String sentence) {
        if (!submission.form().canBeShown()) {
            return leftBehind(uri.getPath(), new Refused(status, sentence, Map.of()));
        }
        return submission.form().values().isEmpty()
                ? answer(uri, status, sentence, Map.of())
                : failedForm(status, uri.getPath(), submission.form(), sentence);
    }

    static Response failedForm(int status, String path, Form form) {
        return failedForm(status, path, form, sentence(status));
    }

    static Response failedForm(int status, String path, Form form, String sentence) {
        return html(status, Templates.failedForm(status, title(status), sentence, path, form));
    }

    /** Why a form was refused that cannot be shown again; who sent it at the desk still has it in the browser. */
    static Response leftBehind(String path, Refused refused) {
        int status = refused.status();
        return Area.of(path) == Area.DESK
                ? html(
                        status,
                        Templates.leftBehind(status, title(status), Form.empty().refusedFor(refused)))
                : answer(path, status, refused.getMessage(), refused.details());
    }

    private static Response answer(UriInfo uri, int status, String sentence, Map<String, Object> details) {
        return answer(uri.getPath(), status, sentence, details);
    }

    static Response answer(String path, int status, String sentence, Map<String, Object> details) {
        if (GoogleError.isAt(path)) {
            return GoogleError.of(status, sentence);
        }
        return isApi(path)
                ? problem(status, sentence, details)
                : html(status, Templates.page(status, title(status), sentence, Area.of(path) == Area.DESK));
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(page)
                .build();
    }

    static Response problem(int status, String sentence, Map<String, Object> details) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", sentence);
        problem.putAll(details);
        return Response.status(status)
                .type("application/problem+json")
                .header("Cache-Control", "no-store")
                .entity(Json.write(problem))
                .build();
    }

    static boolean isApi(String path) {
        return Area.of(path) == Area.API;
    }

    /** As RFC 9110 calls it, which has newer words than Jakarta REST. */
    static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> known == null ? "Error" : known.getReasonPhrase();
        };
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "What was sent could not be read. Please go back and try again.";
            case 404 -> "There is nothing at this address. It may have been mistyped.";
            case 405 -> "This address does not take that kind of request.";
            case 406 -> "This is not available in the form that was asked for.";
            case 409 ->
                "Somebody else did the same at the same moment. Please look again and repeat what is still needed.";
            case 413 -> "This is more than 4 MB. Please send less.";
            case 415 -> "Please send the body as application/json.";
            case 503 -> "The newsroom's database does not answer right now. Please try again in a moment.";
            default ->
                status < 500
                        ? "This request could not be answered."
                        : "Something went wrong on our side. Nothing was changed; please try again.";
        };
    }
}
