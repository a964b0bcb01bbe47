package org.assay.expert;

import static org.assay.web.Found.found;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.assay.web.Page;
import org.assay.web.Words;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/desk/experts")
@RolesAllowed({"reviewer", "editor"})
class Experts implements FormPage {

    @Inject
    ExpertStatements statements;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Expert> experts, Map<Long, Long> statements, String q, boolean first);

        static native TemplateInstance create(Form form);

        static native TemplateInstance expert(Expert expert, List<ExpertStatements.Statement> statements);

        static native TemplateInstance edit(Expert expert, Form current, Form form);
    }

    @GET
    public TemplateInstance list(@RestQuery String q, @RestQuery String after) {
        String words = Page.filter("q", q);
        var token = ExpertToken.read(after);
        var found = Expert.byName(Words.pattern(words), token.name(), token.id(), Page.DEFAULT_LIMIT + 1);
        var page = Page.of(found, Page.DEFAULT_LIMIT, ExpertToken::after);
        var counts = statements.count(page.items().stream().map(Expert::id).toList());
        return Templates.list(page, counts, words == null ? "" : words, after == null);
    }

    @GET
    @Path("new")
    public TemplateInstance create() {
        return Templates.create(Form.empty());
    }

    @POST
    @Transactional
    public Response add(Form form) {
        Expert expert = new Expert(form.as(Expert.Particulars.class));
        expert.persist();
        return flash.leadTo("/desk/experts/" + expert.id(), "The expert is added.");
    }

    @GET
    @Path("{id}")
    public TemplateInstance expert(long id) {
        return Templates.expert(found(Expert.findById(id)), statements.by(id));
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(long id) {
        Expert expert = found(Expert.findById(id));
        Form now = Form.of(expert.particulars()).with("version", expert.version());
        return Templates.edit(expert, now, now);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response correct(long id, Form form) {
        Expert expert = found(Expert.locked(id));
        expert.correct(form.as(Expert.Particulars.class), form.version());
        return flash.leadTo(
                "/desk/experts/" + id, "The expert's particulars are corrected. Frozen dossiers keep what they said.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        if (id == 0) {
            return Templates.create(form);
        }
        Expert expert = found(Expert.findById(id));
        Form now = Form.of(expert.particulars());
        return Templates.edit(expert, now, form.caughtUpWith(expert.version()));
    }
}
