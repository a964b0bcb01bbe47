package org.assay.demo;

import static org.assay.demo.Work.ROSA;

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
import org.assay.article.Article;
import org.assay.article.Capture;
import org.assay.claim.Proposing;
import org.assay.newsroom.Newsroom;

/** A newsroom at work on one story, with a claim at every stage: written at the first start of dev mode. */
@ApplicationScoped
@IfBuildProfile("dev")
class Demonstration {

    @Inject
    Capture capture;

    @Inject
    Proposing proposing;

    @Inject
    Newsroom newsroom;

    @Inject
    Clock clock;

    @Transactional
    void write(@Observes StartupEvent start) {
        if (!newsroom.demonstration() || Article.count() > 0) {
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
        var work = new Work(story, proposing);
        new WentRogue(work).write(began.plus(Duration.ofHours(1)));
        var others = new OtherClaims(work);
        others.escalation(began.plus(Duration.ofHours(5)));
        others.averageLevy(began.plus(Duration.ofHours(26)));
        others.previousHigh(began.plus(Duration.ofHours(30)));
        others.december(began.plus(Duration.ofHours(50)));
        others.advertising(began.plus(Duration.ofHours(52)));
    }
}
