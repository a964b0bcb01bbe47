package org.assay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Story;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk's forms with scripts switched off; and nothing that is typed is lost. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class JourneyWithoutScriptTest {

    private static final String TWICE = "The controls take effect on December 1.";
    private static final String ARTICLE =
            "Scott Bessent spoke of them. %s\n\nFactories wait. %s".formatted(TWICE, TWICE);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void every_form_works_without_a_script() {
        try (var rosa = browser.signedInWithoutScript("rosa");
                var emil = browser.signedInWithoutScript("emil")) {
            logsTheArticle(rosa);
            choosesAmongPlaces(rosa);
            attachesEvidence(rosa);
            proposesWithAPreview(rosa);
            String claim = rosa.path();
            emil.open(claim)
                    .follow("Return")
                    .fill("note", "Please name the notice.")
                    .press("Return")
                    .sees("Please name the notice.");
            rosa.open(claim).follow("Propose a verdict").press("Propose and freeze the dossier");
            emil.open(claim)
                    .follow("Approve")
                    .press("Sign this dossier")
                    .follow("Publish")
                    .press("Publish")
                    .follow("The published check")
                    .sees("The notice says so.")
                    .open(claim)
                    .follow("Withdraw")
                    .fill("reason", "The notice was changed.")
                    .press("Withdraw");
            assertThat(emil.page().locator("h2 ~ p .stage.withdrawn")).isVisible();
        }
    }

    private static void logsTheArticle(Visitor rosa) {
        rosa.open("/desk/articles/new")
                .fill("url", "https://news.example.org/without-script")
                .fill("title", "Controls in winter")
                .fill("text", ARTICLE)
                .press("Log and freeze")
                .sees("The article is logged");
    }

    private static void choosesAmongPlaces(Visitor rosa) {
        rosa.fill("exact", "The controls  take effect\non December 1.")
                .press("Log a claim")
                .fill("statement", "China’s export controls take effect on December 1.")
                .fill("claimant.name", "Example News")
                .choose("claimant.type", "organization")
                .press("Log the claim")
                .sees("Which of these places?");
        assertThat(rosa.field("statement")).hasValue("China’s export controls take effect on December 1.");
        int second = ARTICLE.lastIndexOf(TWICE);
        rosa.choose("quote.start", String.valueOf(second))
                .press("Log the claim")
                .sees("The claim is logged");
        assertThat(rosa.page().locator(".place")).containsText("Factories wait. " + TWICE);
    }

    private static void attachesEvidence(Visitor rosa) {
        rosa.follow("Attach evidence")
                .choose("stance", "supports")
                .choose("kind", "primary-document")
                .fill("note", "It names the day.")
                .fill("source.title", "Notice of the controls")
                .fill("source.url", "https://ministry.example.com/notice")
                .press("Attach")
                .sees("The evidence is attached.");
    }

    private static void proposesWithAPreview(Visitor rosa) {
        rosa.follow("Propose a verdict")
                .choose("rating", "true")
                .fill("summary", "The notice says so.")
                .fill("rationale", "It **names the day**.")
                .fill("singleSourceReason", "Only the ministry decides it.")
                .press("Preview the rationale");
        assertThat(rosa.page().locator("#preview strong")).hasText("names the day");
        assertThat(rosa.field("summary")).hasValue("The notice says so.");
        rosa.press("Propose and freeze the dossier").sees("The verdict is proposed");
    }

    @Test
    void a_form_that_is_sent_after_the_session_has_ended_is_kept_and_sent_again() {
        String claim = Story.of("The levy is 157%.").claim();
        String note = "It was typed all night.\n\n<b>And</b> it is “long”. 𝒳";
        try (var rosa = browser.signedInWithoutScript("rosa")) {
            rosa.open(claim + "/evidence")
                    .choose("stance", "context")
                    .choose("kind", "data")
                    .fill("note", note)
                    .fill("source.title", "Table of tariffs")
                    .losesTheSession()
                    .press("Attach")
                    .sees("Your session has ended")
                    .sees("It was typed all night.")
                    .sees("Table of tariffs");
            Page kept = rosa.page();
            rosa.inNewTab(() -> kept.getByText("1. Sign in again").click()).chooseAtProvider("rosa");
            rosa.backToTab(kept).press("2. Send the form again").sees("The evidence is attached.");
            assertThat(rosa.page().locator(".piece.context .text")).hasText(note);
        }
    }

    @Test
    void a_search_after_the_session_has_ended_leads_to_the_sign_in() {
        try (var rosa = browser.signedIn("rosa")) {
            rosa.open("/desk/claims").fill("q", "magnets").losesTheSession();
            rosa.page().getByText("Find").click();
            rosa.chooseAtProvider("rosa");
            assertEquals("/desk/claims", rosa.path().replaceFirst("\\?.*", ""));
        }
    }

    @Test
    void of_two_who_edit_the_same_claim_the_second_sees_both_texts() {
        String claim = Story.of("The levy is 157%.").claim();
        try (var rosa = browser.signedIn("rosa");
                var ravi = browser.signedIn("ravi")) {
            ravi.open(claim + "/edit").fill("statement", "The average levy would be 157%.");
            rosa.open(claim + "/edit")
                    .fill("statement", "The levy is 157% on average.")
                    .press("Save")
                    .sees("The claim is saved.");
            ravi.press("Save").sees("Somebody else changed this claim while you were writing.");
            assertThat(ravi.page().locator(".conflicts")).containsText("The levy is 157% on average.");
            assertThat(ravi.page().locator(".conflicts")).containsText("The average levy would be 157%.");
            assertThat(ravi.field("statement")).hasValue("The average levy would be 157%.");
            ravi.press("Save").sees("The claim is saved.");
            assertThat(ravi.page().locator("h1")).hasText("The average levy would be 157%.");
        }
    }
}
