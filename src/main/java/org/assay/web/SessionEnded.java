package org.assay.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import org.assay.limits.Rates;
import org.assay.people.SessionUnknown;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Nobody is signed in. Whoever asks for a page is led to the identity provider; a program is told so; and a form that was
 * posted after the session ended is shown whole, to be sent again once its writer has signed in.
 */
@ApplicationScoped
class SessionEnded {

    private static final Logger LOG = Logger.getLogger(SessionEnded.class);

    @Inject
    Rates rates;

    @Inject
    Crowded crowded;

    @Inject
    Bodies bodies;

    @CheckedTemplate(basePath = "Errors")
    static class Templates {
        static native TemplateInstance sessionEnded(String action, Form form);

        static native TemplateInstance signIn(String provider);
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException e, RoutingContext request) {
        return answer(request);
    }

    @ServerExceptionMapper
    Uni<Response> notAuthenticated(AuthenticationFailedException e, RoutingContext request) {
        return answer(request);
    }

    /**
     * The provider broke the sign-in off, or vouches for the session no longer. A page does not lead to it again by itself,
     * which could go on for ever.
     */
    @ServerExceptionMapper
    Uni<Response> notCompleted(AuthenticationCompletionException e, RoutingContext request) {
        LOG.warn("A sign-in was not completed");
        return request.request().method() == HttpMethod.POST
                ? answer(request)
                : Uni.createFrom()
                        .item(Errors.answer(
                                request.normalizedPath(),
                                401,
                                "You could not be signed in. Please go to the desk to try again.",
                                Map.of()));
    }

    /** Whoever it was keeps their session, and what they typed, for when the database is back. */
    @ServerExceptionMapper
    Uni<Response> unknown(SessionUnknown e, RoutingContext request) {
        LOG.warnf(
                "The database did not say whether a session has ended: %s",
                e.getCause() instanceof SQLException refused
                        ? refused.getSQLState()
                        : e.getCause().getClass());
        String path = request.normalizedPath();
        Uni<Response> told = request.request().method() == HttpMethod.POST
                ? bodies.comeBack(request, form -> Errors.failedForm(503, path, form))
                : Uni.createFrom().item(() -> Errors.answer(path, 503, Errors.sentence(503), Map.of()));
        return told.invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, "5"));
    }

    private Uni<Response> answer(RoutingContext request) {
        var tooMany = rates.unknown(request);
        if (tooMany != null) {
            return crowded.told(tooMany, request);
        }
        if (Errors.isApi(request.normalizedPath())) {
            return Uni.createFrom().item(bearer());
        }
        return request.request().method() == HttpMethod.POST
                ? bodies.comeBack(
                        request, form -> Errors.html(401, Templates.sessionEnded(request.normalizedPath(), form)))
                : challenge(request);
    }

    private static Response bearer() {
        var response = Errors.problem(401, "Please send a bearer token that is valid.", Map.of());
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response;
    }

    private static Uni<Response> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(challenge -> {
            var response = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
            var answer = response.build();
            return answer.getLocation() != null && comesFromAPage(request.request())
                    ? Errors.html(401, Templates.signIn(answer.getLocation().toString()))
                    : answer;
        });
    }

    /**
     * Whether a page's form may have sent this. Browsers hold the redirects of a form to the page's form-action, and no
     * policy of ours can name every host of a provider, so a page must stand between.
     */
    private static boolean comesFromAPage(HttpServerRequest request) {
        return request.getHeader("Referer") != null || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
