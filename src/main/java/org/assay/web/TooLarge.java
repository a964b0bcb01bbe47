package org.assay.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body of more than 4 MB with a sentence: by its announced length, or else when that much was read. */
@ApplicationScoped
class TooLarge {

    private static final int MOST = 4 * 1024 * 1024;

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > MOST) {
            throw new ClientErrorException(413);
        }
    }

    /** The whole body, which may have come in chunks without saying how long it is. */
    static byte[] read(InputStream body) throws IOException {
        byte[] read = body.readNBytes(MOST + 1);
        if (read.length > MOST) {
            throw new ClientErrorException(413);
        }
        return read;
    }
}
