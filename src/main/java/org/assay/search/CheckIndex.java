package org.assay.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.assay.newsroom.Newsroom;
import org.assay.publication.Publication;
import org.assay.publication.PublishedVersion;
import org.assay.readers.ChangeFeed;
import org.assay.web.Unavailable;
import org.jboss.logging.Logger;

/**
 * What is published, to be searched: this replica's own index, derived from the database and kept up to date by the feed of
 * changes. Built anew where there is none, or one of another format or of another database.
 */
@ApplicationScoped
public class CheckIndex implements ChangeFeed.Follower {

    private static final Logger LOG = Logger.getLogger(CheckIndex.class);

    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    DataSource database;

    @Inject
    Searches settings;

    @Inject
    Newsroom newsroom;

    private Thread opening;
    private IndexFolder folder;
    private volatile ChangeFeed feed;
    private volatile SearcherManager searchers;
    private volatile long seen;
    private volatile boolean stopped;

    void start(@Observes StartupEvent started) {
        opening = Thread.ofVirtual().name("opening the search index").start(this::open);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        if (opening != null) {
            opening.interrupt();
            opening.join();
        }
        if (feed != null) {
            feed.close();
        }
        if (folder != null) {
            folder.close();
        }
    }

    /** Whether there is an index that shows what is published now. */
    public boolean isReady() {
        return feed != null && feed.isTrusted();
    }

    /** @throws Unavailable while there is no index that can be trusted */
    <T> T read(Function<DirectoryReader, T> reading) {
        if (!isReady()) {
            throw new Unavailable("The archive is being prepared. Please try again in a moment.");
        }
        try {
            var searcher = searchers.acquire();
            try {
                return reading.apply((DirectoryReader) searcher.getIndexReader());
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        while (!stopped && feed == null) {
            try {
                if (folder == null) {
                    folder = IndexFolder.open(settings.folder().toAbsolutePath());
                }
                if (!holds(folder.notes())) {
                    build();
                }
                searchers = new SearcherManager(folder.writer(), new SearcherFactory());
                feed = ChangeFeed.follow(database, this, "the search index");
            } catch (IOException | SQLException | RuntimeException e) {
                if (!stopped) {
                    LOG.warnf(e, "The search index is not open yet");
                    pause();
                }
            }
        }
    }

    /** Whether the index was made of this database, in this format: the change that it saw last is known here. */
    private boolean holds(Map<String, String> notes) throws SQLException {
        if (!Indexed.FORMAT.equals(notes.get("format"))
                || !notes.getOrDefault("seen", "").matches("[0-9]{1,18}")) {
            return false;
        }
        seen = Long.parseLong(notes.get("seen"));
        return seen > 0 && mark(seen).equals(notes.get("mark"));
    }

    private void build() throws IOException, SQLException {
        long started = System.nanoTime();
        long newest = newest();
        folder.writer().deleteAll();
        long after = 0;
        int indexed = 0;
        for (var some = live(after); !some.isEmpty() && !stopped; some = live(after)) {
            for (var version : some) {
                folder.writer().addDocument(Indexed.document(version, newsroom.timeZone()));
            }
            after = some.getLast().publication().claimId();
            indexed += some.size();
            if (indexed % (20 * AT_ONCE) == 0) {
                LOG.infof("Building the search index: %d checks so far", indexed);
            }
        }
        if (!stopped) {
            note(newest);
            LOG.infof(
                    "The search index is built: %d checks in %d ms",
                    indexed, (System.nanoTime() - started) / 1_000_000);
        }
    }

    private static List<PublishedVersion> live(long after) {
        return QuarkusTransaction.requiringNew().call(() -> Publication.liveAfter(after, AT_ONCE));
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void take(long seq, List<Long> claims) {
        try {
            var gone = new HashSet<>(claims);
            for (var version : QuarkusTransaction.requiringNew().call(() -> Publication.liveOf(gone))) {
                long claim = version.publication().claimId();
                folder.writer().updateDocument(Indexed.term(claim), Indexed.document(version, newsroom.timeZone()));
                gone.remove(claim);
            }
            for (long claim : gone) {
                folder.writer().deleteDocuments(Indexed.term(claim));
            }
            searchers.maybeRefreshBlocking();
            note(seq);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(long seq) throws IOException, SQLException {
        folder.commit(Map.of("format", Indexed.FORMAT, "seen", String.valueOf(seq), "mark", mark(seq)));
        seen = seq;
    }

    private long newest() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select coalesce(max(seq), 0) from publication_change");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What tells this database's change of a number from another's: when it was. */
    private String mark(long seq) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select at from publication_change where seq = ?")) {
            select.setLong(1, seq);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getTimestamp(1).toInstant().toString() : "";
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
