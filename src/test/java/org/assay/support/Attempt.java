package org.assay.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.newsroom.Newsroom;

/**
 * A request that would do something if it were let in: the claim is in the stage in which the move is made, and nothing is
 * missing from what is sent.
 *
 * @param path with numbers and names of what there is
 * @param sent as JSON has it
 */
public record Attempt(Route route, String path, Map<String, ?> sent) {

    /** On things that nobody else works with. */
    public static Attempt at(Route route) {
        return route.isAtTheDesk() || route.isOfTheApi() ? atWork(route) : asReader(route);
    }

    private static Attempt atWork(Route route) {
        return switch (route.address().replaceFirst("^/(api/v1|desk)", "")) {
            case "/articles" ->
                of(route, 0, Map.of("url", Given.anAddress(), "title", "Talks", "language", "en", "text", Given.TEXT));
            case "/articles/{id}", "/articles/{id}/edit" -> of(route, Given.anArticle(), Map.of("title", "More talks"));
            case "/experts" -> of(route, 0, Map.of("name", "Wendy Witness"));
            case "/experts/{id}", "/experts/{id}/edit" -> of(route, anExpert(), Map.of("name", "Wendy W. Witness"));
            case "/scales" -> of(route, 0, Map.of("labels", theScaleInForce()));
            case "/claims" ->
                of(
                        route,
                        0,
                        Map.of(
                                "statement",
                                "The levy rose.",
                                "language",
                                "en",
                                "topics",
                                List.of("trade", "levies"),
                                "claimant",
                                Map.of("name", "Mina Minister"),
                                "quote",
                                Map.of("articleId", Given.anArticle(), "exact", "the levy rose to 157 per cent")));
            case "/claims/{id}", "/claims/{id}/edit", "/claims/{id}/history" ->
                of(route, Given.aLoggedClaim(), Map.of("statement", "The levy rose a little."));
            case "/claims/{id}/evidence" -> of(route, Given.aLoggedClaim(), Given.anExpertStatement("Wendy Witness"));
            case "/claims/{id}/evidence/{n}/removal" ->
                of(route, Given.aClaimWithEvidence(), Map.of("reason", "It says nothing of this."));
            case "/claims/{id}/verdict", "/claims/{id}/verdict/preview", "/claims/{id}/verdict/preview/fragment" ->
                of(route, Given.aClaimWithEvidence(), Given.aVerdict());
            case "/claims/{id}/return" -> of(route, Given.aProposedClaim(), Map.of("note", "Please find another."));
            case "/claims/{id}/approval" -> {
                long claim = Given.aProposedClaim();
                yield of(route, claim, Map.of("digest", Given.digest(claim)));
            }
            case "/claims/{id}/publication" -> of(route, Given.anApprovedClaim(), Map.of());
            case "/claims/{id}/withdrawal" -> of(route, Given.aPublishedClaim(), Map.of("reason", "It was forged."));
            case "/claims/{id}/reopening" -> of(route, Given.anApprovedClaim(), Map.of("reason", "New figures."));
            case "/claims/{id}/drop" -> of(route, Given.aLoggedClaim(), Map.of("reason", "advertising"));
            case "/claims/{id}/restoration" -> of(route, Given.aDroppedClaim(), Map.of());
            default -> of(route, 0, Map.of());
        };
    }

    private static Attempt asReader(Route route) {
        String address = route.address();
        if (address.equals("/oembed")) {
            var newsroom = CDI.current().select(Newsroom.class).get().url();
            return new Attempt(route, address + "?url=" + newsroom + Given.page(Given.aPublishedClaim()), Map.of());
        }
        if (address.startsWith("/v1alpha1/")) {
            return new Attempt(route, address.replace("{colon}", ":") + "?query=levy", Map.of());
        }
        if (!address.contains("{")) {
            return new Attempt(route, address.replace("/*", "/"), Map.of());
        }
        var story = Story.of("It is so.").proposed().approved().published();
        String folder = address.substring(1).replaceFirst("/.*", "");
        String slug = switch (folder) {
            case "topics", "claimants", "publishers", "experts" -> story.subject(folder);
            default -> story.check();
        };
        String path = address.replace("/" + folder + "/{slug}", slug)
                .replace("{slug}", "about")
                .replace("{key}", "mixed")
                .replace("{format}", "atom")
                .replace("{n}", "1");
        return new Attempt(route, path, Map.of());
    }

    private static Attempt of(Route route, long id, Map<String, ?> sent) {
        String path = route.address().replace("{id}", String.valueOf(id)).replace("{n}", "1");
        boolean edits = route.isAtTheDesk()
                && route.method().equals("POST")
                && route.address().endsWith("/{id}");
        if (!edits) {
            return new Attempt(route, path, sent);
        }
        var form = Shown.of(Desk.as("rosa").get(path + "/edit")).with(200).typed();
        form.putAll(sent);
        return new Attempt(route, path, form);
    }

    private static long anExpert() {
        return Api.as("rosa")
                .body(Map.of("name", "Wendy Witness"))
                .post("/experts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static List<Map<String, Object>> theScaleInForce() {
        return Api.as("ada").get("/scales").jsonPath().getList("items[0].labels");
    }

    /** @param as somebody of {@link Desk} or {@link Api}, or nobody */
    public Response by(RequestSpecification as) {
        as.basePath("").redirects().follow(false);
        if (route.reads() || route.method().equals("any")) {
            return as.urlEncodingEnabled(false).get(path);
        }
        if (!route.isOfTheApi()) {
            return as.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(fields())
                    .request(route.method(), path);
        }
        if (route.method().equals("PATCH")) {
            as.header("If-Match", "\"1\"");
        }
        return as.contentType("application/json").body(sent).request(route.method(), path);
    }

    /** What is sent, as a form has it. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        sent.forEach((name, value) -> flatten(name, value, fields));
        return fields;
    }

    private static void flatten(String name, Object value, Map<String, Object> fields) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, field) -> flatten(name + "." + key, field, fields));
        } else if (value instanceof List<?> rows && rows.getFirst() instanceof Map) {
            for (int i = 0; i < rows.size(); i++) {
                flatten(name + "[" + i + "]", rows.get(i), fields);
            }
        } else if (value instanceof List<?> items) {
            fields.put(
                    name, String.join(", ", items.stream().map(String::valueOf).toList()));
        } else if (value != null) {
            fields.put(name, value);
        }
    }
}
