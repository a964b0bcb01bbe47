package org.assay.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.assay.web.Invalid;
import org.assay.web.Json;
import org.assay.web.Unavailable;

/** Finds published checks. What takes too long is given up, and what is too much at once waits its turn. */
@ApplicationScoped
public class CheckSearch {

    /** Counting stops here: nobody reads that far. */
    static final int COUNTED = 1_000;

    /** A word that stands in so many checks is meant as it was typed. */
    private static final int COMMON = 5;

    private static final SortField[] LATEST = {
        new SortField(Indexed.REVIEWED, SortField.Type.LONG, true),
        new SortField(Indexed.CLAIM, SortField.Type.LONG, true)
    };

    private final CheckIndex index;
    private final Searches settings;
    private final Clock clock;
    private final Semaphore turns;

    @Inject
    CheckSearch(CheckIndex index, Searches settings, Clock clock) {
        this.index = index;
        this.clock = clock;
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    static String shown(long count) {
        return count >= COUNTED ? "1,000+" : String.valueOf(count);
    }

    /**
     * The best first, of equals the latest; without words the latest first.
     *
     * @throws Invalid where the words are too many or the token is none of this list
     * @throws Unavailable where it takes too long
     */
    Result find(Narrowing asked, String token, int limit) {
        return inTurn(reader -> {
            var sought = sought(reader, asked.q());
            String question = asked.link();
            if (reader.numDocs() == 0) {
                return new Result(List.of(), null, 0, Map.of());
            }
            var searcher = searcher(reader);
            try {
                TopFieldDocs top = searcher.search(
                        asked.query(sought, null), top(sought, place(token, question, sought), limit + 1));
                requireDone(searcher);
                return new Result(
                        found(reader, top, sought.hits(), limit),
                        next(top, question, limit),
                        top.totalHits.value(),
                        FacetCounts.of(searcher, sought, asked));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What a program gets. @param offset how many of the first ones are left out */
    Listed list(Question asked, String token, int offset, int limit) {
        return inTurn(reader -> {
            var sought = sought(reader, asked.query());
            String question = Json.write(asked);
            if (reader.numDocs() == 0) {
                return new Listed(List.of(), null);
            }
            var searcher = searcher(reader);
            var query = new BooleanQuery.Builder().add(sought.query(), Occur.MUST);
            if (asked.language() != null) {
                query.add(Indexed.having(Facet.LANGUAGE, asked.language()), Occur.FILTER);
            }
            if (asked.days() != null) {
                long since = clock.millis() - TimeUnit.DAYS.toMillis(asked.days());
                query.add(LongField.newRangeQuery(Indexed.NEWEST, since, Long.MAX_VALUE), Occur.FILTER);
            }
            try {
                TopFieldDocs top =
                        searcher.search(query.build(), top(sought, place(token, question, sought), offset + limit + 1));
                requireDone(searcher);
                var entries = entries(reader, top, offset + limit);
                return new Listed(
                        entries.subList(Math.min(offset, entries.size()), entries.size()),
                        next(top, question, offset + limit));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T inTurn(Function<DirectoryReader, T> search) {
        boolean mine = false;
        try {
            mine = turns.tryAcquire(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new Unavailable("Many are searching right now. Please try again in a moment.");
            }
            return index.read(search);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The search was interrupted. Please try again in a moment.");
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }

    private IndexSearcher searcher(DirectoryReader reader) {
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(settings.longest().toMillis()));
        return searcher;
    }

    static void requireDone(IndexSearcher searcher) {
        if (searcher.timedOut()) {
            throw new Unavailable("This search takes too long. Please look for fewer or longer words.");
        }
    }

    static Sought sought(DirectoryReader reader, String q) {
        return Sought.of(q == null ? "" : q, FacetState.of(reader).languages(), word -> isCommon(reader, word));
    }

    private static boolean isCommon(DirectoryReader reader, String word) {
        try {
            return reader.docFreq(new Term(Indexed.ALL, word)) >= COMMON;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String token, String question, Sought sought) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        return Place.of(token, question)
                .filter(place -> place.isScored() != sought.isEmpty())
                .orElseThrow(() -> new Invalid("after", "Please send the token that this very list gave as next."));
    }

    private static TopFieldCollectorManager top(Sought sought, Place after, int most) {
        var sort = sought.isEmpty() ? new Sort(LATEST) : new Sort(SortField.FIELD_SCORE, LATEST[0], LATEST[1]);
        return new TopFieldCollectorManager(sort, most, after == null ? null : after.lastShown(), COUNTED);
    }

    private static String next(TopFieldDocs top, String question, int limit) {
        return top.scoreDocs.length <= limit
                ? null
                : Place.after(question, ((FieldDoc) top.scoreDocs[limit - 1]).fields)
                        .token();
    }

    private static List<Entry> entries(DirectoryReader reader, TopFieldDocs top, int limit) throws IOException {
        var entries = new ArrayList<Entry>();
        var stored = reader.storedFields();
        for (int i = 0; i < Math.min(limit, top.scoreDocs.length); i++) {
            var bytes =
                    stored.document(top.scoreDocs[i].doc, Set.of(Indexed.ENTRY)).getBinaryValue(Indexed.ENTRY);
            entries.add(Json.read(bytes.utf8ToString(), Entry.class));
        }
        return entries;
    }

    private static List<Result.Found> found(DirectoryReader reader, TopFieldDocs top, Hits hits, int limit)
            throws IOException {
        return entries(reader, top, limit).stream()
                .map(entry -> new Result.Found(
                        entry,
                        hits.in(entry.statement(), entry.language()),
                        hits.in(entry.summary(), entry.language()),
                        hits.around(entry.rest(), entry.language())))
                .toList();
    }
}
