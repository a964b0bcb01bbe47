package org.assay.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.assay.newsroom.Newsroom;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Json;
import org.assay.web.WebAddress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The claims:search of Google's Fact Check Tools API, revision 20240929, over what this newsroom published: the official
 * clients work with it once they are given its address. Of the parameters that all of Google's APIs have {@code alt} and
 * {@code prettyPrint} are heeded; the others, {@code key} and {@code fields} among them, are accepted and change nothing.
 */
@Path("/v1alpha1/claims{colon:(:|%3A|%3a)}search")
@PermitAll
class ClaimsSearch {

    private static final int DEFAULT_SIZE = 10;
    private static final int MOST = 100;
    private static final int FURTHEST = 1_000;
    private static final int LONGEST_AGE = 36_500;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Answer(List<FoundClaim> claims, String nextPageToken) {}

    record FoundClaim(String text, String claimant, String claimDate, List<Review> claimReview) {}

    record Review(
            Publisher publisher,
            String url,
            String title,
            String reviewDate,
            String textualRating,
            String languageCode) {}

    record Publisher(String name, String site) {}

    @Inject
    CheckSearch search;

    @Inject
    Newsroom newsroom;

    @GET
    @Operation(hidden = true)
    public Response search(
            @RestQuery String query,
            @RestQuery String languageCode,
            @RestQuery String reviewPublisherSiteFilter,
            @RestQuery String maxAgeDays,
            @RestQuery String pageSize,
            @RestQuery String pageToken,
            @RestQuery String offset,
            @RestQuery String alt,
            @RestQuery String prettyPrint) {
        if (alt != null && !alt.equals("json")) {
            throw new Invalid("alt", "Invalid value for alt: only json is available.");
        }
        boolean all = Characters.isBlank(query);
        if (all && Characters.isBlank(reviewPublisherSiteFilter)) {
            throw new Invalid("query", "Please give a query or a reviewPublisherSiteFilter.");
        }
        var asked = new Question(
                all ? null : query, language(languageCode), number("maxAgeDays", maxAgeDays, null, LONGEST_AGE));
        int size = Math.min(MOST, number("pageSize", pageSize, DEFAULT_SIZE, Integer.MAX_VALUE));
        int skipped = number("offset", offset, 0, FURTHEST);
        if (skipped > 0 && !Characters.isBlank(pageToken)) {
            throw new Invalid("offset", "Please give either an offset or a pageToken.");
        }
        var listed = isOurs(reviewPublisherSiteFilter)
                ? search.list(asked, pageToken, skipped, size == 0 ? DEFAULT_SIZE : size)
                : new Listed(List.of(), null);
        var answer = new Answer(listed.entries().stream().map(this::claim).toList(), listed.next());
        return json(answer, !"false".equals(prettyPrint));
    }

    private static String language(String tag) {
        if (Characters.isBlank(tag)) {
            return null;
        }
        String language = Analysis.primary(tag);
        if (language.isEmpty()) {
            throw new Invalid("languageCode", "Invalid value at 'languageCode': a BCP-47 tag such as en is needed.");
        }
        return language;
    }

    private static Integer number(String name, String sent, Integer otherwise, int most) {
        if (sent == null || sent.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(sent);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what to send
        }
        throw new Invalid(name, "Invalid value at '%s': a whole number from 0 to %d is needed.".formatted(name, most));
    }

    private boolean isOurs(String site) {
        if (Characters.isBlank(site)) {
            return true;
        }
        String address = "https://" + site.strip().replaceFirst("^https?://", "");
        return WebAddress.fault(address) == null && WebAddress.host(address).equals(site());
    }

    private String site() {
        return WebAddress.host(newsroom.url().toString());
    }

    private FoundClaim claim(Entry entry) {
        var review = new Review(
                new Publisher(newsroom.name(), site()),
                entry.url(newsroom),
                entry.statement(),
                entry.reviewedAt().toString(),
                entry.ratingName(),
                Analysis.primary(entry.language()));
        String claimed = entry.claimedOn() == null ? null : entry.claimedOn() + "T00:00:00Z";
        return new FoundClaim(entry.statement(), entry.claimant(), claimed, List.of(review));
    }

    private static Response json(Answer answer, boolean pretty) {
        return Response.ok()
                .type("application/json;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .entity(pretty ? Json.pretty(answer) : Json.write(answer))
                .build();
    }
}
