package org.assay.claim;

import static org.assay.claim.SomeClaims.aClaimWithEvidence;
import static org.assay.claim.SomeClaims.aProposedClaim;
import static org.assay.claim.SomeClaims.aVerdict;
import static org.assay.claim.SomeClaims.addressed;
import static org.assay.claim.SomeClaims.anExpert;
import static org.assay.claim.SomeClaims.elsewhere;
import static org.assay.claim.SomeClaims.particulars;
import static org.assay.claim.SomeClaims.proposed;
import static org.assay.claim.SomeClaims.someEvidence;
import static org.assay.claim.SomeClaims.withEvidence;
import static org.assay.support.Newsrooms.NOW;
import static org.assay.support.Newsrooms.ROSA;
import static org.assay.support.Newsrooms.aNewsroom;
import static org.assay.support.Newsrooms.aNewsroomAt;
import static org.assay.support.Newsrooms.aNewsroomWithPolicies;
import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assay.rating.Rating;
import org.assay.rating.RatingScale;
import org.assay.rating.SomeScales;
import org.assay.web.Violation;
import org.junit.jupiter.api.Test;

/** Each rule for the markup that aggregators read. */
class ClaimReviewTest {

    private static final String URL = "https://checks.example.org/checks/the-controls-take-effect-on-1-december";

    private static JsonNode review(Claim proposed) {
        return proposed.dossier().content().claimReview();
    }

    private static JsonNode reviewOf(String statement, Claimant claimant) {
        return review(proposed(claimSaying(statement, claimant)));
    }

    private static Claim claimSaying(String statement, Claimant claimant) {
        Claim claim = aClaimWithEvidence();
        claim.edit(particulars(statement, claimant), claim.article(), claim.quote(), ROSA, NOW);
        return claim;
    }

    private static List<String> faults(ObjectNode review) {
        return ClaimReview.faults(review, SomeScales.theDefaultScale(), aNewsroom()).stream()
                .map(Violation::field)
                .toList();
    }

    private static ObjectNode faultless() {
        ObjectNode review = review(aProposedClaim()).deepCopy();
        assertEquals(List.of(), faults(review));
        return review;
    }

    @Test
    void the_required_properties_are_there() {
        var review = review(aProposedClaim());
        assertEquals("https://schema.org", review.path("@context").asText());
        assertEquals("ClaimReview", review.path("@type").asText());
        assertEquals(
                "The controls take effect on 1 December.",
                review.path("claimReviewed").asText());
        assertEquals(URL, review.path("url").asText());
        assertEquals("Rating", review.path("reviewRating").path("@type").asText());
        assertEquals(
                "Mostly false",
                review.path("reviewRating").path("alternateName").asText());
    }

    @Test
    void the_recommended_properties_are_there() {
        var review = review(aProposedClaim());
        assertEquals("en", review.path("inLanguage").asText());
        assertEquals("Organization", review.path("author").path("@type").asText());
        assertEquals("The Example Desk", review.path("author").path("name").asText());
        assertEquals(
                "https://checks.example.org", review.path("author").path("url").asText());
        assertEquals(
                "Another day was named.",
                review.path("reviewRating").path("ratingExplanation").asText());
        var item = review.path("itemReviewed");
        assertEquals("Claim", item.path("@type").asText());
        assertEquals("2026-11-19", item.path("datePublished").asText());
        assertEquals(
                "https://news.example.org/trade/talks",
                item.path("appearance").path("url").asText());
        assertEquals(
                "Talks on rare earths", item.path("appearance").path("headline").asText());
        assertEquals(
                "Example Courier",
                item.path("appearance").path("publisher").path("name").asText());
    }

    @Test
    void the_newsroom_shows_its_policies_where_it_has_them() {
        Claim claim = aClaimWithEvidence();
        claim.propose(aVerdict(), SomeScales.theDefaultScale(), aNewsroomWithPolicies(), ROSA, NOW);
        for (String policy :
                List.of("logo", "publishingPrinciples", "correctionsPolicy", "verificationFactCheckingPolicy")) {
            assertEquals(
                    "https://checks.example.org/policy",
                    review(claim).path("author").path(policy).asText(),
                    policy);
            assertFalse(review(aProposedClaim()).path("author").has(policy), policy);
        }
    }

    @Test
    void a_rating_with_a_number_has_its_range_and_all_three_are_json_numbers() {
        for (var label : SomeScales.theDefaultScale().labels()) {
            if (label.number() != null) {
                var rating = review(proposed(aClaimWithEvidence(), aVerdict(label.key(), null)))
                        .path("reviewRating");
                assertTrue(rating.path("ratingValue").isInt(), label.key());
                assertTrue(rating.path("worstRating").isInt(), label.key());
                assertTrue(rating.path("bestRating").isInt(), label.key());
                assertEquals(label.number(), rating.path("ratingValue").intValue());
                assertEquals(1, rating.path("worstRating").intValue());
                assertEquals(5, rating.path("bestRating").intValue());
                assertEquals(label.name(), rating.path("alternateName").asText());
            }
        }
    }

    @Test
    void a_label_without_a_number_has_its_name_alone() {
        for (String key : List.of("missing-context", "unproven")) {
            var rating =
                    review(proposed(aClaimWithEvidence(), aVerdict(key, null))).path("reviewRating");
            assertFalse(rating.path("alternateName").asText().isBlank(), key);
            for (String number : List.of("ratingValue", "worstRating", "bestRating")) {
                assertFalse(rating.has(number), key + " has " + number);
            }
        }
    }

    @Test
    void the_range_is_the_scales_own() {
        RatingScale scale = SomeScales.aScale(
                2,
                SomeScales.label("wrong", "Wrong", 10),
                SomeScales.label("right", "Right", 20),
                SomeScales.label("open", "Open", null));
        Claim claim = aClaimWithEvidence();
        claim.propose(aVerdict("right", null), scale, aNewsroom(), ROSA, NOW);
        var rating = review(claim).path("reviewRating");
        assertEquals(
                List.of(20, 10, 20),
                List.of(
                        rating.path("ratingValue").intValue(),
                        rating.path("worstRating").intValue(),
                        rating.path("bestRating").intValue()));
    }

    @Test
    void a_number_outside_the_scale_or_a_scale_without_a_range_is_a_fault() {
        for (int[] numbers : new int[][] {{0, 0, 5}, {6, 1, 5}, {1, 2, 5}, {1, 1, 1}, {3, 5, 1}, {0, 1, 5}}) {
            var review = faultless();
            var rating = (ObjectNode) review.path("reviewRating");
            rating.put("ratingValue", numbers[0]).put("worstRating", numbers[1]).put("bestRating", numbers[2]);
            assertEquals(List.of("rating"), faults(review), rating.toString());
        }
    }

    @Test
    void a_rating_without_a_name_is_a_fault() {
        var review = faultless();
        for (String nothing : List.of("", " ", "\u00a0\u200b")) {
            ((ObjectNode) review.path("reviewRating")).put("alternateName", nothing);
            assertEquals(List.of("rating"), faults(review));
        }
        ((ObjectNode) review.path("reviewRating")).remove("alternateName");
        assertEquals(List.of("rating"), faults(review));
    }

    @Test
    void a_review_without_a_claim_is_a_fault() {
        var review = faultless();
        review.remove("claimReviewed");
        assertEquals(List.of("statement"), faults(review));
        review.put("claimReviewed", "\u3000\u200b");
        assertEquals(List.of("statement"), faults(review));
    }

    @Test
    void a_statement_that_begins_with_a_verdict_is_refused() {
        for (String statement : List.of(
                "False: the controls take effect on 1 December",
                "FALSE! The controls take effect",
                "true: it is so",
                "  False : it is so",
                "False\u00a0: it is so",
                "False - it is so",
                "Mostly false: it is so",
                "Mostly True – it is so",
                "Half true: it is so",
                "Half-true: it is so",
                "Partly false — it is so",
                "Fact check: it is so",
                "Fact-check: it is so",
                "FACTCHECK - it is so",
                "Fact checked: it is so",
                "Verdict: it is so",
                "Rating: it is so",
                "Misleading: it is so",
                "Missing context: it is so",
                "Unproven: it is so",
                "Fake: it is so",
                "Hoax: it is so")) {
            Claim claim = claimSaying(statement, null);
            assertInvalid(() -> proposed(claim), "statement");
            assertEquals(Stage.LOGGED, claim.stage(), statement);
            assertNull(claim.dossier(), statement);
        }
    }

    private static final RatingScale OF_MANY_TONGUES = SomeScales.aScale(
            7,
            SomeScales.label("falsch", "Größtenteils falsch", 1),
            SomeScales.label("yanlis", "Doğru değil", 2),
            SomeScales.label("cuowu", "錯誤", 3),
            SomeScales.label("khata", "خطأ", 4),
            SomeScales.label("wahr", "Wahr (im Kern)*", 5),
            SomeScales.label("etaye", "Étayé", null));

    private static List<String> faultsOnThatScale(String statement) {
        var review = faultless();
        review.put("claimReviewed", statement);
        return ClaimReview.faults(review, OF_MANY_TONGUES, aNewsroom()).stream()
                .map(Violation::field)
                .toList();
    }

    @Test
    void a_statement_that_begins_with_a_label_of_the_newsrooms_own_scale_is_refused_in_any_language() {
        for (String statement : List.of(
                "Größtenteils falsch: die Zölle steigen",
                "GRÖSSTENTEILS  FALSCH – die Zölle steigen",
                "gro\u0308ßtenteils\u00a0falsch\u202f: die Zölle steigen",
                "DOĞRU DEĞİL: vergiler artıyor",
                "doğru değil - vergiler artıyor",
                "錯誤：關稅上漲",
                "錯誤！關稅上漲",
                "【錯誤】關稅上漲",
                "［錯誤］關稅上漲",
                "\u200fخطأ\u200f: ترتفع الرسوم",
                "خطأ — ترتفع الرسوم",
                "Wahr (im Kern)*: die Zölle steigen",
                "(Étayé) Les droits augmentent",
                "e\u0301taye\u0301\u00a0! Les droits augmentent",
                "Ｆａｌｓｅ: it is so",
                "False: it is so")) {
            assertEquals(List.of("statement"), faultsOnThatScale(statement), statement);
        }
    }

    @Test
    void a_verdict_is_proposed_by_the_labels_of_its_own_scale() {
        String statement = "Größtenteils falsch: die Zölle steigen";
        assertEquals(statement, reviewOf(statement, null).path("claimReviewed").asText());
        Claim claim = claimSaying(statement, null);
        assertInvalid(
                () -> claim.propose(aVerdict("falsch", null), OF_MANY_TONGUES, aNewsroom(), ROSA, NOW), "statement");
    }

    @Test
    void an_honest_statement_may_begin_with_a_label_of_the_scale() {
        for (String statement : List.of(
                "Größtenteils falsch ist nur ein Zehntel der Berichte",
                "Größtenteils falsch-positive Tests wurden gezählt",
                "Doğru değilse vergiler artar: bakan böyle dedi",
                "錯誤的關稅：上漲",
                "خطأ الوزير: ترتفع الرسوم",
                "Wahr im Kern: die Zölle steigen",
                "Es ist größtenteils falsch: die Zölle steigen",
                "Étayées: les preuves des droits",
                "Unwahr")) {
            assertEquals(List.of(), faultsOnThatScale(statement), statement);
        }
    }

    @Test
    void the_addresses_in_the_markup_are_uris() {
        Claim claim = withEvidence(addressed(Claim.log(
                new Particulars(
                        "It is so.",
                        "de",
                        new Source(" https://müller.example/ä b", null),
                        new Claimant("Jo", null, "https://my_site.example.org/jö", null),
                        Wording.STATED,
                        null,
                        List.of(),
                        null),
                null,
                null,
                ROSA,
                NOW)));
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.DATA,
                        "It says so.",
                        null,
                        null,
                        new Evidence.Cited(
                                "A table", null, "https://data.example/a|b", null, "https://архив.example/1")),
                null,
                ROSA,
                NOW);
        var content = proposed(claim).dossier().content();
        assertEquals(" https://müller.example/ä b", content.source().url());
        var item = content.claimReview().path("itemReviewed");
        assertEquals(
                "https://xn--mller-kva.example/%C3%A4%20b",
                item.path("appearance").path("url").asText());
        assertEquals(
                "https://my_site.example.org/j%C3%B6",
                item.path("author").path("sameAs").asText());
        var cited = content.claimReview().path("citation").path(2);
        assertEquals("https://data.example/a%7Cb", cited.path("url").asText());
        assertEquals("https://xn--80aer5aza.example/1", cited.path("archivedAt").asText());
    }

    @Test
    void a_newsroom_may_stand_on_a_host_that_no_standard_knows() {
        Claim claim = aClaimWithEvidence();
        claim.propose(aVerdict(), SomeScales.theDefaultScale(), aNewsroomAt("https://my_desk.example.org"), ROSA, NOW);
        assertTrue(review(claim).path("url").asText().startsWith("https://my_desk.example.org/checks/"));
    }

    @Test
    void an_honest_statement_may_hold_the_words_of_a_verdict() {
        for (String statement : List.of(
                "True North is a town",
                "True-crime podcasts cost more than the police",
                "False-flag attacks were planned",
                "False teeth are taxed twice",
                "Fake-news laws exist in 30 countries",
                "Mixed-use buildings burn more often",
                "Fact-checkers are paid by the state",
                "Fact checks: there were 12 of them in May",
                "Rating agencies were paid",
                "The minister said: false",
                "It is true: the levy rises",
                "Misleading labels are banned",
                "Falsehood: a novel sold a million copies",
                "The verdict: guilty, says the minister")) {
            assertEquals(
                    statement, reviewOf(statement, null).path("claimReviewed").asText());
        }
    }

    @Test
    void the_claimant_is_left_out_where_there_is_none() {
        var item = reviewOf("It is so.", null).path("itemReviewed");
        assertFalse(item.has("author"));
        assertTrue(item.has("appearance"));
    }

    @Test
    void a_claimant_without_a_name_is_a_fault() {
        var review = faultless();
        for (String nothing : List.of("", "\u00a0")) {
            ((ObjectNode) review.path("itemReviewed").path("author")).put("name", nothing);
            assertEquals(List.of("claimant.name"), faults(review));
        }
        ((ObjectNode) review.path("itemReviewed").path("author")).remove("name");
        assertEquals(List.of("claimant.name"), faults(review));
    }

    @Test
    void a_person_has_a_job_title_and_what_identifies_them() {
        var author = reviewOf("It is so.", new Claimant("Jane Doe", "Minister", "https://gov.example/jane", null))
                .path("itemReviewed")
                .path("author");
        assertEquals("Person", author.path("@type").asText());
        assertEquals("Jane Doe", author.path("name").asText());
        assertEquals("Minister", author.path("jobTitle").asText());
        assertEquals("https://gov.example/jane", author.path("sameAs").asText());
    }

    @Test
    void what_nobody_would_see_is_no_job_title() {
        var author = reviewOf("It is so.", new Claimant("Jane Doe", "\u00a0", null, null))
                .path("itemReviewed")
                .path("author");
        assertFalse(author.has("jobTitle"));
    }

    @Test
    void an_organization_has_no_job_title() {
        var claimant = new Claimant("The Ministry", "Press office", null, Claimant.Type.ORGANIZATION);
        var author = reviewOf("It is so.", claimant).path("itemReviewed").path("author");
        assertEquals("Organization", author.path("@type").asText());
        assertEquals("The Ministry", author.path("name").asText());
        assertFalse(author.has("jobTitle"));
        assertFalse(author.has("sameAs"));
    }

    @Test
    void a_claim_that_was_found_elsewhere_appears_at_its_source_and_says_no_date_it_does_not_know() {
        Claim claim = withEvidence(addressed(Claim.log(elsewhere(), null, null, ROSA, NOW)));
        var item = review(proposed(claim)).path("itemReviewed");
        assertEquals(
                "https://video.example.org/7",
                item.path("appearance").path("url").asText());
        assertEquals("A speech", item.path("appearance").path("headline").asText());
        assertFalse(item.has("datePublished"));
    }

    @Test
    void the_page_stands_on_the_newsrooms_own_host() {
        assertTrue(review(aProposedClaim()).path("url").asText().startsWith("https://checks.example.org/checks/"));
        var review = faultless();
        for (String elsewhere :
                List.of("https://example.org/checks/a", "https://checks.example.org.evil.example/a", "/checks/a", "")) {
            review.put("url", elsewhere);
            assertEquals(List.of("url"), faults(review), elsewhere);
        }
    }

    @Test
    void every_fault_is_told_at_once() {
        var review = faultless();
        review.put("claimReviewed", "False: no");
        review.put("url", "https://elsewhere.example/");
        ((ObjectNode) review.path("reviewRating")).put("ratingValue", 0);
        assertEquals(List.of("statement", "rating", "url"), faults(review));
    }

    @Test
    void each_piece_of_evidence_is_cited_with_its_archived_copy_and_its_expert() {
        Claim claim = aClaimWithEvidence();
        claim.attach(
                new Evidence.Content(
                        Stance.REFUTES,
                        EvidenceKind.EXPERT_STATEMENT,
                        "She knows.",
                        null,
                        null,
                        new Evidence.Cited("A talk", null, null, null, "https://archive.example/1")),
                anExpert(),
                ROSA,
                NOW);
        var citations = StreamSupport.stream(
                        review(proposed(claim)).path("citation").spliterator(), false)
                .toList();
        assertEquals(3, citations.size());
        assertEquals(
                "https://www.example.org/report",
                citations.getFirst().path("url").asText());
        assertEquals("2026-11-21", citations.getFirst().path("datePublished").asText());
        assertEquals(
                "Example Agency",
                citations.getFirst().path("publisher").path("name").asText());
        assertFalse(citations.getFirst().has("author"));
        assertEquals(
                "https://archive.example/1",
                citations.getLast().path("archivedAt").asText());
        assertEquals(
                "Wendy Cutler", citations.getLast().path("author").path("name").asText());
        assertFalse(citations.getLast().has("url"));
        assertFalse(citations.getLast().has("publisher"));
    }

    @Test
    void the_markups_verdict_is_the_one_that_readers_see() {
        for (Rating label : SomeScales.theDefaultScale().labels()) {
            var content = proposed(aClaimWithEvidence(), aVerdict(label.key(), null))
                    .dossier()
                    .content();
            var rating = content.claimReview().path("reviewRating");
            assertEquals(
                    content.verdict().rating().name(),
                    rating.path("alternateName").asText());
            assertEquals(
                    content.verdict().summary(),
                    rating.path("ratingExplanation").asText());
        }
    }

    @Test
    void nothing_in_the_markup_is_null() {
        Claim claim = addressed(Claim.log(elsewhere(), null, null, ROSA, NOW));
        claim.attach(
                new Evidence.Content(
                        Stance.CONTEXT,
                        EvidenceKind.OTHER,
                        "It helps.",
                        null,
                        null,
                        new Evidence.Cited("A book", null, null, null, null)),
                null,
                ROSA,
                NOW);
        claim.attach(someEvidence(), null, ROSA, NOW);
        proposed(claim);
        assertNoNulls(review(claim));
    }

    private static void assertNoNulls(JsonNode node) {
        assertFalse(node.isNull(), "null in the markup");
        node.forEach(ClaimReviewTest::assertNoNulls);
    }
}
