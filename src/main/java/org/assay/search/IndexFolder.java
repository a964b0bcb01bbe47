package org.assay.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/**
 * The index on local disk. It is derived from the database and disposable: what cannot be read is thrown away. Several
 * replicas may have the same folder; each takes the first place in it that no other holds.
 */
final class IndexFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    private static final int MOST_PLACES = 16;
    private static final long MOST_BUFFER_MB = 64;
    private static final long LEAST_BUFFER_MB = 8;

    private final Directory directory;
    private final IndexWriter writer;

    private IndexFolder(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    static IndexFolder open(Path folder) {
        for (int place = 1; place <= MOST_PLACES; place++) {
            try {
                return at(folder.resolve(String.valueOf(place)));
            } catch (LockObtainFailedException held) {
                LOG.debugf("Another replica holds place %d", place);
            } catch (IOException e) {
                throw new UncheckedIOException("The search index's folder cannot be used: " + folder, e);
            }
        }
        throw new IllegalStateException("%d replicas hold all places in %s: please give this one a folder of its own."
                .formatted(MOST_PLACES, folder));
    }

    private static IndexFolder at(Path place) throws IOException {
        Files.createDirectories(place);
        try {
            return new IndexFolder(FSDirectory.open(place));
        } catch (LockObtainFailedException held) {
            throw held;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warnf("The search index cannot be read and will be built anew: %s", unreadable.getMessage());
            clear(place);
            return new IndexFolder(FSDirectory.open(place));
        }
    }

    IndexFolder(Directory directory) throws IOException {
        this(directory, new IndexWriter(directory, settings()));
    }

    private static IndexWriterConfig settings() {
        var merging = new ConcurrentMergeScheduler();
        merging.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig(Analysis.INDEXED)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(bufferMb())
                .setMergeScheduler(merging)
                .setCommitOnClose(true)
                .setIndexSort(new Sort(
                        new SortField(Indexed.REVIEWED, SortField.Type.LONG, true),
                        new SortField(Indexed.CLAIM, SortField.Type.LONG, true)));
    }

    /** An eighth of the heap, on which it grows while an index is built. */
    private static long bufferMb() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 8 / 1024 / 1024, LEAST_BUFFER_MB, MOST_BUFFER_MB);
    }

    private static void clear(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(place)) {
                    Files.delete(file);
                }
            }
        }
    }

    IndexWriter writer() {
        return writer;
    }

    /** What was noted with the last commit. */
    Map<String, String> notes() {
        var notes = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            StreamSupport.stream(live.spliterator(), false).forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return notes;
    }

    void commit(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(List.copyOf(notes.entrySet()));
        writer.commit();
    }

    @Override
    public void close() {
        try {
            writer.close();
            directory.close();
        } catch (IOException e) {
            LOG.warnf("The search index was not closed: %s", e.getMessage());
        }
    }
}
