package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A defence without a test is a hope. */
class SecurityDocTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");
    private static final Pattern THREAT = Pattern.compile("(?m)^\\| (?!---|who, what|what )(.+?) \\|.*\\|$");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "security.md"));
    }

    private static Map<String, String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), SecurityDocTest::source));
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        var tests = tests();
        var missing = new ArrayList<String>();
        for (MatchResult named : NAMED.matcher(page()).results().toList()) {
            String source = tests.getOrDefault(named.group(1), "");
            String method = named.group(2);
            if (source.isEmpty() || method != null && !source.contains("\n    void " + method + "(")) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_threat_has_a_test() throws IOException {
        var threats = THREAT.matcher(page().replaceFirst("(?s).*?\n## Threats", "## Threats")
                        .replaceFirst("(?s)\n## Accepted.*", ""))
                .results()
                .toList();
        assertTrue(threats.size() >= 20, () -> threats.size() + " threats");
        for (MatchResult threat : threats) {
            assertTrue(NAMED.matcher(threat.group()).find(), threat::group);
        }
    }
}
