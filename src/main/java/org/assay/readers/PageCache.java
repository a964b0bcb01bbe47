package org.assay.readers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The pages that readers asked for lately, each rendered once, up to so many bytes. What changes takes out the pages of its
 * claim and all pages that are about no single one; a replica that lost the feed trusts none.
 */
final class PageCache implements ChangeFeed.Follower, AutoCloseable {

    /**
     * @param query as it was sent; empty where there is none
     * @param form null where the request takes none of those that a check has
     */
    record Key(String path, String query, Representation form) {

        /** Each address has one spelling that is kept, so that nobody fills the memory with the others. */
        private static boolean isPlain(String path) {
            char before = 0;
            for (int i = 0; i < path.length(); i++) {
                char c = path.charAt(i);
                // A part that begins with a dot may mean the folder above.
                boolean steps = before == '/' && (c == '/' || c == '.');
                if (steps || c != '/' && (c > 127 || !Character.isLetterOrDigit(c) && "-._~".indexOf(c) < 0)) {
                    return false;
                }
                before = c;
            }
            return path.startsWith("/") && (before != '/' || path.length() == 1);
        }

        /** Null where it is spelt otherwise, or makes no sense. */
        static Key of(HttpServerRequest request) {
            if (!isPlain(request.path())) {
                return null;
            }
            String query = request.query() == null ? "" : request.query();
            var key = new Key(request.path(), query, Representation.of(request.headers()));
            return key.makesSense() ? key : null;
        }

        private boolean makesSense() {
            try {
                names();
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** Of the query's parameters. @throws IllegalArgumentException where the query makes no sense */
        private Set<String> names() {
            return query.isEmpty()
                    ? Set.of()
                    : new QueryStringDecoder(query, false).parameters().keySet();
        }

        private Key withoutQuery() {
            return new Key(path, "", form);
        }

        /** What a record would make of itself takes several times as long, and this is asked for every page. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && form == key.form && path.equals(key.path) && query.equals(key.query);
        }

        @Override
        public int hashCode() {
            return 31 * path.hashCode() + query.hashCode();
        }
    }

    /** A page, and all that it may be asked for, ready to be written. */
    record Kept(ServedPage page, Map<ServedPage.Answer, Ready> answers) {

        /** @param page that is whole, and @param headers that all pages have */
        static Kept of(ServedPage page, MultiMap headers) {
            var answers = new IdentityHashMap<ServedPage.Answer, Ready>();
            page.answers().forEach(answer -> answers.put(answer, Ready.of(answer, headers)));
            return new Kept(page, answers);
        }

        Ready answer(HttpServerRequest request) {
            return answers.get(page.answer(request::getHeader));
        }
    }

    /** Headers as bytes: to encode the same text each time takes longer than all else about a page from memory. */
    record Ready(int status, List<Map.Entry<CharSequence, CharSequence>> headers, Buffer body) {

        private static final Set<String> OF_ONE_PAGE = Set.of("ETag", "Last-Modified");

        /** Nearly all pages have the same, which is there once for all. */
        private static final LoadingCache<Map.Entry<String, String>, Map.Entry<CharSequence, CharSequence>> SHARED =
                Caffeine.newBuilder().maximumSize(500).build(Ready::encoded);

        private static Ready of(ServedPage.Answer answer, MultiMap others) {
            var headers = Stream.concat(others.entries().stream(), answer.headers().stream())
                    .map(header -> Map.entry(header.getKey(), header.getValue()))
                    .map(header -> OF_ONE_PAGE.contains(header.getKey()) ? encoded(header) : SHARED.get(header))
                    .toList();
            return new Ready(answer.status(), headers, answer.body());
        }

        private static Map.Entry<CharSequence, CharSequence> encoded(Map.Entry<String, String> header) {
            return Map.entry(
                    HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue()));
        }
    }

    private final long most;
    private final Cache<Key, Kept> pages;
    private final AtomicLong changes = new AtomicLong();
    private final ChangeFeed feed;
    private final Clock clock;
    private volatile Instant changedAt;
    private volatile long seen = -1;

    PageCache(DataSource database, long bytes, Clock clock) {
        this.most = bytes;
        this.clock = clock;
        changedAt = clock.instant();
        pages = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Kept kept) ->
                        2 * key.query().length() + kept.page().weight())
                .executor(Runnable::run)
                .recordStats()
                .build();
        feed = ChangeFeed.follow(database, this, "the page cache");
    }

    Cache<Key, Kept> pages() {
        return pages;
    }

    long bytes() {
        return pages.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** Null where there is none, or none that can be trusted. */
    Kept get(Key key) {
        if (!feed.isTrusted()) {
            return null;
        }
        var kept = pages.getIfPresent(key);
        return kept != null || key.query().isEmpty() ? kept : ofNothingHeeded(key);
    }

    /** What a page does not heed in a query makes no other page of it. */
    private Kept ofNothingHeeded(Key key) {
        var plain = pages.getIfPresent(key.withoutQuery());
        return plain != null && Collections.disjoint(plain.page().page().parameters(), key.names()) ? plain : null;
    }

    boolean isTrusted() {
        return feed.isTrusted();
    }

    /** Whether a page that is rendered now would be kept. */
    boolean isKeeping() {
        return most > 0 && isTrusted();
    }

    /** To be asked before a page is rendered, and told when it is kept. */
    long changes() {
        return changes.get();
    }

    /** The latest that anything may have changed for readers: now, while nobody knows; never before this replica's start. */
    Instant changedAt() {
        return isTrusted() ? changedAt : clock.instant();
    }

    /** Keeps a page unless something changed since {@code before}, since then it may be out of date already. */
    void keep(Key asked, Kept kept, long before) {
        var heeded = kept.page().page().parameters();
        if (!isTrusted() || changes.get() != before || !heeded.isEmpty() && !heeded.containsAll(asked.names())) {
            return;
        }
        var key = heeded.isEmpty() ? asked.withoutQuery() : asked;
        pages.put(key, kept);
        if (changes.get() != before) {
            pages.invalidate(key);
        }
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void take(long seq, List<Long> claims) {
        drop(new HashSet<>(claims));
        seen = seq;
    }

    void drop(Set<Long> claims) {
        // In this order: who sees that nothing changed since sees when something did.
        changedAt = clock.instant();
        changes.incrementAndGet();
        pages.asMap().values().removeIf(kept -> {
            Long claim = kept.page().page().claim();
            return claim == null || claims.contains(claim);
        });
    }

    @Override
    public void close() {
        feed.close();
    }
}
