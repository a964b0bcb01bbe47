package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider, as far as programs and ends of sessions need one: its metadata, its keys, and tokens that it signed. */
public final class Provider implements QuarkusTestResourceLifecycleManager {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final RsaJsonWebKey key = aKey("the-providers");
    private HttpServer server;
    private int port;
    private String url;

    /** On a port that stays the same, however often it stops. */
    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        url = "http://localhost:" + port;
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                "authorization_endpoint": "%1$s/authorize", "end_session_endpoint": "%1$s/end"}""".formatted(url));
        answer("/keys", "{\"keys\": [" + key.toJson() + "]}");
        server.start();
        return Map.of("quarkus.oidc.back-channel.auth-server-url", url, "quarkus.oidc.api.auth-server-url", url);
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Provider.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** That a session is over, as a provider would say it just now; for a test to change. */
    public JwtClaims logout() {
        var claims = issued("quarkus-app");
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        return claims;
    }

    /** What a program's token says; for a test to change. */
    public JwtClaims program(String audience) {
        var claims = issued(audience);
        claims.setSubject("a-program");
        return claims;
    }

    private JwtClaims issued(String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setAudience(audience);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setGeneratedJwtId();
        return claims;
    }

    public String signed(JwtClaims claims) {
        return signed(claims, key);
    }

    /** By somebody else, who says that it was the provider. */
    public String forged(JwtClaims claims) {
        return signed(claims, aKey(key.getKeyId()));
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey by) {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(by.getPrivateKey());
        token.setKeyIdHeaderValue(by.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey aKey(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
