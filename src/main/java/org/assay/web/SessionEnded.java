package org.assay.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Nobody is signed in. A page leads to the identity provider; a program is told so; and a form that was posted after the
 * session ended is shown whole, to be sent again once its writer has signed in.
 */
@ApplicationScoped
class SessionEnded {

    @CheckedTemplate(basePath = "Errors")
    static class Templates {
        static native TemplateInstance sessionEnded(String action, Form form);
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException e, RoutingContext request) {
        return answer(request);
    }

    @ServerExceptionMapper
    Uni<Response> notAuthenticated(AuthenticationFailedException e, RoutingContext request) {
        return answer(request);
    }

    private Uni<Response> answer(RoutingContext request) {
        if (request.normalizedPath().startsWith("/api/")) {
            return Uni.createFrom().item(bearer());
        }
        return request.request().method() == HttpMethod.POST ? keep(request) : challenge(request);
    }

    private static Response bearer() {
        var response = Errors.problem(401, "Please send a bearer token that is valid.", Map.of());
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response;
    }

    private static Uni<Response> keep(RoutingContext request) {
        return body(request.request())
                .map(sent -> Form.parse(sent.toString(StandardCharsets.UTF_8)))
                .map(form -> Errors.html(401, Templates.sessionEnded(request.normalizedPath(), form)));
    }

    /** A body in chunks does not say how long it is: no more than the limit is kept of it. */
    private static Uni<Buffer> body(HttpServerRequest request) {
        return Uni.createFrom().emitter(whole -> {
            var read = Buffer.buffer();
            request.handler(chunk -> {
                        if (read.length() <= TooLarge.MOST) {
                            read.appendBuffer(chunk);
                        }
                    })
                    .exceptionHandler(whole::fail)
                    .endHandler(end -> {
                        if (read.length() > TooLarge.MOST) {
                            whole.fail(new ClientErrorException(413));
                        } else {
                            whole.complete(read);
                        }
                    })
                    .resume();
        });
    }

    private static Uni<Response> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(challenge -> {
            var response = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
            return response.build();
        });
    }
}
