package org.assay.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assay.article.Article;
import org.assay.article.Capture;
import org.assay.article.Passage;
import org.assay.claim.Claim;
import org.assay.claim.Claimant;
import org.assay.claim.DropReason;
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

/** A newsroom at work on one story, with a claim at every stage: written at the first start of dev mode. */
@ApplicationScoped
@IfBuildProfile("dev")
class Demonstration {

    private static final Person ROSA = new Person("rosa", "Rosa", Set.of(Role.REVIEWER));
    private static final Person RAVI = new Person("ravi", "Ravi", Set.of(Role.REVIEWER));
    private static final Person EDITH = new Person("edith", "Edith", Set.of(Role.EDITOR));
    private static final Person EMIL = new Person("emil", "Emil", Set.of(Role.EDITOR));

    private static final Claimant BESSENT = new Claimant(
            "Scott Bessent",
            "US Treasury Secretary",
            "https://en.wikipedia.org/wiki/Scott_Bessent",
            Claimant.Type.PERSON);

    private static final LocalDate REMARKS = LocalDate.of(2025, 10, 15);

    @Inject
    Capture capture;

    @Inject
    Proposing proposing;

    @Inject
    Clock clock;

    @Transactional
    void write(@Observes StartupEvent start) {
        if (Article.count() > 0) {
            return;
        }
        Instant began = clock.instant().minus(Duration.ofDays(6));
        Article story = capture.capture(
                new Capture.Draft(
                        "https://demonstration.example.org/trade/rare-earths-talks",
                        "Washington and Beijing return to the table over rare earths (demonstration)",
                        DemonstrationStory.TEXT,
                        "en",
                        "The Demonstration Courier",
                        "Demonstration desk",
                        LocalDate.of(2025, 10, 18),
                        Capture.Format.TEXT),
                ROSA,
                began);
        wentRogue(story, began.plus(Duration.ofHours(1)));
        escalation(story, began.plus(Duration.ofHours(5)));
        averageLevy(story, began.plus(Duration.ofHours(26)));
        previousHigh(story, began.plus(Duration.ofHours(30)));
        december(story, began.plus(Duration.ofHours(50)));
        advertising(story, began.plus(Duration.ofHours(52)));
    }

    /** The story's centre: published, reopened for a correction, and published again. */
    private void wentRogue(Article story, Instant at) {
        Claim claim = log(
                story,
                "Li Chenggang imposed the export controls on his own, without orders from above.",
                "Bessent suggested that Xi Jinping may not have known of the export controls, and pointed to Li Chenggang",
                BESSENT,
                Wording.IMPLIED,
                List.of("trade", "rare earths", "China"),
                "If a negotiator acted alone, the controls could be undone quietly; if not, they are policy.",
                ROSA,
                at);
        Expert cutler = new Expert(new Expert.Particulars(
                "Wendy Cutler",
                "Vice-president",
                "Asia Society Policy Institute",
                "Trade policy and negotiation",
                "https://asiasociety.org/policy-institute/wendy-cutler",
                "Worked for the Office of the US Trade Representative for nearly three decades."));
        cutler.persist();
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.EXPERT_STATEMENT,
                        "She negotiated trade with Chinese officials for years and knows how such decisions are made.",
                        "is not credible",
                        null,
                        cited("Wendy Cutler on the negotiators, as the story quotes her", "The Demonstration Courier",
                                "https://demonstration.example.org/trade/rare-earths-talks", LocalDate.of(2025, 10, 18))),
                cutler,
                ROSA,
                at.plusSeconds(1200));
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.PRIMARY_DOCUMENT,
                        "The controls were announced by the ministry under its own number: an act of the state, not of a person.",
                        null,
                        null,
                        cited("Announcement on export controls of rare earth items", "Ministry of Commerce (demonstration copy)",
                                "https://ministry.example.org/announcements/rare-earths", LocalDate.of(2025, 10, 9))),
                null,
                RAVI,
                at.plusSeconds(5400));
        claim.attach(
                new Evidence.Content(
                        Stance.CONTEXT,
                        EvidenceKind.NEWS_REPORT,
                        "Li had led the Chinese side in several rounds of talks before, which speaks for his standing.",
                        null,
                        null,
                        cited("Who sits at the table: the two delegations", "Example Wire",
                                "https://wire.example.org/delegations", LocalDate.of(2025, 9, 16))),
                null,
                ROSA,
                at.plusSeconds(9000));
        proposing.propose(claim, new Verdict("mostly-false", "The ministry itself announced the controls, and an expert who"
                + " negotiated with Beijing holds that a seasoned negotiator going rogue “is not credible”.",
                """
                What **Bessent** said is a suggestion: that Xi Jinping may not have known, and that Li Chenggang was behind it. \
                The reading that Li acted without orders is ours, and it is what this check weighs.

                ### What speaks against it

                - The controls were announced by the Ministry of Commerce, under its own number.
                - [Wendy Cutler](https://asiasociety.org/policy-institute/wendy-cutler) says that Li must have been under orders.

                ### What we do not know

                Nobody outside the leadership has seen the order itself. That is why the rating is not plainly *False*.
                """, null), ROSA, at.plus(Duration.ofHours(20)));
        sign(claim, EMIL, at.plus(Duration.ofHours(22)));
        publish(claim, new PublishedVersion.Draft(null, null), EMIL, at.plus(Duration.ofHours(23)));
        claim.reopen("Cutler's years in office need naming among her interests.", EDITH, at.plus(Duration.ofHours(70)));
        claim.attach(
                new Evidence.Content(
                        Stance.CONTEXT,
                        EvidenceKind.RESEARCH,
                        "Export decisions of this kind pass several bodies before they are announced.",
                        null,
                        null,
                        cited("How export controls are decided", "Example Institute",
                                "https://institute.example.org/papers/export-controls", LocalDate.of(2024, 5, 2))),
                null,
                ROSA,
                at.plus(Duration.ofHours(71)));
        proposing.propose(claim, claim.dossier().verdict(), ROSA, at.plus(Duration.ofHours(72)));
        sign(claim, EMIL, at.plus(Duration.ofHours(73)));
        publish(
                claim,
                new PublishedVersion.Draft(
                        PublishedVersion.Change.UPDATE,
                        "Research on how export controls are decided was added. The rating is unchanged."),
                EMIL,
                at.plus(Duration.ofHours(74)));
    }

    /** Waits for an editor. */
    private void escalation(Article story, Instant at) {
        Claim claim = log(
                story,
                "The export controls are an escalation that nothing provoked.",
                "“substantial unprovoked escalation”",
                BESSENT,
                Wording.STATED,
                List.of("trade", "rare earths"),
                "Who began decides how readers judge the answer.",
                RAVI,
                at);
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.PRIMARY_DOCUMENT,
                        "A rule that widened US export restrictions to subsidiaries was announced ten days earlier.",
                        null,
                        null,
                        cited("Rule on affiliates of listed entities", "Federal gazette (demonstration copy)",
                                "https://gazette.example.org/affiliates-rule", LocalDate.of(2025, 9, 29))),
                null,
                RAVI,
                at.plusSeconds(3000));
        claim.attach(
                new Evidence.Content(
                        Stance.SUPPORTS,
                        EvidenceKind.NEWS_REPORT,
                        "The scope of the controls went far beyond what either side had done before.",
                        null,
                        null,
                        cited("What the new controls cover", "Example Wire", "https://wire.example.org/scope",
                                LocalDate.of(2025, 10, 10))),
                null,
                RAVI,
                at.plusSeconds(4000));
        proposing.propose(claim, new Verdict("missing-context",
                "The step was large, but it followed a widening of US export rules that the remark leaves out.",
                "Both sides had taken steps in the weeks before. *Unprovoked* leaves out the one on the American side.",
                null), RAVI, at.plus(Duration.ofHours(40)));
    }

    /** Came back with a note. */
    private void averageLevy(Article story, Instant at) {
        Claim claim = log(
                story,
                "A further 100% tariff would bring the average levy on Chinese goods to 157%.",
                "the average levy to 157%",
                null,
                Wording.STATED,
                List.of("tariffs", "trade"),
                "A figure that is repeated everywhere and derived nowhere.",
                ROSA,
                at);
        claim.attach(
                new Evidence.Content(
                        Stance.SUPPORTS,
                        EvidenceKind.DATA,
                        "Adds the announced rate to the average that is in force.",
                        null,
                        null,
                        cited("Tariff tracker", "Example Institute", "https://institute.example.org/tariffs",
                                LocalDate.of(2025, 10, 12))),
                null,
                ROSA,
                at.plusSeconds(600));
        proposing.propose(claim, new Verdict("mostly-true", "The sum is right for the average, which hides wide differences.",
                "57% is in force on average; 100 points more make 157%.",
                "The tracker publishes its data and method, and we computed the average again."), ROSA,
                at.plus(Duration.ofHours(2)));
        claim.sendBack("Please find a second origin for the 57% before this goes out.", EDITH, at.plus(Duration.ofHours(4)));
    }

    /** Signed, and not yet published. */
    private void previousHigh(Article story, Instant at) {
        Claim claim = log(
                story,
                "The highest US tariff on Chinese goods earlier this year was 145%.",
                "the previous high of 145%",
                null,
                Wording.STATED,
                List.of("tariffs"),
                null,
                RAVI,
                at);
        claim.attach(
                new Evidence.Content(
                        Stance.SUPPORTS,
                        EvidenceKind.PRIMARY_DOCUMENT,
                        "Sets the rates that add up to 145%.",
                        null,
                        null,
                        cited("Order amending reciprocal rates", "Federal gazette (demonstration copy)",
                                "https://gazette.example.org/reciprocal-rates", LocalDate.of(2025, 4, 10))),
                null,
                RAVI,
                at.plusSeconds(500));
        claim.attach(
                new Evidence.Content(
                        Stance.SUPPORTS,
                        EvidenceKind.NEWS_REPORT,
                        "Reports the rate and how it is made up.",
                        null,
                        null,
                        cited("How 145% came about", "Example Wire", "https://wire.example.org/145",
                                LocalDate.of(2025, 4, 11))),
                null,
                RAVI,
                at.plusSeconds(900));
        proposing.propose(claim, new Verdict("true", "The orders in force before the truce add up to 145%.",
                "Two rates applied at once: 125% and 20%.", null), RAVI, at.plus(Duration.ofHours(3)));
        sign(claim, EDITH, at.plus(Duration.ofHours(6)));
    }

    /** Just logged. */
    private void december(Article story, Instant at) {
        log(
                story,
                "China's export controls on rare earths take effect on December 1.",
                "to take effect on December 1",
                null,
                Wording.STATED,
                List.of("rare earths"),
                "A date that can be checked in the announcement.",
                RAVI,
                at);
    }

    private void advertising(Article story, Instant at) {
        Claim claim = log(
                story,
                "Industrial panel computers by the sponsor are trusted by Fortune 500 companies.",
                "trusted by Fortune 500 companies",
                null,
                Wording.STATED,
                List.of(),
                null,
                ROSA,
                at);
        claim.drop(DropReason.ADVERTISING, null, "A banner between the paragraphs, not the story.", ROSA, at.plusSeconds(120));
    }

    private static Claim log(
            Article story,
            String statement,
            String quote,
            Claimant claimant,
            Wording wording,
            List<String> topics,
            String reason,
            Person by,
            Instant at) {
        Passage passage = Passage.find(
                story.snapshot().text(), new Passage.Quote(story.id(), quote, null, null, null));
        var particulars = new Particulars(
                statement, "en", null, claimant, wording, claimant == null ? null : REMARKS, topics, reason);
        Claim claim = Claim.log(particulars, story, passage, by, at);
        claim.persistAndFlush();
        return claim;
    }

    private static Evidence.Cited cited(String title, String publisher, String url, LocalDate on) {
        return new Evidence.Cited(title, publisher, url, on, null);
    }

    private static void sign(Claim claim, Person editor, Instant at) {
        claim.approve(claim.dossier().digest(), editor, at);
        claim.persistAndFlush();
    }

    private static void publish(Claim claim, PublishedVersion.Draft draft, Person editor, Instant at) {
        Publication.publish(claim, draft, editor, at);
        claim.persistAndFlush();
    }
}
