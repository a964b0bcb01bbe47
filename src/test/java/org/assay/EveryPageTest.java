package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assay.support.Browser;
import org.assay.support.Contents;
import org.assay.support.Database;
import org.assay.support.EveryPage;
import org.assay.support.Naughty;
import org.assay.support.Story;
import org.assay.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write stays text, on every page, at every width; the visitor looks for the rest. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class EveryPageTest {

    /** Columns that hold keys, digests, languages, names of enumerations and subjects of ours, and no words of anybody's. */
    private static final Set<String> OURS = Set.of(
            "approval.approved_by",
            "approval.digest",
            "article.known_as",
            "article.language",
            "claim.claimant_type",
            "claim.head",
            "claim.language",
            "claim.slug",
            "claim.stage",
            "claim.wording",
            "contribution.subject",
            "dossier.digest",
            "dossier.proposed_as",
            "dossier.proposed_by",
            "dossier.rating",
            "ended_session.id",
            "event.by_subject",
            "event.hash",
            "event.previous",
            "event.what",
            "evidence.kind",
            "evidence.stance",
            "listed_under.rating",
            "listing.change",
            "listing.language",
            "listing.rating",
            "listing.slug",
            "listing.wording",
            "logout_token.jti",
            "publication.slug",
            "published_version.change",
            "published_version.published_by",
            "rating.key",
            "rating_count.rating",
            "rating_scale.defined_by",
            "snapshot.captured_by",
            "snapshot.sha256",
            "subject.address",
            "subject.identity",
            "subject.kind",
            "subject_address_before.address",
            "withdrawn_from.feed");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    DataSource database;

    @Test
    void every_text_that_the_newsroom_keeps_is_put_to_the_test() {
        Naughty.inRatings(() -> EveryPage.of(Naughty.TEXT));
        try (var connection = database.getConnection()) {
            var untried = new TreeSet<String>();
            for (String column : Contents.one(connection, """
                    select c.table_name || '.' || c.column_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        and c.table_name not in ('flyway_schema_history', 'first_answer')
                        and (c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY'))""")) {
                String[] names = column.split("\\.");
                String tried = "select 1 from %s where \"%s\"::text like '%%<img src=x onerror=alert(1)%%' limit 1";
                if (Contents.one(connection, tried.formatted(names[0], names[1]))
                        .isEmpty()) {
                    untried.add(column);
                }
            }
            assertEquals(String.join("\n", new TreeSet<>(OURS)), String.join("\n", untried));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_people_write_is_shown_as_text_on_every_page() {
        Naughty.inRatings(EveryPageTest::visited);
    }

    private static void visited() {
        EveryPage.of(Naughty.TEXT).stream()
                .collect(Collectors.groupingBy(EveryPage::who, LinkedHashMap::new, Collectors.toList()))
                .forEach((who, pages) -> {
                    try (var visitor = who.isEmpty() ? browser.reader() : browser.signedIn(who)) {
                        pages.forEach(page -> {
                            visitor.open(page.path());
                            assertEquals(
                                    0,
                                    visitor.page()
                                            .locator("[onerror], [onload], main script, img[src=x]")
                                            .count(),
                                    page.path());
                        });
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
        filled.forEach(box -> box.fill(Naughty.TEXT));
        var names = filled.stream().map(box -> box.getAttribute("name")).toList();
        visitor.page().locator("main form[method=post] .actions button.primary").click();
        visitor.arrived().page().locator("#refusal").waitFor();
        names.forEach(name -> assertEquals(Naughty.TEXT, visitor.field(name).inputValue(), () -> form + " " + name));
    }
}
