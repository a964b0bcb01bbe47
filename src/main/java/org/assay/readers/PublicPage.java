package org.assay.readers;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/**
 * What readers get at an address.
 *
 * @param modified when its content last changed, to the second as HTTP tells it
 * @param claim the claim that it is about; null for a page that any claim may change
 * @param negotiated whether another {@code Accept} gets something else at the same address
 * @param parameters the names of the query's parameters that the page heeds; null where it is made anew each time
 */
public record PublicPage(
        int status,
        String type,
        byte[] body,
        Instant modified,
        Long claim,
        boolean negotiated,
        Set<String> parameters) {

    public static PublicPage of(String type, byte[] body) {
        return new PublicPage(200, type, body, Instant.EPOCH, null, false, Set.of());
    }

    public static PublicPage of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static PublicPage html(TemplateInstance page) {
        return of("text/html;charset=UTF-8", page.render());
    }

    PublicPage withoutBody() {
        return new PublicPage(status, type, new byte[0], modified, claim, negotiated, parameters);
    }

    public PublicPage status(int other) {
        return new PublicPage(other, type, body, modified, claim, negotiated, parameters);
    }

    public PublicPage modified(Instant at) {
        return new PublicPage(status, type, body, at, claim, negotiated, parameters);
    }

    public PublicPage about(long aClaim) {
        return new PublicPage(status, type, body, modified, aClaim, negotiated, parameters);
    }

    public PublicPage byAccept() {
        return new PublicPage(status, type, body, modified, claim, true, parameters);
    }

    public PublicPage heeding(String... names) {
        return new PublicPage(status, type, body, modified, claim, negotiated, Set.of(names));
    }

    /** For what the feed of changes does not keep up to date. */
    public PublicPage neverKept() {
        return new PublicPage(status, type, body, modified, claim, negotiated, null);
    }
}
