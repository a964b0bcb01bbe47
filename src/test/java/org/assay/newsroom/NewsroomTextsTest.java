package org.assay.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsroomTextsTest {

    @TempDir
    Path folder;

    private record Named(
            Optional<Path> about, Optional<Path> funding, Optional<Path> correctionsPolicy, Optional<Path> contact)
            implements NewsroomTexts.Sources {}

    @Test
    void those_that_are_configured_are_read() throws IOException {
        Path about = Files.writeString(folder.resolve("about.md"), "Who we are: 𝒳");
        assertEquals(List.of(new NewsroomText("about", "About us", "Who we are: 𝒳")), NewsroomTexts.of(about(about)));
        assertEquals(List.of(), NewsroomTexts.of(new Named(none(), none(), none(), none())));
    }

    @Test
    void one_that_cannot_be_read_keeps_the_newsroom_from_starting_and_says_which() throws IOException {
        Path missing = folder.resolve("missing.md");
        var refused = assertThrows(IllegalStateException.class, () -> NewsroomTexts.of(about(missing)));
        assertEquals(
                "assay.newsroom.texts.about names %s, which cannot be read as a text in UTF-8.".formatted(missing),
                refused.getMessage());
        Path binary = Files.write(folder.resolve("binary.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertTrue(assertThrows(IllegalStateException.class, () -> NewsroomTexts.of(about(binary)))
                .getMessage()
                .contains("binary.md"));
    }

    private static NewsroomTexts.Sources about(Path file) {
        return new Named(Optional.of(file), none(), none(), none());
    }

    private static Optional<Path> none() {
        return Optional.empty();
    }
}
