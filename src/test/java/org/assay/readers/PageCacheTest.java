package org.assay.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** In which order the cache notes a change: those who read it meanwhile are misled otherwise. */
class PageCacheTest {

    private static final DataSource AWAY = (DataSource) Proxy.newProxyInstance(
            PageCacheTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (database, method, arguments) -> {
                throw new SQLException("away");
            });

    private PageCache cache;

    @Test
    void who_sees_that_nothing_changed_since_sees_when_something_did() {
        var changesAtEachLook = new ArrayList<Long>();
        var watched = new Clock() {
            @Override
            public Instant instant() {
                if (cache != null) {
                    changesAtEachLook.add(cache.changes());
                }
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        cache = new PageCache(AWAY, 1_000, watched);
        cache.drop(Set.of(1L));
        cache.close();
        assertEquals(List.of(0L), changesAtEachLook, "the moment is noted before the change is counted");
        assertEquals(1, cache.changes());
    }
}
