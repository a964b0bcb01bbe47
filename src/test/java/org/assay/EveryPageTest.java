package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.support.Browser;
import org.assay.support.Database;
import org.assay.support.EveryPage;
import org.assay.support.Story;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write stays text, on every page, at every width; the visitor looks for the rest. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class EveryPageTest {

    private static final String NAUGHTY =
            "<img src=x onerror=alert(1)> \"><script>alert(2)</script> {{7*7}} {7*7} ${7*7} javascript:alert(3)"
                    + " '--></style></script><svg onload=alert(4)> 𝒳 👩‍👩‍👧 العربية עברית " + "w".repeat(30);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void what_people_write_is_shown_as_text_on_every_page() {
        EveryPage.of(NAUGHTY).stream()
                .collect(Collectors.groupingBy(EveryPage::who, LinkedHashMap::new, Collectors.toList()))
                .forEach((who, pages) -> {
                    try (var visitor = who.isEmpty() ? browser.reader() : browser.signedIn(who)) {
                        pages.forEach(page -> visitor.open(page.path()));
                    }
                });
    }

    @Test
    void a_refused_form_keeps_what_was_typed_to_the_letter() {
        var claim = Story.of("It is so.").claim();
        try (var rosa = browser.signedIn("rosa")) {
            for (String form : List.of(
                    "/desk/articles/new",
                    "/desk/claims/new",
                    "/desk/experts/new",
                    claim + "/edit",
                    claim + "/evidence",
                    claim + "/verdict")) {
                refuses(rosa.open(form), form);
            }
        }
        try (var ada = browser.signedIn("ada")) {
            refuses(ada.open("/desk/scales/new"), "/desk/scales/new");
        }
    }

    private static void refuses(Visitor visitor, String form) {
        String boxes = "main form[method=post] input:is([type=text], [type=url]), main form[method=post] textarea";
        visitor.page().evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        visitor.page().evaluate("document.querySelector('main form[method=post]').noValidate = true");
        var filled = visitor.page().locator(boxes).all();
        filled.forEach(box -> box.fill(NAUGHTY));
        var names = filled.stream().map(box -> box.getAttribute("name")).toList();
        visitor.page().locator("main form[method=post] .actions button.primary").click();
        visitor.arrived().page().locator("#refusal").waitFor();
        names.forEach(name -> assertEquals(NAUGHTY, visitor.field(name).inputValue(), () -> form + " " + name));
    }
}
