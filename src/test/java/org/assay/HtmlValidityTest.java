package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assay.support.Database;
import org.assay.support.Desk;
import org.assay.support.EveryPage;
import org.assay.support.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Nu checker reads every page. ASSAY_VNU_JAR names its jar, which npm's package vnu-jar brings. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class HtmlValidityTest {

    /** What was typed is shown as it was: an address with a space too, which browsers follow. */
    private static final String TYPED =
            ".* for attribute .value. on element .input.: Illegal character in query. Space is not allowed.";

    @TempDir
    Path folder;

    @Test
    void every_page_is_valid_html() throws IOException, InterruptedException {
        String jar = System.getenv("ASSAY_VNU_JAR");
        assumeTrue(jar != null, "No HTML checker: set ASSAY_VNU_JAR to the jar in npm's package vnu-jar.");
        for (EveryPage page : EveryPage.of("Is 5 < 6 & “so” <b>on</b>?")) {
            keep(
                    page.who() + page.path(),
                    page.who().isEmpty()
                            ? RestAssured.get(page.path()).asString()
                            : Desk.as(page.who()).get(page.path()).asString());
        }
        String claim = Story.of("It is so.").claim();
        for (String form : List.of(
                "/desk/articles", "/desk/claims", "/desk/experts", claim, claim + "/evidence", claim + "/verdict")) {
            keep(
                    "refused" + form,
                    Desk.form("rosa")
                            .formParam("version", 0)
                            .formParam("kind", "none")
                            .post(form)
                            .asString());
            keep(
                    "ended" + form,
                    RestAssured.given()
                            .header("Sec-Fetch-Site", "same-origin")
                            .formParam("note", "kept")
                            .post(form)
                            .asString());
        }
        keep(
                "signIn",
                RestAssured.given()
                        .header("Sec-Fetch-Site", "same-origin")
                        .get("/desk/claims?q=x")
                        .asString());
        assertEquals("", check(jar));
    }

    private void keep(String name, String html) throws IOException {
        Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".html"), html);
    }

    private String check(String jar) throws IOException, InterruptedException {
        Path found = Files.createTempFile("html", ".txt");
        var checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xss4m",
                        "-jar",
                        jar,
                        "--errors-only",
                        "--stdout",
                        "--skip-non-html",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(found.toFile())
                .start();
        checker.waitFor(5, TimeUnit.MINUTES);
        try (var lines = Files.lines(found)) {
            return lines.filter(line -> !line.matches(TYPED))
                    .map(line -> line.replace("\"file:" + folder + "/", "\""))
                    .collect(Collectors.joining("\n"));
        }
    }
}
