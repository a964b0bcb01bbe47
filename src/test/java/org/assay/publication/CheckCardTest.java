package org.assay.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assay.support.Database;
import org.assay.support.Given;
import org.assay.support.Shown;
import org.junit.jupiter.api.Test;

/** ASSAY_PICTURES=true keeps the images in target/pictures. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CheckCardTest {

    private static final int MOSTLY_FALSE = 0x9a4a00;
    private static final int INK = 0x1b1e21;

    @Test
    void the_page_names_an_image_in_the_size_that_it_has() throws IOException {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        var page = Shown.of(given().get(path)).page();
        String address = page.select("meta[property=og:image]").attr("content").replaceFirst("https?://[^/]+", "");
        assertEquals(path + "/card.png?v=1", address);
        assertEquals(
                "summary_large_image", page.select("meta[name=twitter:card]").attr("content"));
        assertEquals(
                "Mostly false: The levy rose to 157 per cent.",
                page.select("meta[property=og:image:alt]").attr("content"));
        var answer = given().get(address);
        answer.then().statusCode(200).contentType("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        assertEquals(page.select("meta[property=og:image:width]").attr("content"), String.valueOf(image.getWidth()));
        assertEquals(page.select("meta[property=og:image:height]").attr("content"), String.valueOf(image.getHeight()));
        given().header("If-None-Match", answer.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void it_shows_the_statement_and_the_stamp_in_its_colour() throws IOException {
        var image = image("The levy rose to 157 per cent.");
        assertTrue(rows(image, INK).length > 30, "the statement is there");
        assertTrue(IntStream.of(rows(image, MOSTLY_FALSE)).allMatch(row -> row > 490), "the stamp stands below");
        assertTrue(rows(image, MOSTLY_FALSE).length > 60, "the stamp is there");
    }

    @Test
    void the_longest_statement_stays_above_the_stamp_and_inside_the_margins() throws IOException {
        for (String statement :
                new String[] {"The levy rose again. ".repeat(14).strip(), "W".repeat(300), "Ж".repeat(300)}) {
            var image = image(statement);
            int[] rows = rows(image, INK);
            assertTrue(rows.length > 100, "it fills its room");
            assertTrue(rows[rows.length - 1] < 470, "it ends above the stamp");
            assertEquals(1, colours(image, 0, 72).size() - 1, "nothing in the left margin but the bar above");
            assertEquals(1, colours(image, 1128, 1200).size() - 1, "nothing in the right margin but the bar above");
        }
    }

    @Test
    void other_scripts_and_characters_that_no_font_has_do_not_break_it() throws IOException {
        for (String statement : new String[] {
            "قال الوزير إن الرسوم ارتفعت إلى ١٥٧ في المئة.",
            "השר אמר שההיטל עלה ל-157 אחוז.",
            "Министр сказал, что сбор вырос до 157 процентов. Ünïcode",
            "Ο υπουργός είπε ότι ο φόρος αυξήθηκε.",
            "部长说关税升至百分之一百五十七。",
            "The levy 🦊 𝒳 e\u0301 \uDBFF\uDFFD rose.",
            "\uDBFF\uDFFD\uDBFF\uDFFD"
        }) {
            image(statement);
        }
        assertEquals(0, rows(image("\uDBFF\uDFFD one \uDBFF\uDFFD".repeat(3) + "\uDBFF\uDFFD".repeat(99)), INK).length);
    }

    @Test
    void a_text_in_two_alphabets_is_drawn_in_both() throws IOException {
        int cyrillic = ink("Министр сказал");
        int latin = ink("157 percent");
        int both = ink("Министр сказал 157 percent");
        assertTrue(Math.abs(both - cyrillic - latin) < both / 10, both + " is about " + cyrillic + " and " + latin);
    }

    /** How many pixels the statement takes; texts as short as these are all set in the largest size. */
    private static int ink(String statement) throws IOException {
        var image = image(statement);
        return (int) IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == INK)
                .count();
    }

    @Test
    void a_withdrawn_check_has_none() {
        long claim = Given.aPublishedClaim();
        String path = Given.page(claim);
        Given.make("emil", claim, "withdrawal", Map.of("reason", "The source was forged."));
        given().get(path + "/card.png").then().statusCode(410).body(equalTo("This check was withdrawn."));
        given().get("/checks/no-such-check/card.png").then().statusCode(404);
    }

    private static BufferedImage image(String statement) throws IOException {
        byte[] png = given().get(Given.page(Given.aPublishedClaim(statement)) + "/card.png")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        if (Boolean.parseBoolean(System.getenv("ASSAY_PICTURES"))) {
            Files.createDirectories(Path.of("target/pictures"));
            Files.write(Path.of("target/pictures/card-%08x.png".formatted(statement.hashCode())), png);
        }
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Those in which the colour occurs. */
    private static int[] rows(BufferedImage image, int colour) {
        return IntStream.range(0, image.getHeight())
                .filter(y ->
                        IntStream.range(0, image.getWidth()).anyMatch(x -> (image.getRGB(x, y) & 0xffffff) == colour))
                .toArray();
    }

    private static HashSet<Integer> colours(BufferedImage image, int from, int to) {
        var colours = new HashSet<Integer>();
        for (int x = from; x < to; x++) {
            for (int y = 0; y < 470; y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
