package org.assay.support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Headless Chromium: the machine's own where there is one, else Playwright's. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Where no browser can be had, the tests that ask for one are skipped with the reason; in CI they fail. */
    public static Browser launch() {
        Optional<Path> installed = installed();
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            installed.ifPresent(options::setExecutablePath);
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            if (playwright != null) {
                playwright.close();
            }
            String reason = "No browser: install Chromium, or let Playwright download its own. " + e.getMessage();
            return Boolean.parseBoolean(System.getenv("CI")) ? fail(reason, e) : abort(reason);
        }
    }

    /** Somebody who is not signed in. */
    public Visitor reader() {
        return new Visitor(chromium.newContext(), true);
    }

    /** Somebody who signs in for real, in a browser of their own. */
    public Visitor signedIn(String name) {
        return reader().signIn(name);
    }

    /** The same, where scripts are switched off. */
    public Visitor signedInWithoutScript(String name) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false);
        return new Visitor(chromium.newContext(options), false).signIn(name);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var folders = Stream.concat(
                Stream.of("/usr/bin"), Pattern.compile(File.pathSeparator).splitAsStream(path));
        return folders.filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
