package org.assay.support;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.assay.article.Article;
import org.assay.article.Passage;
import org.assay.claim.Claim;
import org.assay.claim.Claimant;
import org.assay.claim.Evidence;
import org.assay.claim.EvidenceKind;
import org.assay.claim.Particulars;
import org.assay.claim.Proposing;
import org.assay.claim.Stance;
import org.assay.claim.Verdict;
import org.assay.claim.Wording;
import org.assay.expert.Expert;
import org.assay.people.Person;
import org.assay.people.Role;
import org.assay.publication.Publication;
import org.assay.publication.PublishedVersion;

/** Published checks in numbers that no test could ask the API for. */
public final class Published {

    private static final Person ROSA = new Person("rosa", "rosa", Set.of(Role.REVIEWER));
    private static final Person EMIL = new Person("emil", "emil", Set.of(Role.EDITOR));
    private static final int AT_ONCE = 50;

    private Published() {}

    /** What differs between them. @param rating a label's key */
    public record Check(
            String statement, String language, String claimant, String topic, LocalDate claimedOn, String rating) {
        public static Check of(String statement) {
            return new Check(statement, "en", "Mina Minister", "trade", LocalDate.of(2026, 1, 1), "false");
        }
    }

    public static List<Long> many(int number, IntFunction<Check> check) {
        long article = Given.anArticle();
        var claims = new ArrayList<Long>();
        for (int from = 0; from < number; from += AT_ONCE) {
            int start = from;
            int end = Math.min(number, from + AT_ONCE);
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = start; i < end; i++) {
                    claims.add(published(article, check.apply(i)));
                }
            });
        }
        return claims;
    }

    /** Whose reviewer and editor are both called so. */
    public static long by(String name, Check check) {
        String before = name.substring(0, Math.min(28, name.length() - 1));
        long article = Given.anArticle("It says: %s %s and no more.".formatted(before, name));
        var reviewer = new Person("a-reviewer", name, Set.of(Role.REVIEWER));
        var editor = new Person("an-editor", name, Set.of(Role.EDITOR));
        return QuarkusTransaction.requiringNew().call(() -> published(article, name, check, reviewer, editor));
    }

    private static long published(long articleId, Check check) {
        return published(articleId, "the levy rose to 157 per cent", check, ROSA, EMIL);
    }

    private static long published(long articleId, String exact, Check check, Person reviewer, Person editor) {
        var clock = Arc.container().instance(Clock.class).get();
        var proposing = Arc.container().instance(Proposing.class).get();
        Article article = Article.findById(articleId);
        var quote = Passage.find(
                article.snapshot().text(),
                new Passage.Quote(articleId, exact, null, null, null));
        var particulars = new Particulars(
                check.statement(),
                check.language(),
                null,
                new Claimant(check.claimant(), null, null, Claimant.Type.PERSON),
                Wording.STATED,
                check.claimedOn(),
                List.of(check.topic()),
                null);
        Claim claim = Claim.log(particulars, article, quote, reviewer, clock.instant());
        claim.persistAndFlush();
        var expert = new Expert(new Expert.Particulars("Wendy Cutler", null, null, null, null, null));
        expert.persist();
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.EXPERT_STATEMENT,
                        "She negotiated for years.",
                        null,
                        null,
                        new Evidence.Cited("Source", null, "https://example.org/", null, null)),
                expert,
                reviewer,
                clock.instant());
        claim.persistAndFlush();
        proposing.propose(
                claim, new Verdict(check.rating(), "It fell.", "It *fell*.", "One is enough."), reviewer, clock.instant());
        claim.persistAndFlush();
        claim.approve(claim.dossier().digest(), editor, clock.instant());
        claim.persistAndFlush();
        Publication.publish(claim, new PublishedVersion.Draft(null, null), editor, clock.instant());
        return claim.id();
    }
}
