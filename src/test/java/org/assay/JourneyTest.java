package org.assay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story, from an article to a check that was signed, corrected and withdrawn, as people live it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class JourneyTest {

    private static final String POINTS_TO_LI =
            "Bessent suggested that Xi Jinping may not have known of the step, and pointed to Li Chenggang, the trade"
                    + " negotiator who serves under He Lifeng.";
    private static final String ARTICLE = """
            𝒳 Talks over rare earths 🧲

            On a visit to the White House the US Treasury Secretary, Scott Bessent, called the new export controls a \
            “substantial unprovoked escalation”. The controls take effect on December 1.

            %s

            Wendy Cutler of the Asia Society Policy Institute answered that this “is not credible”.

            Factories have begun to count their magnets. The controls take effect on December 1.
            """.formatted(POINTS_TO_LI);
    private static final String STATEMENT = "China’s negotiator Li Chenggang acted without orders.";
    private static final String CORRECTED = "China’s negotiator Li Chenggang acted without orders from above.";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void from_an_article_to_a_check_that_two_people_signed_then_corrected_and_withdrawn() {
        try (var rosa = browser.signedIn("rosa");
                var edith = browser.signedIn("edith");
                var emil = browser.signedIn("emil");
                var reader = browser.reader()) {
            logsTheArticle(rosa, "https://news.example.org/rare-earths");
            String claim = logsTheImpliedClaim(rosa);
            attachesWendyCutler(rosa);
            attachesContext(edith, claim);
            proposesWithAPreview(rosa, claim);
            returns(emil);
            proposesAgain(rosa);
            mayNotApprove(edith, claim);
            signsAndPublishes(emil, claim);
            String check = readsTheCheck(reader);
            correctsAndPublishesAgain(emil, rosa, claim);
            readsTheCorrection(reader, check);
            withdraws(emil, claim);
            isToldWhyItIsGone(reader, check);
            signsOut(emil);
        }
    }

    private static void logsTheArticle(Visitor rosa, String url) {
        rosa.open("/desk")
                .follow("Log an article")
                .fill("url", url)
                .fill("title", "Talks over rare earths")
                .fill("publisher", "Example News")
                .fill("byline", "A. Writer")
                .fill("publishedOn", "2025-10-18")
                .fill("text", ARTICLE)
                .press("Log and freeze")
                .sees("The article is logged");
    }

    private static String logsTheImpliedClaim(Visitor rosa) {
        rosa.select(POINTS_TO_LI).follow("Log a claim");
        assertThat(rosa.field("quote.exact")).hasValue(POINTS_TO_LI);
        assertThat(rosa.field("quote.start")).hasValue(String.valueOf(placeOf(POINTS_TO_LI)));
        rosa.fill("statement", STATEMENT)
                .fill("topics", "trade, rare earths")
                .fill("reason", "It shifts who answers for the controls.")
                .fill("claimant.name", "Scott Bessent")
                .fill("claimant.position", "US Treasury Secretary")
                .fill("claimedOn", "2025-10-15")
                .choose("wording", "implied")
                .press("Log the claim")
                .sees("The claim is logged");
        assertThat(rosa.page().locator(".place mark")).hasText(POINTS_TO_LI);
        return rosa.path();
    }

    private static int placeOf(String quote) {
        return ARTICLE.codePointCount(0, ARTICLE.indexOf(quote));
    }

    private static void attachesWendyCutler(Visitor rosa) {
        rosa.follow("Attach evidence")
                .choose("stance", "refutes")
                .choose("kind", "expert-statement")
                .fill("quote", "is not credible")
                .fill("note", "A negotiator of his rank does not act on his own.")
                .fill("source.title", "Talks over rare earths")
                .fill("source.url", "https://news.example.org/rare-earths")
                .press("Attach")
                .sees("Please name the expert");
        assertThat(rosa.field("note")).hasValue("A negotiator of his rank does not act on his own.");
        rosa.fill("expert.name", "Wendy Cutler")
                .fill("expert.position", "Vice-president")
                .fill("expert.affiliation", "Asia Society Policy Institute")
                .fill("expert.interests", "Negotiated for the US government until 2015.")
                .press("Attach")
                .sees("The evidence is attached.");
        assertThat(rosa.page().locator(".piece.refutes .expert")).containsText("Wendy Cutler");
    }

    private static void attachesContext(Visitor edith, String claim) {
        edith.open(claim)
                .follow("Attach evidence")
                .choose("stance", "context")
                .choose("kind", "primary-document")
                .fill("note", "The controls were announced by the ministry, not by the negotiators.")
                .fill("source.title", "Announcement of the export controls")
                .fill("source.url", "https://ministry.example.com/controls")
                .press("Attach")
                .sees("2 independent origins");
    }

    private static void proposesWithAPreview(Visitor rosa, String claim) {
        rosa.open(claim)
                .follow("Propose a verdict")
                .choose("rating", "false")
                .fill(
                        "summary",
                        "Nothing shows that Li Chenggang acted alone, and who knows the system calls it untenable.")
                .fill(
                        "rationale",
                        "Cutler holds that this **is not credible**.\n\n- The ministry announced the controls.")
                .press("Preview the rationale");
        assertThat(rosa.page().locator("#preview strong")).hasText("is not credible");
        rosa.arrived().press("Propose and freeze the dossier").sees("The verdict is proposed");
    }

    private static void returns(Visitor emil) {
        emil.open("/desk")
                .follow(STATEMENT)
                .follow("Return")
                .fill("note", "Please say since when the ministry had announced them.")
                .press("Return")
                .sees("Please say since when");
    }

    private static void proposesAgain(Visitor rosa) {
        rosa.open("/desk")
                .follow(STATEMENT)
                .sees("Please say since when the ministry had announced them.")
                .follow("Propose a verdict");
        assertThat(rosa.field("rationale"))
                .hasValue("Cutler holds that this **is not credible**.\n\n- The ministry announced the controls.");
        rosa.fill(
                        "rationale",
                        "Cutler holds that this **is not credible**.\n\n- The ministry announced them in October.")
                .press("Propose and freeze the dossier")
                .sees("The verdict is proposed");
    }

    private static void mayNotApprove(Visitor edith, String claim) {
        edith.open(claim).sees("You worked on this claim, so someone else must approve it.");
        assertThat(edith.named(AriaRole.LINK, "Approve")).hasCount(0);
        edith.open(claim + "/approval").sees("You worked on this claim, so someone else must approve it.");
        assertThat(edith.named(AriaRole.BUTTON, "Sign this dossier")).hasCount(0);
    }

    private static void signsAndPublishes(Visitor emil, String claim) {
        emil.open(claim)
                .follow("Approve")
                .sees("The ministry announced them in October.")
                .sees("Wendy Cutler");
        String digest = emil.page().locator("code.digest").last().textContent();
        emil.press("Sign this dossier")
                .sees(digest)
                .follow("Publish")
                .press("Publish")
                .sees("published it");
    }

    private static String readsTheCheck(Visitor reader) {
        reader.open("/").follow(STATEMENT).sees("Wendy Cutler").sees("False").sees("Signed by two");
        assertThat(reader.page().locator("script[type='application/ld+json']")).hasCount(1);
        String markup =
                reader.page().locator("script[type='application/ld+json']").textContent();
        assertEquals(2, markup.split("\"ClaimReview\"", -1).length, markup);
        return reader.path();
    }

    private static void correctsAndPublishesAgain(Visitor emil, Visitor rosa, String claim) {
        emil.open(claim)
                .follow("Reopen")
                .fill("reason", "The statement leaves out whose orders.")
                .press("Reopen")
                .sees("Version 1 is live");
        rosa.open(claim)
                .follow("Edit the claim")
                .fill("statement", CORRECTED)
                .press("Save")
                .sees("The claim is saved.")
                .follow("Propose a verdict")
                .press("Propose and freeze the dossier");
        emil.open(claim)
                .follow("Approve")
                .press("Sign this dossier")
                .follow("Publish")
                .choose("change", "correction")
                .fill("note", "The statement now says whose orders are meant.")
                .press("Publish");
    }

    private static void readsTheCorrection(Visitor reader, String check) {
        reader.open(check).sees(CORRECTED);
        assertThat(reader.page().locator(".check > :first-child"))
                .containsText("The statement now says whose orders are meant.");
        reader.follow("Version 1").sees("This is version 1").sees(STATEMENT);
        assertThat(reader.page().locator("script[type='application/ld+json']")).hasCount(0);
        reader.follow("Read the latest version.");
        assertEquals(check, reader.path());
    }

    private static void withdraws(Visitor emil, String claim) {
        emil.open(claim)
                .follow("Withdraw")
                .fill("reason", "The source has retracted its report.")
                .press("Withdraw")
                .sees("The source has retracted its report.");
    }

    private static void isToldWhyItIsGone(Visitor reader, String check) {
        assertEquals(410, reader.status(check));
        reader.sees("The source has retracted its report.");
        assertEquals(410, reader.status(check + "/versions/1"));
        reader.open("/").doesNotSee(CORRECTED);
    }

    private static void signsOut(Visitor emil) {
        List<String> asked = new ArrayList<>();
        emil.page().onRequest((Request request) -> asked.add(request.url()));
        emil.follow("Sign out");
        assertEquals("/", emil.path());
        assertTrue(
                asked.stream().anyMatch(url -> !url.startsWith(Visitor.url("/")) && url.contains("logout")),
                () -> "the provider was told: " + asked);
        emil.page().navigate(Visitor.url("/desk"));
        assertThat(emil.page().locator("button[value=emil]")).isVisible();
    }
}
