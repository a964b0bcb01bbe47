package org.assay.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    @TempDir
    Path folder;

    private static void add(IndexFolder index, long claim) throws IOException {
        var document = new Document();
        document.add(new StringField(Indexed.CLAIM, Long.toString(claim), Field.Store.NO));
        document.add(new NumericDocValuesField(Indexed.CLAIM, claim));
        document.add(new NumericDocValuesField(Indexed.REVIEWED, claim));
        index.writer().addDocument(document);
    }

    private static int documents(IndexFolder index) {
        return index.writer().getDocStats().numDocs;
    }

    private void filled() throws IOException {
        try (var index = IndexFolder.open(folder)) {
            add(index, 1);
            add(index, 2);
            index.commit(Map.of("seen", "7"));
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("1"))) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart_with_what_was_noted() throws IOException {
        filled();
        try (var index = IndexFolder.open(folder)) {
            assertEquals(2, documents(index));
            assertEquals(Map.of("seen", "7"), index.notes());
        }
    }

    @Test
    void what_cannot_be_read_is_thrown_away_to_be_built_anew() throws IOException {
        for (String damaged : List.of("segments_", ".cfs", ".si", ".cfe")) {
            filled();
            for (Path file : files()) {
                if (file.getFileName().toString().contains(damaged)) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            try (var index = IndexFolder.open(folder)) {
                assertTrue(index.notes().isEmpty() && documents(index) == 0 || documents(index) >= 2, damaged);
                add(index, 3);
                index.commit(Map.of("seen", "8"));
                assertEquals("8", index.notes().get("seen"));
            }
        }
    }

    @Test
    void a_missing_file_is_no_reason_to_stop() throws IOException {
        filled();
        for (Path file : files()) {
            if (file.getFileName().toString().endsWith(".cfs")) {
                Files.delete(file);
            }
        }
        try (var index = IndexFolder.open(folder)) {
            assertEquals(0, documents(index));
            assertEquals(Map.of(), index.notes());
        }
    }

    @Test
    void a_lock_that_a_killed_process_left_does_not_count() throws IOException {
        filled();
        Files.write(folder.resolve("1/write.lock"), new byte[0]);
        try (var index = IndexFolder.open(folder)) {
            assertEquals(2, documents(index));
        }
    }

    @Test
    void each_replica_takes_a_place_of_its_own_in_the_same_folder() throws IOException {
        try (var first = IndexFolder.open(folder);
                var second = IndexFolder.open(folder)) {
            add(first, 1);
            assertEquals(1, documents(first));
            assertEquals(0, documents(second));
        }
        try (var again = IndexFolder.open(folder)) {
            assertEquals(1, documents(again));
        }
    }

    @Test
    void a_folder_that_cannot_be_used_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var failure = assertThrows(RuntimeException.class, () -> IndexFolder.open(file));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }
}
