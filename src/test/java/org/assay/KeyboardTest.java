package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.Story;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody needs a mouse. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class KeyboardTest {

    /** What Tab must reach, in the order of the page; of radio buttons with one name, Tab reaches one. */
    private static final String REACHABLE = """
            () => {
              const groups = new Set();
              return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(it => it.type !== 'hidden' && it.checkVisibility({visibilityProperty: true}))
                .filter(it => {
                  if (it.type !== 'radio') return true;
                  if (groups.has(it.name)) return false;
                  groups.add(it.name);
                  return true;
                })
                .map(it => it.type === 'radio' ? it.name : it.outerHTML);
            }""";

    private static final String FOCUSED = """
            () => {
              const it = document.activeElement;
              if (it === document.body) return '';
              const style = getComputedStyle(it);
              const box = it.getBoundingClientRect();
              const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              if (it.type !== 'date' && style.outlineStyle === 'none') return 'no outline: ' + it.outerHTML;
              if (!inView) return 'out of view: ' + it.outerHTML;
              return it.type === 'radio' ? it.name : it.outerHTML;
            }""";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void tab_reaches_everything_in_the_order_of_the_page_with_its_focus_in_sight() {
        var story = Story.of("The levy is 157%.");
        try (var rosa = browser.signedIn("rosa")) {
            for (String path : List.of(
                    "/desk",
                    "/desk/claims",
                    story.claim(),
                    story.article(),
                    story.claim() + "/evidence",
                    story.claim() + "/verdict")) {
                rosa.open(path);
                assertEquals(rosa.page().evaluate(REACHABLE), walk(rosa), path);
            }
        }
    }

    private static List<Object> walk(Visitor visitor) {
        var reached = new ArrayList<>();
        for (Object at = tab(visitor); !at.equals("") && !at.toString().equals(first(reached)); at = tab(visitor)) {
            // A date has several stops of its own.
            if (reached.isEmpty() || !reached.getLast().equals(at)) {
                reached.add(at);
            }
        }
        return reached;
    }

    /** After the last, Tab begins anew. */
    private static Object first(List<Object> reached) {
        return reached.size() < 2 ? null : reached.getFirst();
    }

    private static Object tab(Visitor visitor) {
        visitor.page().keyboard().press("Tab");
        return visitor.page().evaluate(FOCUSED);
    }

    @Test
    void the_first_tab_offers_to_skip_to_the_content() {
        var story = Story.of("The levy is 157%.");
        try (var rosa = browser.signedIn("rosa")) {
            rosa.open(story.claim());
            assertTrue(tab(rosa).toString().contains("Skip to the content"));
            rosa.page().keyboard().press("Enter");
            assertTrue(tab(rosa).toString().contains("href=\"/desk/claims\""), "the next stop is in the content");
        }
    }

    @Test
    void an_editor_signs_with_the_keyboard_alone() {
        var story = Story.of("The levy is 157%.").proposed();
        try (var emil = browser.signedIn("emil")) {
            emil.open(story.claim());
            enter(emil, ">Approve</a>");
            enter(emil, ">Sign this dossier</button>");
            emil.sees("approved and signed it");
        }
    }

    private static void enter(Visitor visitor, String control) {
        Object at;
        do {
            at = tab(visitor);
            assertTrue(!at.equals(""), "Tab never reached " + control);
        } while (!at.toString().contains(control));
        String before = visitor.page().url();
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL(url -> !url.equals(before));
        visitor.arrived();
    }
}
