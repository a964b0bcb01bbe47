package org.assay.support;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A claim's life until now, told in a few words. Whatever the newsroom writes about it is the given text. */
public final class Story {

    public static final String QUOTE = "The controls take effect in winter.";

    private final String words;
    private final String address = "https://example.org/" + UUID.randomUUID();
    private int article;
    private int expert;
    private int claim;

    private Story(String words) {
        this.words = words;
    }

    /** Logged by rosa from somewhere else than an article, with evidence. */
    public static Story elsewhere(String words) {
        var story = new Story(words);
        story.claim = post(
                        "rosa",
                        "/claims",
                        Map.of(
                                "statement",
                                words,
                                "language",
                                "en",
                                "source",
                                Map.of("url", story.address + "?" + words, "title", words)))
                .extract()
                .path("id");
        story.attach("refutes", "data", "https://one.example.org/", Map.of());
        story.attach("supports", "data", "https://two.example.org/", Map.of());
        return story;
    }

    /** Logged by rosa from an article, with a refuting and a supporting piece of evidence; the latter by an expert. */
    public static Story of(String words) {
        var story = new Story(words);
        story.article = post(
                        "rosa",
                        "/articles",
                        Map.of(
                                "url",
                                story.address + "?" + words,
                                "title",
                                words,
                                "publisher",
                                words,
                                "byline",
                                words,
                                "language",
                                "en",
                                "text",
                                "%s\n\n%s %s\n\n%s".formatted(words, QUOTE, words, QUOTE)))
                .extract()
                .path("id");
        story.claim = post(
                        "rosa",
                        "/claims",
                        Map.of(
                                "statement",
                                words,
                                "language",
                                "en",
                                "wording",
                                "implied",
                                "reason",
                                words,
                                "topics",
                                new String[] {words.substring(0, Math.min(50, words.length()))},
                                "claimant",
                                Map.of("name", words, "position", words, "sameAs", "https://example.org/?" + words),
                                "quote",
                                Map.of(
                                        "articleId",
                                        story.article,
                                        "exact",
                                        QUOTE,
                                        "start",
                                        words.codePointCount(0, words.length()) + 2)))
                .extract()
                .path("id");
        story.expert = post(
                        "rosa",
                        "/experts",
                        Map.of(
                                "name",
                                words,
                                "position",
                                words,
                                "affiliation",
                                words,
                                "field",
                                words,
                                "url",
                                "https://example.org/?" + words,
                                "interests",
                                words))
                .extract()
                .path("id");
        story.attach("refutes", "data", "https://one.example.org/", Map.of());
        story.attach("supports", "expert-statement", "https://two.example.org/", Map.of("id", story.expert));
        return story;
    }

    private void attach(String stance, String kind, String source, Map<String, Object> named) {
        var evidence = new HashMap<String, Object>(Map.of(
                "stance",
                stance,
                "kind",
                kind,
                "note",
                words,
                "quote",
                words,
                "source",
                Map.of(
                        "title",
                        words,
                        "publisher",
                        words,
                        "url",
                        source + "?" + words,
                        "archivedUrl",
                        "https://archive.example.org/?" + words)));
        if (stance.equals("refutes")) {
            evidence.put("origin", words);
        }
        if (!named.isEmpty()) {
            evidence.put("expert", named);
        }
        post("rosa", "/claims/%d/evidence".formatted(claim), evidence);
    }

    public Story proposed() {
        post(
                "rosa",
                "/claims/%d/verdict".formatted(claim),
                Map.of("rating", "mixed", "summary", words, "rationale", words, "singleSourceReason", words));
        return this;
    }

    public Story edited() {
        Api.as("rosa")
                .header("If-Match", "\"%d\"".formatted(Given.version(claim)))
                .body(Map.of("reason", words + "!"))
                .patch("/claims/" + claim)
                .then()
                .statusCode(200);
        return this;
    }

    public Story returned() {
        post("emil", "/claims/%d/return".formatted(claim), Map.of("note", words));
        return this;
    }

    public Story approved() {
        String digest = Api.as("emil")
                .get("/claims/" + claim)
                .then()
                .statusCode(200)
                .extract()
                .path("dossier.digest");
        post("emil", "/claims/%d/approval".formatted(claim), Map.of("digest", digest));
        return this;
    }

    public Story published() {
        post("emil", "/claims/%d/publication".formatted(claim), Map.of());
        return this;
    }

    public Story publishedAgain() {
        post("emil", "/claims/%d/publication".formatted(claim), Map.of("change", "update", "note", words));
        return this;
    }

    public Story reopened() {
        post("emil", "/claims/%d/reopening".formatted(claim), Map.of("reason", words));
        return this;
    }

    public Story withdrawn() {
        post("emil", "/claims/%d/withdrawal".formatted(claim), Map.of("reason", words));
        return this;
    }

    public Story dropped() {
        post("rosa", "/claims/%d/drop".formatted(claim), Map.of("reason", "out-of-scope", "note", words));
        return this;
    }

    public long number() {
        return claim;
    }

    /** Where the desk keeps the claim. */
    public String claim() {
        return "/desk/claims/" + claim;
    }

    public String article() {
        return "/desk/articles/" + article;
    }

    public String expert() {
        return "/desk/experts/" + expert;
    }

    /** Where readers find the check. */
    public String check() {
        String url = Api.as("rosa").get("/claims/" + claim).then().extract().path("publication.url");
        return url.replaceFirst("https?://[^/]+", "");
    }

    /** Where readers find what is published of the same topic, claimant, publisher or expert. */
    public String subject(String folder) {
        return Shown.of(RestAssured.get(check()))
                .page()
                .select(".more a[href^=/" + folder + "/]")
                .attr("href");
    }

    private static ValidatableResponse post(String who, String path, Map<String, ?> body) {
        return Api.as(who).body(body).post(path).then().statusCode(201);
    }
}
