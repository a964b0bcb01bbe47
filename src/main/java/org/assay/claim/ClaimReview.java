package org.assay.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.newsroom.Newsroom;
import org.assay.rating.RatingScale;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Violation;
import org.assay.web.WebAddress;

/**
 * schema.org's ClaimReview by the rules of Google's structured-data page: built from a dossier and linted when it is
 * frozen, so that nothing that two people signed can fail to publish.
 */
final class ClaimReview {

    /** Verdicts whatever the scale; the scale's own labels, in its own language, come on top. */
    private static final String VERDICTS =
            "fact[ -]?check(ed)?|verdict|rating|(mostly |partly |half[ -])?(false|true)|mixed|mixture|misleading|fake|hoax"
                    + "|unproven|unverified|debunked|missing context|pants on fire";

    /** What sets a verdict apart from the claim after it: a colon, a dash, an exclamation mark, or brackets around it. */
    private static final String SET_APART =
            "(%1$s)( ?[:!\\u2012-\\u2015]| [-\\u2010\\u2212] )|[\\[(\\u3010\\u3014] ?(%1$s) ?[\\])\\u3011\\u3015]";

    private ClaimReview() {}

    /** @throws Invalid with every rule that the markup would break */
    static ObjectNode of(Dossier.Content dossier, RatingScale scale, Newsroom newsroom, String url) {
        ObjectNode review = object("ClaimReview");
        review.put("@context", "https://schema.org");
        review.put("url", url);
        review.put("claimReviewed", dossier.statement());
        review.put("inLanguage", dossier.language());
        review.set("reviewRating", rating(dossier.verdict()));
        review.set("itemReviewed", claim(dossier));
        review.set("author", organization(newsroom));
        citations(dossier, review);
        var faults = faults(review, scale, newsroom);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return review;
    }

    private static ObjectNode rating(Dossier.Judgement verdict) {
        ObjectNode rating = object("Rating");
        if (verdict.rating().number() != null) {
            rating.put("ratingValue", verdict.rating().number());
            rating.put("worstRating", verdict.worst());
            rating.put("bestRating", verdict.best());
        }
        rating.put("alternateName", verdict.rating().name());
        rating.put("ratingExplanation", verdict.summary());
        return rating;
    }

    private static ObjectNode claim(Dossier.Content dossier) {
        ObjectNode claim = object("Claim");
        var claimant = dossier.claimant();
        if (claimant != null) {
            ObjectNode author = object(claimant.type().schema());
            author.put("name", claimant.name());
            if (claimant.type() == Claimant.Type.PERSON) {
                put(author, "jobTitle", claimant.position());
            }
            link(author, "sameAs", claimant.sameAs());
            claim.set("author", author);
        }
        if (dossier.claimedOn() != null) {
            claim.put("datePublished", dossier.claimedOn().toString());
        }
        claim.set("appearance", appearance(dossier));
        return claim;
    }

    private static ObjectNode appearance(Dossier.Content dossier) {
        ObjectNode work = object("CreativeWork");
        if (dossier.article() == null) {
            link(work, "url", dossier.source().url());
            put(work, "headline", dossier.source().title());
            return work;
        }
        var article = dossier.article().particulars();
        link(work, "url", article.url());
        work.put("headline", article.title());
        work.put("inLanguage", article.language());
        if (article.publishedOn() != null) {
            work.put("datePublished", article.publishedOn().toString());
        }
        if (article.publisher() != null) {
            work.set("publisher", object("Organization").put("name", article.publisher()));
        }
        return work;
    }

    private static void citations(Dossier.Content dossier, ObjectNode review) {
        var citations = review.putArray("citation");
        for (var piece : dossier.evidence()) {
            var source = piece.content().source();
            ObjectNode work = object("CreativeWork").put("name", source.title());
            link(work, "url", source.url());
            link(work, "archivedAt", source.archivedUrl());
            if (source.publishedOn() != null) {
                work.put("datePublished", source.publishedOn().toString());
            }
            if (source.publisher() != null) {
                work.set("publisher", object("Organization").put("name", source.publisher()));
            }
            if (piece.expert() != null) {
                work.set("author", object("Person").put("name", piece.expert().name()));
            }
            citations.add(work);
        }
    }

    private static ObjectNode organization(Newsroom newsroom) {
        ObjectNode organization = object("Organization");
        organization.put("name", newsroom.name());
        organization.put("url", newsroom.url().toString());
        newsroom.logo().ifPresent(logo -> organization.put("logo", logo.toString()));
        newsroom.publishingPrinciples().ifPresent(uri -> organization.put("publishingPrinciples", uri.toString()));
        newsroom.correctionsPolicy().ifPresent(uri -> organization.put("correctionsPolicy", uri.toString()));
        newsroom.verificationFactCheckingPolicy()
                .ifPresent(uri -> organization.put("verificationFactCheckingPolicy", uri.toString()));
        return organization;
    }

    /** What breaks the rules, in the words and with the fields of the forms. */
    static List<Violation> faults(JsonNode review, RatingScale scale, Newsroom newsroom) {
        var faults = new ArrayList<Violation>();
        String statement = review.path("claimReviewed").asText();
        if (Characters.isBlank(statement)) {
            faults.add(new Violation("statement", "A published claim needs a statement: please edit the claim."));
        }
        if (beginsWithVerdict(statement, scale)) {
            faults.add(new Violation(
                    "statement",
                    "The statement begins with a verdict: please edit the claim so that it says what was claimed."));
        }
        JsonNode rating = review.path("reviewRating");
        if (Characters.isBlank(rating.path("alternateName").asText())) {
            faults.add(new Violation("rating", "The rating needs a name that readers see."));
        }
        if (rating.has("ratingValue") && !inRange(rating)) {
            faults.add(
                    new Violation("rating", "The rating's number must lie on the scale, which starts at 1 or more."));
        }
        if (!review.path("url").asText().startsWith(newsroom.url() + "/")) {
            faults.add(new Violation("url", "The page must stand on the newsroom's own site."));
        }
        JsonNode author = review.path("itemReviewed").path("author");
        if (!author.isMissingNode() && Characters.isBlank(author.path("name").asText())) {
            faults.add(new Violation("claimant.name", "Please name the claimant, or leave them out."));
        }
        return faults;
    }

    private static boolean beginsWithVerdict(String statement, RatingScale scale) {
        String verdicts = Stream.concat(
                        Stream.of(VERDICTS), scale.labels().stream().map(label -> Pattern.quote(folded(label.name()))))
                .collect(Collectors.joining("|"));
        return Pattern.compile(SET_APART.formatted(verdicts), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(folded(statement))
                .lookingAt();
    }

    /** However it is typed: wide or narrow, composed or not, with whichever spaces, with marks of direction or without. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}+", "")
                .replaceAll("(?U)\\s+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private static boolean inRange(JsonNode rating) {
        int worst = rating.path("worstRating").asInt();
        int best = rating.path("bestRating").asInt();
        int value = rating.path("ratingValue").asInt();
        return worst >= 1 && best > worst && worst <= value && value <= best;
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    private static void link(ObjectNode object, String name, String address) {
        if (address != null) {
            object.put(name, WebAddress.link(address));
        }
    }

    private static void put(ObjectNode object, String name, String value) {
        if (!Characters.isBlank(value)) {
            object.put(name, value);
        }
    }
}
