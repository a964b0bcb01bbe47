package org.assay.web;

import static org.assay.support.Newsdesk.aLoggedClaim;
import static org.assay.support.Newsdesk.anArticle;
import static org.assay.support.Newsdesk.articleDraft;
import static org.assay.support.Newsdesk.claimDraft;
import static org.assay.support.Newsdesk.evidenceDraft;
import static org.assay.support.Newsdesk.json;
import static org.assay.support.Newsdesk.move;
import static org.assay.support.Newsdesk.patch;
import static org.assay.support.Newsdesk.post;
import static org.assay.support.Newsdesk.verdictDraft;
import static org.assay.support.Problems.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assay.support.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class WebUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://example.org/x",
                "file:///etc/passwd",
                "vbscript:x",
                "//example.org/x",
                "example.org",
                "/x",
                "http://",
                "https:///x",
                "http:example.org",
                "mailto:a@example.org",
                "https://user:secret@example.org/",
                "blob:https://example.org/x",
                "https://",
                "x",
                " "
            })
    void only_addresses_on_the_web_are_taken_wherever_one_is(String url) {
        long article = anArticle();
        long claim = aLoggedClaim();
        problem(post("rosa", "/articles", articleDraft("url", url)), 400).body("violations[0].field", equalTo("url"));
        problem(patch("rosa", "/articles/" + article, "\"1\"", json("url", url)), 400)
                .body("violations[0].field", equalTo("url"));
        problem(post("rosa", "/claims", claimDraft("source", json("url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(post("rosa", "/claims", claimDraft("claimant", json("name", "Jo", "sameAs", url))), 400)
                .body("violations[0].field", equalTo("claimant.sameAs"));
        problem(patch("rosa", "/claims/" + claim, "\"1\"", json("source", json("url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "url", url))), 400)
                .body("violations[0].field", equalTo("source.url"));
        problem(move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "archivedUrl", url))), 400)
                .body("violations[0].field", equalTo("source.archivedUrl"));
        problem(move("rosa", claim, "evidence", evidenceDraft("expert", json("name", "Jo", "url", url))), 400)
                .body("violations[0].field", equalTo("expert.url"));
        problem(post("rosa", "/experts", json("name", "Jo", "url", url)), 400)
                .body("violations[0].field", equalTo("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/ä/日本?q=ü#é", "https://münchen.example/", "http://[::1]:8080/x",
                        "http://127.0.0.1/",
                "https://example.org/a b", "https://example.org/a%zz", "https://example.org/<script>",
                        "HTTPS://EXAMPLE.ORG/",
                "https://example.org/?a={person}&b=[1]|", "https://example.org/%00", "https://my_site-.example.org/a",
                        "https://💩.example/"
            })
    void addresses_are_kept_as_they_were_pasted(String url) {
        post("rosa", "/claims", claimDraft("source", json("url", url)))
                .statusCode(201)
                .body("source.url", equalTo(url));
        long claim = aLoggedClaim();
        move("rosa", claim, "evidence", evidenceDraft("source", json("title", "t", "url", url, "archivedUrl", url)))
                .statusCode(201)
                .body("evidence[0].source.url", equalTo(url));
        move("rosa", claim, "verdict", verdictDraft()).statusCode(201);
    }
}
