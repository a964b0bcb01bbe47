package org.assay.support;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every page there is, over a newsroom in which everything is written in the given words.
 *
 * @param who sees it; an empty name is a reader
 */
public record EveryPage(String who, String path) {

    public static List<EveryPage> of(String words) {
        var logged = Story.of(words).edited();
        var elsewhere = Story.elsewhere(words).proposed().approved().published();
        var signed = "/desk/claims/" + Published.by(words, Published.Check.of(words));
        var proposed = Story.of(words).proposed();
        var approved = Story.of(words).proposed().approved();
        var published = Story.of(words)
                .proposed()
                .approved()
                .published()
                .reopened()
                .proposed()
                .approved()
                .publishedAgain();
        var reworked = Story.of(words)
                .proposed()
                .returned()
                .proposed()
                .approved()
                .published()
                .reopened();
        var withdrawn = Story.of(words).proposed().approved().published().withdrawn();
        Story.of("Gone").proposed().approved().published().withdrawn();
        var dropped = Story.of(words).dropped();
        return Stream.of(
                        of(
                                "",
                                "/",
                                "/nowhere",
                                "/corrections",
                                "/method",
                                "/about",
                                "/corrections?after=nonsense",
                                "/checks",
                                "/checks?q=nothing-has-these-words&rating=false",
                                "/checks?after=nonsense",
                                published.subject("topics"),
                                published.subject("claimants"),
                                published.subject("publishers"),
                                published.subject("experts"),
                                "/topics/gone",
                                elsewhere.check(),
                                published.check(),
                                published.check() + "/versions/1",
                                withdrawn.check(),
                                published.check() + "/embed",
                                withdrawn.check() + "/embed"),
                        of("nora", "/desk"),
                        of("ada", "/desk", "/desk/audit", "/desk/audit?who=nobody", "/desk/scales", "/desk/scales/new"),
                        of(
                                "rosa",
                                "/desk",
                                "/desk/audit",
                                "/desk/nowhere",
                                "/desk/claims",
                                "/desk/claims?q=nothing-has-these-words",
                                "/desk/claims/new",
                                logged.claim(),
                                elsewhere.claim(),
                                signed,
                                logged.claim() + "/edit",
                                logged.claim() + "/evidence",
                                logged.claim() + "/evidence/1/removal",
                                logged.claim() + "/verdict",
                                logged.claim() + "/drop",
                                dropped.claim(),
                                dropped.claim() + "/restoration",
                                proposed.claim() + "/evidence",
                                "/desk/articles",
                                "/desk/articles?q=nothing-has-these-words",
                                "/desk/articles/new",
                                logged.article(),
                                logged.article() + "/edit",
                                "/desk/experts",
                                "/desk/experts?q=nobody-has-this-name",
                                "/desk/experts/new",
                                logged.expert(),
                                logged.expert() + "/edit",
                                "/desk/scales"),
                        of(
                                "emil",
                                "/desk",
                                proposed.claim(),
                                proposed.claim() + "/approval",
                                proposed.claim() + "/return",
                                approved.claim(),
                                approved.claim() + "/publication",
                                published.claim(),
                                published.claim() + "/withdrawal",
                                published.claim() + "/reopening",
                                reworked.claim(),
                                reworked.claim() + "/verdict",
                                withdrawn.claim()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<EveryPage> of(String who, String... paths) {
        return Stream.of(paths).map(path -> new EveryPage(who, path)).toList();
    }
}
