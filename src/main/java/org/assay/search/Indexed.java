package org.assay.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.assay.claim.Dossier;
import org.assay.publication.PublishedVersion;
import org.assay.web.Characters;
import org.assay.web.Json;
import org.assay.web.Markdown;

/** A published check as the index holds it. */
final class Indexed {

    /** To be raised whenever what is written here changes: an index of another format is built anew. */
    static final String FORMAT = "2";

    static final String CLAIM = "claim";
    static final String ENTRY = "entry";
    static final String REVIEWED = "reviewed";
    static final String NEWEST = "newest";

    /** Everything that is looked in, and again what counts for more. */
    static final String ALL = "all";

    static final String STATEMENT = "statement";
    static final String CLAIMANT = "claimant";

    private static final String STEMS = ".stems";

    static final FacetsConfig FACETS = facets();

    private Indexed() {}

    private static FacetsConfig facets() {
        var config = new FacetsConfig();
        Stream.of(Facet.values()).forEach(facet -> config.setMultiValued(facet.toString(), true));
        return config;
    }

    /** The field of a text's words without their endings. */
    static String stems(String field) {
        return field + STEMS;
    }

    static boolean isStems(String field) {
        return field.endsWith(STEMS);
    }

    static Query having(Facet facet, String value) {
        String dimension = facet.toString();
        return new TermQuery(DrillDownQuery.term(FACETS.getDimConfig(dimension).indexFieldName, dimension, value));
    }

    static Term term(long claim) {
        return new Term(CLAIM, Long.toString(claim));
    }

    static Document document(PublishedVersion version, ZoneId zone) {
        var dossier = version.dossier().content();
        return document(entry(version, dossier), dossier, zone);
    }

    static Document document(Entry entry, Dossier.Content dossier, ZoneId zone) {
        var document = new Document();
        document.add(new StringField(CLAIM, Long.toString(entry.claim()), Field.Store.NO));
        document.add(new NumericDocValuesField(CLAIM, entry.claim()));
        document.add(new NumericDocValuesField(REVIEWED, entry.reviewedAt().toEpochMilli()));
        document.add(new LongField(NEWEST, newest(entry).toEpochMilli(), Field.Store.NO));
        document.add(new StoredField(ENTRY, new BytesRef(Json.write(entry))));
        text(document, STATEMENT, entry.language(), entry.statement());
        if (entry.claimant() != null) {
            text(document, CLAIMANT, entry.language(), entry.claimant());
        }
        for (String text : List.of(
                entry.statement(), Objects.requireNonNullElse(entry.claimant(), ""), entry.summary(), entry.rest())) {
            text(document, ALL, entry.language(), text);
        }
        facets(document, entry, dossier, zone);
        try {
            return FACETS.build(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(PublishedVersion version, Dossier.Content dossier) {
        var rating = dossier.verdict().rating();
        return new Entry(
                version.publication().claimId(),
                version.publication().slug(),
                dossier.statement(),
                dossier.language(),
                dossier.wording(),
                dossier.claimant() == null ? null : dossier.claimant().name(),
                dossier.claimedOn(),
                rating.key(),
                rating.name(),
                dossier.verdict().level(),
                dossier.verdict().summary(),
                rest(dossier),
                version.n(),
                version.publishedAt());
    }

    /** A claim may be dated after its review only where the newsroom's day is ahead; the later of both counts. */
    private static Instant newest(Entry entry) {
        LocalDate claimed = entry.claimedOn();
        Instant claimedAt = claimed == null
                ? Instant.MIN
                : claimed.atStartOfDay(ZoneOffset.UTC).toInstant();
        return claimedAt.isAfter(entry.reviewedAt()) ? claimedAt : entry.reviewedAt();
    }

    private static String rest(Dossier.Content dossier) {
        var texts = new ArrayList<String>();
        texts.add(Markdown.text(dossier.verdict().rationale()));
        for (var piece : dossier.evidence()) {
            texts.add(piece.content().note());
            texts.add(piece.content().quote());
            texts.add(piece.expert() == null ? null : piece.expert().name());
            texts.add(piece.content().source().title());
        }
        return String.join("\n", texts.stream().filter(Objects::nonNull).toList());
    }

    private static void text(Document document, String field, String language, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
        var stems = String.join(" ", Analysis.terms(Analysis.stemmed(language), text));
        document.add(new TextField(stems(field), stems, Field.Store.NO));
    }

    private static void facets(Document document, Entry entry, Dossier.Content dossier, ZoneId zone) {
        facet(document, Facet.RATING, entry.rating());
        dossier.topics().forEach(topic -> facet(document, Facet.TOPIC, topic.toLowerCase(Locale.ROOT)));
        facet(document, Facet.CLAIMANT, entry.claimant());
        facet(
                document,
                Facet.PUBLISHER,
                dossier.article() == null
                        ? null
                        : dossier.article().particulars().publisher());
        dossier.evidence().stream()
                .filter(piece -> piece.expert() != null)
                .map(piece -> piece.expert().name())
                .distinct()
                .forEach(expert -> facet(document, Facet.EXPERT, expert));
        facet(document, Facet.LANGUAGE, Analysis.primary(entry.language()));
        facet(
                document,
                Facet.YEAR,
                String.valueOf(entry.reviewedAt().atZone(zone).getYear()));
    }

    private static void facet(Document document, Facet facet, String value) {
        if (!Characters.isBlank(value)) {
            document.add(new SortedSetDocValuesFacetField(facet.toString(), value));
        }
    }
}
