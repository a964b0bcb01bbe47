package org.assay.readers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The pages that readers asked for lately, each rendered once, up to so many bytes. What changes takes out the pages of its
 * claim and all pages that are about no single one; a replica that lost the feed trusts none.
 */
final class PageCache implements ChangeFeed.Follower, AutoCloseable {

    /** @param target the path with the query as it was sent */
    record Key(String target, Representation form) {}

    /** A page, and what else was sent with it: the headers that all pages have. */
    record Kept(ServedPage page, List<Map.Entry<String, String>> headers) {}

    private final Cache<Key, Kept> pages;
    private final AtomicLong changes = new AtomicLong();
    private final ChangeFeed feed;
    private volatile long seen = -1;

    PageCache(DataSource database, long bytes) {
        pages = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Kept kept) ->
                        2 * key.target().length() + kept.page().weight())
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
        return feed.isTrusted() ? pages.getIfPresent(key) : null;
    }

    boolean isTrusted() {
        return feed.isTrusted();
    }

    /** To be asked before a page is rendered, and told when it is kept. */
    long changes() {
        return changes.get();
    }

    /** Keeps a page unless something changed since {@code before}: it may be out of date already. */
    void keep(Key key, Kept kept, long before) {
        if (!isTrusted() || changes.get() != before) {
            return;
        }
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
