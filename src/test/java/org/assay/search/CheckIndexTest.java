package org.assay.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.assay.newsroom.Newsroom;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Soon;
import org.assay.web.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replica does with an index that it finds at its start. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CheckIndexTest {

    private static final String LEFT_OVER = "0";

    @Inject
    DataSource database;

    @Inject
    Newsroom newsroom;

    @TempDir
    Path folder;

    private long claim;

    private CheckIndex started() throws Throwable {
        var index = new CheckIndex();
        index.database = database;
        index.newsroom = newsroom;
        index.settings = new Searches() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public Duration longest() {
                return Duration.ofSeconds(2);
            }

            @Override
            public int atOnce() {
                return 1;
            }
        };
        assertThrows(Unavailable.class, () -> index.read(reader -> reader.numDocs()));
        index.start(null);
        Soon.soon(() -> assertTrue(index.isReady()));
        return index;
    }

    private static boolean has(CheckIndex index, String claim) {
        return index.read(reader -> {
            try {
                return reader.docFreq(Indexed.term(Long.parseLong(claim))) > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** An index of this database, with a document in it that the database knows nothing of. */
    @BeforeEach
    void a_replica_was_here_before() throws Throwable {
        claim = Given.aPublishedClaim();
        var index = started();
        assertTrue(has(index, String.valueOf(claim)));
        index.stop();
        try (var left = IndexFolder.open(folder)) {
            var document = new Document();
            document.add(new StringField(Indexed.CLAIM, LEFT_OVER, Field.Store.NO));
            document.add(new NumericDocValuesField(Indexed.CLAIM, 0));
            document.add(new NumericDocValuesField(Indexed.REVIEWED, 0));
            left.writer().addDocument(document);
            left.commit(left.notes());
        }
    }

    private void noted(String name, String value) throws IOException {
        try (var left = IndexFolder.open(folder)) {
            Map<String, String> notes = new HashMap<>(left.notes());
            notes.put(name, value);
            left.commit(notes);
        }
    }

    private void isBuilt(boolean anew) throws Throwable {
        var index = started();
        try {
            assertTrue(has(index, String.valueOf(claim)));
            assertEquals(anew, !has(index, LEFT_OVER), "built anew");
        } finally {
            index.stop();
        }
    }

    @Test
    void one_that_is_of_this_database_and_format_goes_on() throws Throwable {
        isBuilt(false);
    }

    @Test
    void one_of_another_format_is_built_anew() throws Throwable {
        noted("format", "0");
        isBuilt(true);
    }

    @Test
    void one_of_another_database_is_built_anew() throws Throwable {
        noted("mark", "2020-01-01T00:00:00Z");
        isBuilt(true);
    }

    @Test
    void one_that_saw_more_than_this_database_ever_told_is_built_anew() throws Throwable {
        noted("seen", "999999999");
        isBuilt(true);
    }

    @Test
    void one_that_does_not_say_what_it_saw_is_built_anew() throws Throwable {
        noted("seen", "much");
        isBuilt(true);
    }
}
