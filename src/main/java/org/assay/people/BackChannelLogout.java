package org.assay.people;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Where the identity provider says that a session is over (OpenID Connect Back-Channel Logout 1.0). Quarkus' own place for it
 * keeps what it is told in the memory of one replica.
 */
@Path("/back-channel-logout")
@PermitAll
class BackChannelLogout {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Pattern TOKEN = Pattern.compile("(?:^|&)logout_token=([\\w-]+\\.[\\w-]+\\.[\\w-]+)(?:&|$)");

    private static final Duration KEYS_TAKE_AT_MOST = Duration.ofSeconds(10);

    @Inject
    @Tenant("back-channel")
    TenantIdentityProvider provider;

    @Inject
    EndedSessions ended;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response end(InputStream form) throws SQLException, IOException {
        var sent = TOKEN.matcher(new String(form.readAllBytes(), StandardCharsets.US_ASCII));
        if (!sent.find()) {
            return refused("Please send a logout_token.");
        }
        JsonWebToken token;
        try {
            token = verified(sent.group(1));
        } catch (AuthenticationFailedException e) {
            return refused("This token is not the provider's, not for this client, or too old.");
        }
        String sid = token.getClaim("sid");
        if (!isLogout(token) || (sid == null && token.getSubject() == null)) {
            return refused("This token ends no session.");
        }
        String id = sid == null ? EndedSessions.everySessionOf(token.getSubject()) : EndedSessions.session(sid);
        return ended.end(id, Instant.ofEpochSecond(token.getIssuedAtTime()), token.getTokenID(), clock.instant())
                ? answer(Response.ok())
                : refused("This token was taken before.");
    }

    private JsonWebToken verified(String sent) {
        return (JsonWebToken) provider.authenticate(new AccessTokenCredential(sent))
                .await()
                .atMost(KEYS_TAKE_AT_MOST)
                .getPrincipal();
    }

    /** As the specification's 2.6 has it: an ID token, which has a nonce, can never pass for one. */
    private static boolean isLogout(JsonWebToken token) {
        return token.getClaim("events") instanceof Map<?, ?> events
                && events.containsKey(EVENT)
                && token.getTokenID() != null
                && !token.containsClaim("nonce");
    }

    private static Response refused(String why) {
        return answer(Response.status(400)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", "invalid_request", "error_description", why)));
    }

    private static Response answer(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store").build();
    }
}
