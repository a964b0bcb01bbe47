package org.assay.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.assay.people.Person;
import org.assay.people.Session;

/** What needs me now, and what I am working on. */
@Path("/desk")
@RolesAllowed({"reviewer", "editor", "admin"})
class Desk {

    private static final int MOST = 25;

    @Inject
    Session session;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance desk(
                Person person, List<ClaimRow> waiting, List<ClaimRow> mine, Map<Stage, Long> counts);
    }

    @GET
    public TemplateInstance desk() {
        Person person = session.person();
        var waiting = ClaimRow.waitingFor(person, MOST);
        var mine = ClaimRow.openOf(person, MOST).stream()
                .filter(row -> !waiting.contains(row))
                .toList();
        return Templates.desk(person, waiting, mine, ClaimRow.countByStage());
    }
}
