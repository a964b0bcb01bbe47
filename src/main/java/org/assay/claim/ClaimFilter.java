package org.assay.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.people.Person;
import org.assay.web.Invalid;
import org.assay.web.Links;
import org.assay.web.Page;
import org.assay.web.Words;

/** Which claims somebody looks for; null leaves a question out. */
public record ClaimFilter(Stage stage, String topic, String claimant, String publisher, boolean mine, String q) {

    /** @throws Invalid where the stage is none, or a text holds what no text may hold */
    static ClaimFilter of(String stage, String topic, String claimant, String publisher, String mine, String q) {
        return new ClaimFilter(
                stage(stage),
                Page.filter("topic", topic),
                Page.filter("claimant", claimant),
                Page.filter("publisher", publisher),
                mine != null && !mine.isEmpty(),
                Page.filter("q", q));
    }

    private static Stage stage(String sent) {
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.toString().equals(sent))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "stage",
                        "Please choose one of %s."
                                .formatted(Arrays.stream(Stage.values())
                                        .map(Stage::toString)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Newest first. */
    Page<ClaimRow> page(Person me, String after, int limit) {
        var conditions = new ArrayList<String>(List.of("c.id < :before"));
        var parameters = new HashMap<String, Object>(Map.of("before", Page.after(after, Long.MAX_VALUE)));
        if (stage != null) {
            conditions.add("c.stage = :stage");
            parameters.put("stage", stage);
        }
        if (topic != null) {
            // Hibernate's own array function asks for varchar[], which text[] is not compared with.
            conditions.add(
                    "cast(sql('(? @> array[cast(? as text)])', c.particulars.topics, :topic) as boolean) = true");
            parameters.put("topic", topic.strip());
        }
        if (claimant != null) {
            conditions.add("c.particulars.claimant.name ilike :claimant escape '!'");
            parameters.put("claimant", Words.pattern(claimant));
        }
        if (publisher != null) {
            conditions.add("a.particulars.publisher ilike :publisher escape '!'");
            parameters.put("publisher", Words.pattern(publisher));
        }
        if (mine) {
            conditions.add(ClaimRow.CONTRIBUTED);
            parameters.put("me", me.subject());
        }
        if (q != null) {
            String[] words = q.strip().split("\\s+");
            for (int i = 0; i < Math.min(words.length, 10); i++) {
                conditions.add("c.particulars.statement ilike :word" + i + " escape '!'");
                parameters.put("word" + i, Words.pattern(words[i]));
            }
        }
        String where = "where " + String.join(" and ", conditions) + " order by c.id desc";
        return Page.of(ClaimRow.rows(where, parameters, limit + 1), limit, row -> String.valueOf(row.id()));
    }

    /** The list's address with these filters. */
    public String link() {
        return Links.to(
                "/desk/claims",
                "stage",
                stage,
                "topic",
                topic,
                "claimant",
                claimant,
                "publisher",
                publisher,
                "mine",
                mine ? "1" : null,
                "q",
                q);
    }

    /** What the token of the next page is added to. */
    public String linkAfter() {
        return link() + (isEmpty() ? "?" : "&") + "after=";
    }

    public boolean isEmpty() {
        return stage == null && topic == null && claimant == null && publisher == null && !mine && q == null;
    }
}
