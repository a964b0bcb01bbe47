package org.assay.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the newsroom has when a test begins, brought about through the API by rosa, who logs and proposes, and emil, who
 * signs and publishes.
 */
public final class Given {

    public static final String TEXT = """
            Talks were held on Tuesday.
            The minister said that the levy rose to 157 per cent. Nobody asked him how he knew.
            The levy is new. The levy is old.""";

    private Given() {}

    public static long anArticle() {
        return anArticle(TEXT);
    }

    public static long anArticle(String text) {
        return id(Api.as("rosa")
                .body(Map.of(
                        "url",
                        anAddress(),
                        "title",
                        "Talks on a levy",
                        "language",
                        "en",
                        "text",
                        text,
                        "publisher",
                        "Courier"))
                .post("/articles"));
    }

    /** An address that no article has yet. */
    public static String anAddress() {
        return "https://courier.example.org/" + UUID.randomUUID();
    }

    public static long aLoggedClaim() {
        return aLoggedClaim("The levy rose to 157 per cent.");
    }

    public static long aLoggedClaim(String statement) {
        return aLoggedClaim(anArticle(), statement);
    }

    public static long aLoggedClaim(long article, String statement) {
        return id(Api.as("rosa")
                .body(Map.of(
                        "statement",
                        statement,
                        "language",
                        "en",
                        "quote",
                        Map.of("articleId", article, "exact", "the levy rose to 157 per cent"),
                        "claimant",
                        Map.of("name", "Mina Minister", "position", "Minister of Trade"),
                        "topics",
                        List.of("trade", "rare earths"),
                        "claimedOn",
                        "2025-10-15"))
                .post("/claims"));
    }

    /** With an expert who refutes it and a document that supports it: two origins. */
    public static long aClaimWithEvidence() {
        return withEvidence(aLoggedClaim());
    }

    public static long aClaimWithEvidence(String statement) {
        return withEvidence(aLoggedClaim(statement));
    }

    private static long withEvidence(long claim) {
        make("rosa", claim, "evidence", anExpertStatement("Wendy Witness"));
        make("rosa", claim, "evidence", aDocument());
        return claim;
    }

    public static long aProposedClaim() {
        return aProposedClaim("The levy rose to 157 per cent.");
    }

    public static long aProposedClaim(String statement) {
        long claim = aClaimWithEvidence(statement);
        make("rosa", claim, "verdict", aVerdict());
        return claim;
    }

    public static long anApprovedClaim() {
        return approved(aProposedClaim());
    }

    public static long aPublishedClaim() {
        return aPublishedClaim("The levy rose to 157 per cent.");
    }

    public static long aPublishedClaim(String statement) {
        long claim = approved(aProposedClaim(statement));
        make("emil", claim, "publication", Map.of());
        return claim;
    }

    /** Whose particulars are the usual ones but for those that are given. */
    public static long aPublishedClaim(Map<String, ?> particulars) {
        long claim = anApprovedClaim(particulars);
        make("emil", claim, "publication", Map.of());
        return claim;
    }

    public static long anApprovedClaim(Map<String, ?> particulars) {
        long claim = aLoggedClaim();
        Api.as("rosa")
                .header("If-Match", "\"1\"")
                .body(particulars)
                .patch("/claims/" + claim)
                .then()
                .statusCode(200);
        withEvidence(claim);
        make("rosa", claim, "verdict", aVerdict());
        return approved(claim);
    }

    public static long aDroppedClaim() {
        long claim = aLoggedClaim();
        make("rosa", claim, "drop", Map.of("reason", "advertising"));
        return claim;
    }

    /** The next version of a claim that was published, with a note to readers. */
    public static void anotherVersion(long claim, String change, String note) {
        make("emil", claim, "reopening", Map.of("reason", "New figures."));
        make("rosa", claim, "evidence", aDocument());
        make("rosa", claim, "verdict", aVerdict());
        approved(claim);
        make("emil", claim, "publication", Map.of("change", change, "note", note));
    }

    private static long approved(long claim) {
        make("emil", claim, "approval", Map.of("digest", digest(claim)));
        return claim;
    }

    public static Map<String, Object> aDocument() {
        return Map.of(
                "stance", "supports",
                "kind", "primary-document",
                "note", "It sets the rates.",
                "source", Map.of("title", "Order on rates", "url", "https://gazette.example.org/rates"));
    }

    public static Map<String, Object> anExpertStatement(String expert) {
        var evidence = new HashMap<>(aDocument());
        evidence.put("stance", "refutes");
        evidence.put("kind", "expert-statement");
        evidence.put("quote", "is not credible");
        evidence.put(
                "expert", Map.of("name", expert, "position", "Vice-president", "interests", "Advised a ministry."));
        evidence.put("source", Map.of("title", "Talks on a levy", "url", "https://wire.example.org/talks"));
        return evidence;
    }

    public static Map<String, Object> aVerdict() {
        return Map.of(
                "rating", "mostly-false",
                "summary", "The order sets other rates.",
                "rationale", "The **order** says so, and [an expert](https://example.org) agrees.",
                "singleSourceReason", "The order is the law.");
    }

    /** Makes a move that must succeed. */
    public static Response make(String user, long claim, String noun, Map<String, ?> body) {
        Response response = Api.as(user).body(body).post("/claims/" + claim + "/" + noun);
        response.then().statusCode(201);
        return response;
    }

    public static ValidatableResponse claim(long id) {
        return Api.as("rosa").get("/claims/" + id).then().statusCode(200);
    }

    public static String digest(long claim) {
        return claim(claim).extract().path("dossier.digest");
    }

    public static int version(long claim) {
        return claim(claim).extract().path("version");
    }

    public static String stage(long claim) {
        return claim(claim).extract().path("stage");
    }

    /** The public page's path. */
    public static String page(long claim) {
        return claim(claim).extract().path("publication.url");
    }

    /** The search index asks for a published claim in its own time: it has. */
    public static String aPageThatSearchFinds() throws Throwable {
        String page = page(aPublishedClaim());
        Soon.soon(() -> assertTrue(given().get("/checks").asString().contains(page)));
        return page;
    }

    private static long id(Response response) {
        return response.then().statusCode(oneOf(200, 201)).extract().jsonPath().getLong("id");
    }
}
