package org.assay.demo;

import static org.assay.demo.Work.BESSENT;
import static org.assay.demo.Work.EDITH;
import static org.assay.demo.Work.RAVI;
import static org.assay.demo.Work.ROSA;
import static org.assay.demo.Work.cited;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.claim.Claim;
import org.assay.claim.DropReason;
import org.assay.claim.EvidenceKind;
import org.assay.claim.Stance;
import org.assay.claim.Verdict;
import org.assay.claim.Wording;

/** The story's other claims, one at each of the other stages. */
record OtherClaims(Work work) {

    /** Waits for an editor. */
    void escalation(Instant at) {
        Claim claim = work.log(
                "The export controls are an escalation that nothing provoked.",
                "“substantial unprovoked escalation”",
                BESSENT,
                Wording.STATED,
                List.of("trade", "rare earths"),
                "Who began decides how readers judge the answer.",
                RAVI,
                at);
        work.attach(
                claim,
                Stance.REFUTES,
                EvidenceKind.PRIMARY_DOCUMENT,
                "A rule that widened US export restrictions to subsidiaries was announced ten days earlier.",
                cited("Rule on affiliates of listed entities", "Federal gazette (demonstration copy)",
                        "https://gazette.example.org/affiliates-rule", LocalDate.of(2025, 9, 29)),
                RAVI,
                at.plusSeconds(3000));
        work.attach(
                claim,
                Stance.SUPPORTS,
                EvidenceKind.NEWS_REPORT,
                "The scope of the controls went far beyond what either side had done before.",
                cited("What the new controls cover", "Example Wire", "https://wire.example.org/scope",
                        LocalDate.of(2025, 10, 10)),
                RAVI,
                at.plusSeconds(4000));
        work.propose(claim, new Verdict("missing-context",
                "The step was large, but it followed a widening of US export rules that the remark leaves out.",
                "Both sides had taken steps in the weeks before. *Unprovoked* leaves out the one on the American side.",
                null), RAVI, at.plus(Duration.ofHours(40)));
    }

    /** Came back with a note. */
    void averageLevy(Instant at) {
        Claim claim = work.log(
                "A further 100% tariff would bring the average levy on Chinese goods to 157%.",
                "the average levy to 157%",
                null,
                Wording.STATED,
                List.of("tariffs", "trade"),
                "A figure that is repeated everywhere and derived nowhere.",
                ROSA,
                at);
        work.attach(
                claim,
                Stance.SUPPORTS,
                EvidenceKind.DATA,
                "Adds the announced rate to the average that is in force.",
                cited("Tariff tracker", "Example Institute", "https://institute.example.org/tariffs",
                        LocalDate.of(2025, 10, 12)),
                ROSA,
                at.plusSeconds(600));
        work.propose(claim, new Verdict("mostly-true", "The sum is right for the average, which hides wide differences.",
                "57% is in force on average; 100 points more make 157%.",
                "The tracker publishes its data and method, and we computed the average again."), ROSA,
                at.plus(Duration.ofHours(2)));
        claim.sendBack("Please find a second origin for the 57% before this goes out.", EDITH, at.plus(Duration.ofHours(4)));
    }

    /** Signed, and not yet published. */
    void previousHigh(Instant at) {
        Claim claim = work.log(
                "The highest US tariff on Chinese goods earlier this year was 145%.",
                "the previous high of 145%",
                null,
                Wording.STATED,
                List.of("tariffs"),
                null,
                RAVI,
                at);
        work.attach(
                claim,
                Stance.SUPPORTS,
                EvidenceKind.PRIMARY_DOCUMENT,
                "Sets the rates that add up to 145%.",
                cited("Order amending reciprocal rates", "Federal gazette (demonstration copy)",
                        "https://gazette.example.org/reciprocal-rates", LocalDate.of(2025, 4, 10)),
                RAVI,
                at.plusSeconds(500));
        work.attach(
                claim,
                Stance.SUPPORTS,
                EvidenceKind.NEWS_REPORT,
                "Reports the rate and how it is made up.",
                cited("How 145% came about", "Example Wire", "https://wire.example.org/145",
                        LocalDate.of(2025, 4, 11)),
                RAVI,
                at.plusSeconds(900));
        work.propose(claim, new Verdict("true", "The orders in force before the truce add up to 145%.",
                "Two rates applied at once: 125% and 20%.", null), RAVI, at.plus(Duration.ofHours(3)));
        work.sign(claim, EDITH, at.plus(Duration.ofHours(6)));
    }

    /** Just logged. */
    void december(Instant at) {
        work.log(
                "China's export controls on rare earths take effect on December 1.",
                "to take effect on December 1",
                null,
                Wording.STATED,
                List.of("rare earths"),
                "A date that can be checked in the announcement.",
                RAVI,
                at);
    }

    /** Dropped. */
    void advertising(Instant at) {
        Claim claim = work.log(
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
}
