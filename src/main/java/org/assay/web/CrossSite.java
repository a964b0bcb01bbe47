package org.assay.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Map;
import org.assay.site.Area;
import org.assay.site.SafeMethods;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site makes a browser send to the desk. The browser says where a request comes from
 * (Fetch Metadata, else Origin); no token is needed, so none can expire under a long form.
 */
@ApplicationScoped
class CrossSite {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        boolean writes = !SafeMethods.include(request.getMethod());
        if (writes && Area.of(request.getUriInfo().getPath()) == Area.DESK && !isOurs(request)) {
            throw new Refused(
                    403,
                    "This form was sent from another site, so nothing was done. Please send it from the desk's own page.",
                    Map.of());
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        URI own = request.getUriInfo().getBaseUri();
        try {
            return origin != null
                    && URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(request.getHeaderString(HttpHeaders.HOST))
                    && URI.create(origin).getScheme().equals(own.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
