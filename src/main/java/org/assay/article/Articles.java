package org.assay.article;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.assay.web.Page;
import org.assay.web.Words;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/desk/articles")
@RolesAllowed({"reviewer", "editor"})
class Articles implements FormPage {

    @Inject
    Capture capture;

    @Inject
    ClaimsFound claims;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Article> articles, Map<Long, Long> claims, String q, boolean first);

        static native TemplateInstance create(Form form, Long existing);

        static native TemplateInstance article(
                Article article, List<Highlights.Paragraph> paragraphs, List<ClaimsFound.Found> found);

        static native TemplateInstance edit(Article article, Form current, Form form, Long existing);
    }

    @GET
    public TemplateInstance list(@RestQuery String q, @RestQuery String after) {
        String words = Page.filter("q", q);
        var found =
                Article.newestFirst(Words.pattern(words), Page.after(after, Long.MAX_VALUE), Page.DEFAULT_LIMIT + 1);
        var page = Page.of(found, Page.DEFAULT_LIMIT, article -> String.valueOf(article.id()));
        var counts = claims.count(page.items().stream().map(Article::id).toList());
        return Templates.list(page, counts, words == null ? "" : words, after == null);
    }

    @GET
    @Path("new")
    public TemplateInstance create() {
        return Templates.create(Form.empty().with("language", "en").with("format", "text"), null);
    }

    @POST
    @Transactional
    public Response log(Form form) {
        Article article = capture.capture(form.as(Capture.Draft.class), session.person(), clock.instant());
        return flash.leadTo(
                "/desk/articles/" + article.id(),
                "The article is logged and its text is frozen. Select a passage to log a claim.");
    }

    @GET
    @Path("{id}")
    public TemplateInstance article(long id) {
        Article article = found(Article.findById(id));
        var found = claims.in(id);
        return Templates.article(article, Highlights.of(article.snapshot().text(), found), found);
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(long id) {
        Article article = found(Article.findById(id));
        Form now = Form.of(article.particulars()).with("version", article.version());
        return Templates.edit(article, now, now, null);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response correct(long id, Form form) {
        Article article = found(Article.locked(id));
        article.correct(form.as(Article.Particulars.class), form.version());
        return flash.leadTo("/desk/articles/" + id, "The article's particulars are corrected.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        Long existing = form.reason() instanceof Article.LoggedAlready known ? known.existing() : null;
        if (id == 0) {
            return Templates.create(form, existing);
        }
        Article article = found(Article.findById(id));
        Form now = Form.of(article.particulars());
        return Templates.edit(article, now, form.caughtUpWith(article.version()), existing);
    }
}
