package org.assay.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One sentence from a form to the page that follows it. Only the desk has it: readers never get a cookie. */
@Named("flash")
@RequestScoped
public class Flash {

    private static final long SECONDS = 60;

    @Inject
    RoutingContext request;

    /** Two newsrooms on one host keep their sentences apart as they keep their sessions apart. */
    @ConfigProperty(name = "quarkus.oidc.authentication.cookie-suffix")
    String suffix;

    /** Leads from a form that was sent to the page that shows what came of it, which says this sentence. */
    public Response leadTo(String path, String sentence) {
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(sentence.getBytes(StandardCharsets.UTF_8)), SECONDS);
        return Response.seeOther(URI.create(path)).build();
    }

    /** The sentence, once; empty where there is none. */
    public String take() {
        Cookie cookie = request.request().getCookie(name());
        if (cookie == null || cookie.getValue().isEmpty()) {
            return "";
        }
        set("", 0);
        try {
            return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void set(String value, long seconds) {
        request.response()
                .addCookie(Cookie.cookie(name(), value)
                        .setPath("/desk")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setSecure(request.request().isSSL())
                        .setMaxAge(seconds));
    }

    private String name() {
        return "assay_said_" + suffix;
    }
}
