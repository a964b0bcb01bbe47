package org.assay.claim;

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
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.people.Person;
import org.assay.people.Session;
import org.assay.web.Flash;
import org.assay.web.Form;
import org.assay.web.FormPage;
import org.assay.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/desk/claims")
@RolesAllowed({"reviewer", "editor"})
class Claims implements FormPage {

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Page<ClaimRow> claims, ClaimFilter filter, Map<Stage, Long> counts, boolean first);

        static native TemplateInstance create(Form form, Article article, List<Passage.Candidate> places);

        static native TemplateInstance claim(Claim claim, Person person, List<Event> history);

        static native TemplateInstance edit(
                Claim claim, Article article, Form current, Form form, List<Passage.Candidate> places);
    }

    @GET
    public TemplateInstance list(
            @RestQuery String stage,
            @RestQuery String topic,
            @RestQuery String claimant,
            @RestQuery String publisher,
            @RestQuery String mine,
            @RestQuery String q,
            @RestQuery String after) {
        var filter = ClaimFilter.of(stage, topic, claimant, publisher, mine, q);
        var page = filter.page(session.person(), after, Page.DEFAULT_LIMIT);
        return Templates.list(page, filter, ClaimRow.countByStage(), after == null);
    }

    /** @param article the number of the article in which the quote stands, with the quote's text and position */
    @GET
    @Path("new")
    public TemplateInstance create(@RestQuery Long article, @RestQuery String exact, @RestQuery Integer start) {
        Article found = article == null ? null : Article.findById(article);
        Form form = Form.empty().with("wording", Wording.STATED).with("claimant.type", Claimant.Type.PERSON);
        if (found != null) {
            form = form.with("quote.articleId", found.id())
                    .with("language", found.particulars().language())
                    .with("quote.exact", exact == null ? "" : exact)
                    .with("quote.start", start == null ? "" : start);
        }
        return Templates.create(form, found, List.of());
    }

    @POST
    @Transactional
    public Response log(Form form) {
        var draft = form.as(ClaimDraft.class);
        Article article = draft.article();
        var claim = Claim.log(
                draft.particulars(), article, draft.passage(article, null), session.person(), clock.instant());
        claim.persist();
        return flash.leadTo(
                "/desk/claims/" + claim.id(), "The claim is logged. Now attach the evidence that bears on it.");
    }

    @GET
    @Path("{id}")
    public TemplateInstance claim(long id) {
        Claim claim = found(Claim.findById(id));
        return Templates.claim(claim, session.person(), claim.history().reversed());
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(long id) {
        Claim claim = found(Claim.findById(id));
        Form now = filled(claim).with("version", claim.version());
        return Templates.edit(claim, claim.article(), now, now, List.of());
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response save(long id, Form form) {
        Claim claim = found(Claim.locked(id));
        var draft = form.as(ClaimDraft.class);
        claim.requireVersion(form.version());
        Article article = draft.article();
        claim.edit(
                draft.particulars(), article, draft.passage(article, claim.quote()), session.person(), clock.instant());
        return flash.leadTo("/desk/claims/" + id, "The claim is saved.");
    }

    @Override
    public TemplateInstance again(long id, Form form) {
        var places = form.reason() instanceof Passage.Ambiguous ambiguous
                ? ambiguous.candidates()
                : List.<Passage.Candidate>of();
        Article article = form.value("quote.articleId").matches("[0-9]{1,18}")
                ? Article.findById(Long.valueOf(form.value("quote.articleId")))
                : null;
        if (id == 0) {
            return Templates.create(form, article, places);
        }
        Claim claim = found(Claim.findById(id));
        return Templates.edit(claim, article, filled(claim), form.caughtUpWith(claim.version()), places);
    }

    private static Form filled(Claim claim) {
        return Form.of(ClaimDraft.of(claim));
    }
}
