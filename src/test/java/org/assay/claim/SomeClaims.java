package org.assay.claim;

import static org.assay.support.Newsrooms.EDITH;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.aNewsroom;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.assay.article.Article;
import org.assay.article.SomeArticles;
import org.assay.expert.Expert;
import org.assay.people.Person;
import org.assay.rating.SomeScales;

/** Claims at every stage, made by the entity's own verbs: rosa works on them, edith decides. */
public final class SomeClaims {

    private SomeClaims() {}

    public static Claim aLoggedClaim() {
        return aClaimLoggedBy(ROSA);
    }

    public static Claim aClaimLoggedBy(Person by) {
        Article article = SomeArticles.anArticle();
        var quote = SomeArticles.aPassage(article, "the controls take effect on 1 December");
        return addressed(Claim.log(someParticulars(), article, quote, by, NOW));
    }

    /** Logged, and ready to be proposed: with a refuting and a supporting piece of evidence of two origins. */
    public static Claim aClaimWithEvidence() {
        return withEvidence(aLoggedClaim());
    }

    public static Claim aProposedClaim() {
        return proposed(aClaimWithEvidence());
    }

    public static Claim aReturnedClaim() {
        return returned(aProposedClaim());
    }

    public static Claim anApprovedClaim() {
        return approved(aProposedClaim());
    }

    public static Claim aPublishedClaim() {
        return published(anApprovedClaim());
    }

    public static Claim aWithdrawnClaim() {
        return withdrawn(aPublishedClaim());
    }

    /** Published before and live still. */
    public static Claim aReopenedClaim() {
        return reopened(aPublishedClaim());
    }

    public static Claim aDroppedClaim() {
        Claim claim = aClaimWithEvidence();
        claim.drop(DropReason.ADVERTISING, null, null, ROSA, NOW);
        return claim;
    }

    /** A stage together with what readers see meanwhile. */
    public record Situation(Stage stage, boolean live, boolean everPublished, Supplier<Claim> claim) {

        @Override
        public String toString() {
            return stage + (live ? ", live" : everPublished ? ", withdrawn before" : ", never published");
        }
    }

    /** Every situation in which a claim can be. */
    public static List<Situation> everySituation() {
        return List.of(
                new Situation(Stage.LOGGED, false, false, SomeClaims::aClaimWithEvidence),
                new Situation(Stage.PROPOSED, false, false, SomeClaims::aProposedClaim),
                new Situation(Stage.PROPOSED, true, true, () -> proposed(aReopenedClaim())),
                new Situation(Stage.PROPOSED, false, true, () -> proposed(reopened(aWithdrawnClaim()))),
                new Situation(Stage.RETURNED, false, false, SomeClaims::aReturnedClaim),
                new Situation(Stage.RETURNED, true, true, () -> returned(proposed(aReopenedClaim()))),
                new Situation(Stage.RETURNED, false, true, () -> returned(proposed(reopened(aWithdrawnClaim())))),
                new Situation(Stage.APPROVED, false, false, SomeClaims::anApprovedClaim),
                new Situation(Stage.APPROVED, true, true, () -> approved(proposed(aReopenedClaim()))),
                new Situation(Stage.APPROVED, false, true, () -> approved(proposed(reopened(aWithdrawnClaim())))),
                new Situation(Stage.PUBLISHED, true, true, SomeClaims::aPublishedClaim),
                new Situation(Stage.WITHDRAWN, false, true, SomeClaims::aWithdrawnClaim),
                new Situation(Stage.REOPENED, false, false, () -> reopened(anApprovedClaim())),
                new Situation(Stage.REOPENED, true, true, SomeClaims::aReopenedClaim),
                new Situation(Stage.REOPENED, false, true, () -> reopened(aWithdrawnClaim())),
                new Situation(Stage.DROPPED, false, false, SomeClaims::aDroppedClaim));
    }

    static List<Situation> situations(Stage... stages) {
        return everySituation().stream()
                .filter(situation -> Arrays.asList(stages).contains(situation.stage()))
                .toList();
    }

    public static Claim withEvidence(Claim claim) {
        claim.attach(someEvidence(), null, ROSA, NOW);
        claim.attach(someEvidence(Stance.SUPPORTS, null, "https://data.example.com/table"), null, ROSA, NOW);
        return claim;
    }

    public static Claim proposed(Claim claim) {
        return proposed(claim, aVerdict());
    }

    public static Claim proposed(Claim claim, Verdict verdict) {
        claim.propose(verdict, SomeScales.theDefaultScale(), aNewsroom(), ROSA, NOW);
        return claim;
    }

    public static Claim returned(Claim claim) {
        claim.sendBack("Please find another origin.", EDITH, NOW);
        return claim;
    }

    public static Claim approved(Claim claim) {
        claim.approve(claim.dossier().digest(), EDITH, NOW);
        return claim;
    }

    public static Claim published(Claim claim) {
        claim.publish(null, EDITH, NOW);
        return claim;
    }

    public static Claim withdrawn(Claim claim) {
        claim.withdraw("The source was forged.", EDITH, NOW);
        return claim;
    }

    public static Claim reopened(Claim claim) {
        claim.reopen("New figures were published.", EDITH, NOW);
        return claim;
    }

    public static Particulars someParticulars() {
        return particulars("The controls take effect on 1 December.", new Claimant("A spokesman", null, null, null));
    }

    static Particulars particulars(String statement, Claimant claimant) {
        return new Particulars(
                statement,
                "en",
                null,
                claimant,
                Wording.STATED,
                LocalDate.of(2026, 11, 19),
                List.of("trade", "rare earths"),
                "Prices depend on it.");
    }

    /** The same claim as it would be if it had been found outside an article. */
    static Particulars elsewhere() {
        return new Particulars(
                "The controls take effect on 1 December.",
                "en",
                new Source("https://video.example.org/7", "A speech"),
                null,
                Wording.STATED,
                null,
                List.of(),
                null);
    }

    public static Evidence.Content someEvidence() {
        return someEvidence(Stance.REFUTES, null, "https://www.example.org/report");
    }

    public static Evidence.Content someEvidence(Stance stance, String origin, String url) {
        return new Evidence.Content(
                stance,
                EvidenceKind.NEWS_REPORT,
                "It names another day.",
                "on 8 November",
                origin,
                new Evidence.Cited("A report", "Example Agency", url, LocalDate.of(2026, 11, 21), null));
    }

    public static Expert anExpert() {
        return new Expert(new Expert.Particulars(
                "Wendy Cutler", "Vice-president", "Asia Society Policy Institute", "Trade", null, null));
    }

    public static Verdict aVerdict() {
        return aVerdict("mostly-false", null);
    }

    public static Verdict aVerdict(String rating, String singleSourceReason) {
        return new Verdict(rating, "Another day was named.", "The **order** names another day.", singleSourceReason);
    }

    /** A claim has its address by the time it is proposed. */
    static Claim addressed(Claim claim) {
        claim.takeSlug("the-controls-take-effect-on-1-december");
        return claim;
    }

    /** The number that the database would have given. */
    static Claim numbered(Claim claim, long id) {
        try {
            var field = Claim.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(claim, id);
            return claim;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
