package org.assay.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assay.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

/** Everything that ever happened, newest first. */
@Path("/desk/audit")
@RolesAllowed("admin")
class Audit {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Page<EventRow> events, EventFilter filter, List<String> kinds, boolean first);
    }

    @GET
    public TemplateInstance list(
            @RestQuery String who, @RestQuery String what, @RestQuery String claim, @RestQuery String after) {
        var filter = EventFilter.of(who, what, claim);
        var kinds = Stream.concat(Stream.of(Move.values()), Stream.of(Change.values()))
                .map(Object::toString)
                .toList();
        return Templates.list(filter.page(after, Page.DEFAULT_LIMIT), filter, kinds, after == null);
    }
}
