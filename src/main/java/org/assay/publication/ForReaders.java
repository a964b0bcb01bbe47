package org.assay.publication;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assay.web.Sha256;

/** What readers and their programs get: anyone may cache it, and asks each time whether it still holds. */
final class ForReaders {

    private ForReaders() {}

    static Response page(int status, TemplateInstance template, Request request) {
        return text(status, MediaType.TEXT_HTML_TYPE, template.render(), request);
    }

    static Response text(int status, MediaType type, String text, Request request) {
        return bytes(status, type.withCharset("UTF-8"), text.getBytes(StandardCharsets.UTF_8), request);
    }

    static Response bytes(int status, MediaType type, byte[] body, Request request) {
        var tag = new EntityTag(Sha256.of(body).substring(0, 32));
        var unchanged = status == 200 ? request.evaluatePreconditions(tag) : null;
        var response = unchanged == null ? Response.status(status).type(type).entity(body) : unchanged;
        return response.tag(tag).header("Cache-Control", "public, no-cache").build();
    }

    /** For good: whoever asked may remember it. */
    static Response moved(String address, UriInfo asked) {
        String query = asked.getRequestUri().getRawQuery();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(query == null ? address : address + "?" + query))
                .header("Cache-Control", "public, no-cache")
                .build();
    }
}
