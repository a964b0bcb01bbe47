package org.assay.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A desk's session is in its encrypted cookie alone, so that any replica can serve it; one that has ended opens nothing. It
 * extends Quarkus' own keeper of cookies, since to any other Quarkus shows the tokens only encrypted.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskSessions extends DefaultTokenStateManager {

    private static final String UNKNOWN = SessionUnknown.class.getName();

    @Inject
    EndedSessions ended;

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return super.getTokens(request, config, cookie, context)
                .chain(tokens -> context.runBlocking(() -> unlessEnded(tokens, request)));
    }

    private AuthorizationCodeTokens unlessEnded(AuthorizationCodeTokens tokens, RoutingContext request) {
        try {
            if (ended.include(claims(tokens.getIdToken()))) {
                throw new AuthenticationFailedException("This session has ended.");
            }
        } catch (SQLException e) {
            // Failing here would take the cookie away, and sign everybody out while the database is away.
            request.put(UNKNOWN, new SessionUnknown(e));
        }
        return tokens;
    }

    /** Unverified as yet, but out of a cookie that only we can encrypt. */
    private static JsonObject claims(String idToken) {
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]), UTF_8));
        } catch (RuntimeException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    /** Lets nobody in of whom it is not known whether their session has ended. */
    @ServerRequestFilter
    void refuseUnknown(RoutingContext request) {
        if (request.get(UNKNOWN) instanceof SessionUnknown unknown) {
            throw unknown;
        }
    }
}
