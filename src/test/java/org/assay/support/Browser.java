package org.assay.support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Headless Chromium for the tests of one class: the machine's own where there is one, else Playwright's. Where none can be
 * had, each of them is skipped with the reason; in CI it fails.
 */
public final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;
    private RuntimeException missing;

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> installed = installed();
        try {
            if (installed.isEmpty()) {
                download();
            }
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
            var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            installed.ifPresent(options::setExecutablePath);
            chromium = playwright.chromium().launch(options);
        } catch (RuntimeException e) {
            missing = e;
        }
    }

    /** Chromium alone: left to itself, Playwright fetches every browser that it knows. */
    private static void download() {
        var install = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        install.command().addAll(List.of("install", "chromium"));
        try {
            if (install.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("Playwright could not download Chromium.");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Playwright could not download Chromium.", e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (missing == null) {
            return;
        }
        String reason = "No browser: install Chromium, or let Playwright download its own. " + causes(missing);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail(reason, missing);
        }
        abort(reason);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static String causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining(": "));
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
