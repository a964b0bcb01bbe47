package org.assay.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
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

/** Many claims at once, made by the domain's own moves: rosa reviews, emil edits. */
public final class EveryStage {

    private final Proposing proposing;
    private final Clock clock;
    private final Person rosa = person("rosa", Role.REVIEWER);
    private final Person emil = person("emil", Role.EDITOR);

    public EveryStage(Proposing proposing, Clock clock) {
        this.proposing = proposing;
        this.clock = clock;
    }

    /** Claims in one article: by turns logged, published, proposed, approved and returned. */
    public void fill(long article, int claims) {
        for (int i = 0; i < claims; i++) {
            int turn = i % 5;
            QuarkusTransaction.requiringNew().run(() -> {
                Claim claim = logged(article);
                attach(claim, 1);
                if (turn == 0) {
                    return;
                }
                propose(claim);
                if (turn == 4) {
                    claim.sendBack("Once more.", emil, clock.instant());
                } else if (turn != 2) {
                    claim.approve(claim.dossier().digest(), emil, clock.instant());
                    claim.persistAndFlush();
                    if (turn == 1) {
                        Publication.publish(claim, new PublishedVersion.Draft(null, null), emil, clock.instant());
                    }
                }
            });
        }
    }

    /** A claim with that much evidence, each by another expert, that is published and then reopened. */
    public long withEvidence(int pieces) {
        long article = Given.anArticle();
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = logged(article);
            attach(claim, pieces);
            propose(claim);
            claim.approve(claim.dossier().digest(), emil, clock.instant());
            claim.persistAndFlush();
            Publication.publish(claim, new PublishedVersion.Draft(null, null), emil, clock.instant());
            claim.reopen("New figures.", emil, clock.instant());
            claim.persistAndFlush();
            return claim.id();
        });
    }

    private Claim logged(long articleId) {
        Article article = Article.findById(articleId);
        var quote = Passage.find(
                article.snapshot().text(),
                new Passage.Quote(articleId, "the levy rose to 157 per cent", null, null, null));
        var particulars = new Particulars(
                "The levy rose.",
                "en",
                null,
                new Claimant("Mina Minister", null, null, Claimant.Type.PERSON),
                Wording.STATED,
                null,
                List.of("trade"),
                null);
        Claim claim = Claim.log(particulars, article, quote, rosa, clock.instant());
        claim.persistAndFlush();
        return claim;
    }

    private void attach(Claim claim, int pieces) {
        for (int i = 0; i < pieces; i++) {
            var expert = new Expert(new Expert.Particulars("Expert " + i, null, null, null, null, null));
            expert.persist();
            claim.attach(
                    new Evidence.Content(
                            Stance.values()[i % 3],
                            EvidenceKind.EXPERT_STATEMENT,
                            "Why it matters.",
                            null,
                            "origin " + i,
                            new Evidence.Cited("Source", null, null, null, null)),
                    expert,
                    rosa,
                    clock.instant());
        }
        claim.persistAndFlush();
    }

    private void propose(Claim claim) {
        proposing.propose(
                claim, new Verdict("false", "It fell.", "It *fell*.", "One is enough."), rosa, clock.instant());
        claim.persistAndFlush();
    }

    /** Somebody under the subject that their sign-in gives them. */
    private static Person person(String user, Role role) {
        String payload = Api.token(user).split("\\.")[1];
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return new Person(JsonPath.from(claims).getString("sub"), user, Set.of(role));
    }
}
