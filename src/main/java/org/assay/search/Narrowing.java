package org.assay.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.assay.web.Characters;
import org.assay.web.Links;

/** The words that somebody looks for, as typed, and the facets that they chose: all of it stands in the page's address. */
public record Narrowing(String q, Map<Facet, String> chosen) {

    /** @param sent by the names of facets; blank values choose nothing */
    static Narrowing of(String q, Map<String, String> sent) {
        var chosen = new EnumMap<Facet, String>(Facet.class);
        sent.forEach((name, value) -> Facet.of(name)
                .filter(facet -> !Characters.isBlank(value))
                .ifPresent(facet -> chosen.put(facet, value)));
        return new Narrowing(Characters.isBlank(q) ? null : q, chosen);
    }

    /** In characters. */
    int length() {
        return (q == null ? 0 : q.length())
                + chosen.values().stream().mapToInt(String::length).sum();
    }

    public boolean isEmpty() {
        return q == null && chosen.isEmpty();
    }

    public boolean has(Facet facet, String value) {
        return value.equals(chosen.get(facet));
    }

    /** The same with one facet chosen; with its value null, or chosen already, without it. */
    public Narrowing with(Facet facet, String value) {
        var other = new EnumMap<Facet, String>(Facet.class);
        other.putAll(chosen);
        if (value == null || has(facet, value)) {
            other.remove(facet);
        } else {
            other.put(facet, value);
        }
        return new Narrowing(q, other);
    }

    /** Those that have the words and what was chosen. @param but a facet that is left open; null for none */
    Query query(Sought sought, Facet but) {
        var query = new BooleanQuery.Builder().add(sought.query(), Occur.MUST);
        chosen.forEach((facet, value) -> {
            if (facet != but) {
                query.add(Indexed.having(facet, value), Occur.FILTER);
            }
        });
        return query.build();
    }

    /** The page's address. */
    public String link() {
        return Links.to("/checks", parameters().toArray());
    }

    /** What the token of the next page is added to. */
    public String linkAfter() {
        return link() + (isEmpty() ? "?" : "&") + "after=";
    }

    /** Where the feed of the chosen rating stands, without the format; null where none is chosen that can have one. */
    public String feed() {
        String rating = chosen.get(Facet.RATING);
        return rating != null && rating.matches("[a-z0-9-]+") ? "/ratings/" + rating : null;
    }

    private List<Object> parameters() {
        var parameters = new ArrayList<Object>();
        parameters.add("q");
        parameters.add(q);
        chosen.forEach((facet, value) -> {
            parameters.add(facet.toString());
            parameters.add(value);
        });
        return parameters;
    }
}
