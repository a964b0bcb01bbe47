package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assay.support.Database;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TextsTest {

    @Test
    void each_of_the_newsrooms_own_texts_has_a_page_and_a_link_on_every_page() {
        var links = Shown.of(given().get("/nowhere-to-be-found")).with(404).page();
        assertEquals(0, links.select("footer").size());
        var footer = Shown.of(given().get("/")).page().select("footer nav a").eachAttr("href");
        assertEquals(List.of("/about", "/funding", "/corrections-policy", "/contact"), footer.subList(0, 4));
        Shown.of(given().get("/about"))
                .with(200)
                .says("This newsroom is a demonstration.")
                .has("h1:contains(About us)")
                .has(".prose h2:contains(Who works here)")
                .has(".prose a[href='/method']")
                .hasNo("script");
        Shown.of(given().get("/funding")).with(200).has("h1:contains(Funding)");
        Shown.of(given().get("/corrections-policy")).with(200).says("A withdrawal takes a check away");
        Shown.of(given().get("/contact")).with(200).has("h1:contains(Contact)");
    }
}
