package org.assay.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person at a browser with cookies of their own. Every page that they come to is looked at: in light and in dark, wide
 * and narrow, by axe, for dialogs and for what the content security policy had to stop. ASSAY_PICTURES=true takes pictures of it
 * into target/pictures.
 */
public final class Visitor implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final boolean PICTURES = Boolean.parseBoolean(System.getenv("ASSAY_PICTURES"));
    private static final Map<Integer, ColorScheme> LOOKS =
            Map.of(390, ColorScheme.DARK, 820, ColorScheme.DARK, 1440, ColorScheme.LIGHT);

    private final BrowserContext context;
    private final boolean script;
    private final List<String> alarms = new ArrayList<>();
    private Page page;

    Visitor(BrowserContext context, boolean script) {
        this.context = context;
        this.script = script;
        context.setDefaultTimeout(60_000);
        context.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onWebError(error -> alarms.add("script: " + error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                alarms.add("console: " + message.text());
            }
        });
        page = context.newPage();
        page.setViewportSize(1440, 900);
    }

    Visitor signIn(String name) {
        page.navigate(url("/desk"));
        chooseAtProvider(name);
        return this;
    }

    /** At the built-in provider's page, which has one button for each person. */
    public void chooseAtProvider(String name) {
        page.locator("button[value=" + name + "]").click();
        page.waitForURL(url("/desk**"));
    }

    public Page page() {
        return page;
    }

    /** What follows happens in another tab of the same browser. */
    public Visitor inNewTab(Runnable opening) {
        page = context.waitForPage(opening);
        page.waitForLoadState();
        return this;
    }

    public Visitor backToTab(Page tab) {
        page = tab;
        return this;
    }

    /** The session ends, as it does overnight. */
    public Visitor losesTheSession() {
        context.clearCookies();
        return this;
    }

    public Visitor open(String path) {
        answer(path);
        return this;
    }

    /** Opens a page and tells its status. */
    public int status(String path) {
        return answer(path).status();
    }

    /** Opens what is no page of ours: only what it may do counts, not how it looks. */
    public Visitor passes(String path) {
        page.navigate(url(path));
        assertEquals(List.of(), alarms, path);
        return this;
    }

    public String path() {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    public Visitor follow(String link) {
        named(AriaRole.LINK, link).click();
        return arrived();
    }

    public Visitor press(String button) {
        named(AriaRole.BUTTON, button).click();
        return arrived();
    }

    /** Fills the field of this name. */
    public Visitor fill(String field, String text) {
        Locator box = field(field);
        Locator folded = page.locator("details:not([open])").filter(new Locator.FilterOptions().setHas(box));
        if (folded.count() > 0) {
            folded.locator("summary").click();
        }
        box.fill(text);
        return this;
    }

    public Visitor choose(String field, String value) {
        page.locator("input[name='%s'][value='%s']".formatted(field, value)).check();
        return this;
    }

    public Locator field(String name) {
        return page.locator("[name='%s']".formatted(name));
    }

    /** Drags the mouse over a sentence of the article. */
    public Visitor select(String sentence) {
        Object found = page.evaluate("""
                sentence => {
                  const walker = document.createTreeWalker(document.getElementById('snapshot'), NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const at = walker.currentNode.data.indexOf(sentence);
                    if (at < 0) continue;
                    walker.currentNode.parentElement.scrollIntoView({block: 'center'});
                    const range = document.createRange();
                    range.setStart(walker.currentNode, at);
                    range.setEnd(walker.currentNode, at + sentence.length);
                    const lines = [...range.getClientRects()];
                    const last = lines[lines.length - 1];
                    return [lines[0].left, lines[0].top + lines[0].height / 2, last.right, last.top + last.height / 2];
                  }
                }""", sentence);
        var place = ((List<?>) found)
                .stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
        page.mouse().move(place[0] + 0.5, place[1]);
        page.mouse().down();
        page.mouse().move((place[0] + place[2]) / 2, (place[1] + place[3]) / 2);
        page.mouse().move(place[2] - 0.5, place[3]);
        page.mouse().up();
        assertEquals(sentence, page.evaluate("getSelection().toString()"));
        return this;
    }

    public Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    public Visitor doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    public Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Looks at the page as it is now. */
    public Visitor arrived() {
        page.waitForLoadState();
        if (script && page.url().startsWith(url("/"))) {
            LOOKS.keySet().stream().sorted().forEach(this::look);
        }
        assertEquals(List.of(), alarms, page.url());
        return this;
    }

    private void look(int width) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(LOOKS.get(width)));
        String where = "%s at %d px, %s".formatted(path(), width, LOOKS.get(width));
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(width)));
        }
        assertEquals(false, page.evaluate("document.documentElement.scrollWidth > innerWidth"), "wider than " + where);
        if (width != 820) {
            assertEquals(List.of(), axe(), where);
        }
    }

    private Path picture(int width) {
        String name = path().replaceAll("\\?.*", "").replaceAll("\\d+", "n").replaceAll("[^a-z0-9]+", "-");
        String cut = name.substring(0, Math.min(60, name.length()));
        return Path.of("target/pictures/%s-%d.png".formatted(cut, width));
    }

    private List<String> axe() {
        var target = new AxeRuleOptions();
        target.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", target));
        return new AxeBuilder(page)
                .options(options).withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }

    private Response answer(String path) {
        Response response = page.navigate(url(path));
        arrived();
        return response;
    }

    public static String url(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    @Override
    public void close() {
        context.close();
    }
}
