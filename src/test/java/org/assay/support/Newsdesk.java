package org.assay.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The newsroom's daily work, done over the API: every call logs something new. */
public final class Newsdesk {

    public static final String TEXT = """
            The controls take effect on 1 December, a spokesman said.

            The minister suggested that the president may not have been aware, instead pointing to the negotiator.""";

    private Newsdesk() {}

    public static String aUrl() {
        return "https://example.org/" + UUID.randomUUID();
    }

    /** An object of JSON whose fields are given in turn; a null is sent as null. */
    public static Map<String, Object> json(Object... namesAndValues) {
        var object = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    public static Map<String, Object> articleDraft(Object... more) {
        var draft = json("url", aUrl(), "title", "Talks", "text", TEXT, "language", "en");
        draft.putAll(json(more));
        return draft;
    }

    public static long anArticle() {
        return anArticle(TEXT);
    }

    public static long anArticle(String text) {
        return id(post("rosa", "/articles", articleDraft("text", text)).statusCode(201));
    }

    public static Map<String, Object> claimDraft(Object... more) {
        var draft = json(
                "statement",
                "The controls take effect on 1 December.",
                "language",
                "en",
                "source",
                json("url", aUrl()));
        draft.putAll(json(more));
        return draft;
    }

    public static Map<String, Object> evidenceDraft(Object... more) {
        var draft = json(
                "stance", "refutes",
                "kind", "primary-document",
                "note", "It is the decree itself.",
                "source", json("title", "Decree 61", "url", "https://decrees.example.org/61"));
        draft.putAll(json(more));
        return draft;
    }

    public static Map<String, Object> verdictDraft(Object... more) {
        var draft = json(
                "rating", "mostly-false",
                "summary", "The decree says otherwise.",
                "rationale", "The decree names *another* day.",
                "singleSourceReason", "The decree is the law.");
        draft.putAll(json(more));
        return draft;
    }

    /** Logged by Rosa. */
    public static long aLoggedClaim() {
        return aLoggedClaim(Map.of());
    }

    public static long aLoggedClaim(Map<String, Object> more) {
        var draft = claimDraft();
        draft.putAll(more);
        return id(post("rosa", "/claims", draft).statusCode(201));
    }

    public static long aClaimWithEvidence() {
        long claim = aLoggedClaim();
        move("rosa", claim, "evidence", evidenceDraft()).statusCode(201);
        return claim;
    }

    /** Rosa worked on it alone, so both editors may sign it. */
    public static long aProposedClaim() {
        long claim = aClaimWithEvidence();
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
        return claim;
    }

    public static long aReturnedClaim() {
        long claim = aProposedClaim();
        move("emil", claim, "return", json("note", "Please look again.")).statusCode(201);
        return claim;
    }

    public static long anApprovedClaim() {
        long claim = aProposedClaim();
        approve("emil", claim).statusCode(201);
        return claim;
    }

    public static long aPublishedClaim() {
        long claim = anApprovedClaim();
        move("emil", claim, "publication", json()).statusCode(201);
        return claim;
    }

    public static long aDroppedClaim() {
        long claim = aLoggedClaim();
        move("rosa", claim, "drop", json("reason", "advertising")).statusCode(201);
        return claim;
    }

    public static JsonPath claim(long id) {
        return get("rosa", "/claims/" + id).statusCode(200).extract().jsonPath();
    }

    public static String digest(long claim) {
        return claim(claim).getString("dossier.digest");
    }

    public static String etag(String path) {
        return get("rosa", path).statusCode(200).extract().header("ETag");
    }

    public static ValidatableResponse approve(String user, long claim) {
        return move(user, claim, "approval", json("digest", digest(claim)));
    }

    public static ValidatableResponse move(String user, long claim, String noun, Object body) {
        return post(user, "/claims/" + claim + "/" + noun, body);
    }

    /** A move that is made from a version that somebody read. */
    public static ValidatableResponse moveFrom(int version, String user, long claim, String noun, Object body) {
        return Api.as(user)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/claims/" + claim + "/" + noun)
                .then();
    }

    public static ValidatableResponse post(String user, String path, Object body) {
        return Api.as(user).body(body).post(path).then();
    }

    public static ValidatableResponse patch(String user, String path, String ifMatch, Object body) {
        var request = Api.as(user).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(path)
                .then();
    }

    public static ValidatableResponse get(String user, String path) {
        return Api.as(user).get(path).then();
    }

    public static long id(ValidatableResponse answer) {
        return answer.extract().jsonPath().getLong("id");
    }

    /** The ids of a whole list, read page by page. */
    public static List<Long> allIds(String path, int limit) {
        var ids = new ArrayList<Long>();
        String after = null;
        do {
            var request = Api.as("ravi").queryParam("limit", limit);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", Long.class));
            after = page.getString("next");
        } while (after != null);
        return ids;
    }
}
