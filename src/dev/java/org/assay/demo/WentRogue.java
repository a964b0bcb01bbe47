package org.assay.demo;

import static org.assay.demo.Work.BESSENT;
import static org.assay.demo.Work.EDITH;
import static org.assay.demo.Work.EMIL;
import static org.assay.demo.Work.RAVI;
import static org.assay.demo.Work.ROSA;
import static org.assay.demo.Work.cited;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.claim.Claim;
import org.assay.claim.Evidence;
import org.assay.claim.EvidenceKind;
import org.assay.claim.Stance;
import org.assay.claim.Verdict;
import org.assay.claim.Wording;
import org.assay.expert.Expert;
import org.assay.publication.PublishedVersion;

/** The story's centre: published, reopened for a correction, and published again. */
record WentRogue(Work work) {

    private static final Verdict VERDICT = new Verdict("mostly-false", "The ministry itself announced the controls, and an expert who"
                + " negotiated with Beijing holds that a seasoned negotiator going rogue “is not credible”.",
                """
                What **Bessent** said is a suggestion: that Xi Jinping may not have known, and that Li Chenggang was behind it. \
                The reading that Li acted without orders is ours, and it is what this check weighs.

                ### What speaks against it

                - The controls were announced by the Ministry of Commerce, under its own number.
                - [Wendy Cutler](https://asiasociety.org/policy-institute/wendy-cutler) says that Li must have been under orders.

                ### What we do not know

                Nobody outside the leadership has seen the order itself. That is why the rating is not plainly *False*.
                """, null);

    void write(Instant at) {
        Claim claim = work.log(
                "Li Chenggang imposed the export controls on his own, without orders from above.",
                "Bessent suggested that Xi Jinping may not have known of the export controls, and pointed to Li Chenggang",
                BESSENT,
                Wording.IMPLIED,
                List.of("trade", "rare earths", "China"),
                "If a negotiator acted alone, the controls could be undone quietly; if not, they are policy.",
                ROSA,
                at);
        weigh(claim, at);
        work.propose(claim, VERDICT, ROSA, at.plus(Duration.ofHours(20)));
        work.sign(claim, EMIL, at.plus(Duration.ofHours(22)));
        work.publish(claim, new PublishedVersion.Draft(null, null), EMIL, at.plus(Duration.ofHours(23)));
        publishAgain(claim, at.plus(Duration.ofHours(70)));
    }

    private void weigh(Claim claim, Instant at) {
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
        work.attach(
                claim,
                Stance.REFUTES,
                EvidenceKind.PRIMARY_DOCUMENT,
                "The controls were announced by the ministry under its own number: an act of the state, not of a person.",
                cited("Announcement on export controls of rare earth items", "Ministry of Commerce (demonstration copy)",
                        "https://ministry.example.org/announcements/rare-earths", LocalDate.of(2025, 10, 9)),
                RAVI,
                at.plusSeconds(5400));
        work.attach(
                claim,
                Stance.CONTEXT,
                EvidenceKind.NEWS_REPORT,
                "Li had led the Chinese side in several rounds of talks before, which speaks for his standing.",
                cited("Who sits at the table: the two delegations", "Example Wire",
                        "https://wire.example.org/delegations", LocalDate.of(2025, 9, 16)),
                ROSA,
                at.plusSeconds(9000));
    }

    private void publishAgain(Claim claim, Instant at) {
        claim.reopen("Cutler's years in office need naming among her interests.", EDITH, at);
        work.attach(
                claim,
                Stance.CONTEXT,
                EvidenceKind.RESEARCH,
                "Export decisions of this kind pass several bodies before they are announced.",
                cited("How export controls are decided", "Example Institute",
                        "https://institute.example.org/papers/export-controls", LocalDate.of(2024, 5, 2)),
                ROSA,
                at.plus(Duration.ofHours(1)));
        work.propose(claim, claim.dossier().verdict(), ROSA, at.plus(Duration.ofHours(2)));
        work.sign(claim, EMIL, at.plus(Duration.ofHours(3)));
        work.publish(
                claim,
                new PublishedVersion.Draft(
                        PublishedVersion.Change.UPDATE,
                        "Research on how export controls are decided was added. The rating is unchanged."),
                EMIL,
                at.plus(Duration.ofHours(4)));
    }
}
