package org.assay.publication;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.assay.newsroom.Newsroom;
import org.assay.rating.Rating;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Draws what other sites show beside a link to a check, in the colours of the pages by day. Open Graph's size. */
@Singleton
class ShareImage {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 72;
    private static final int ROOM = WIDTH - 2 * MARGIN;
    private static final int STATEMENT_TOP = 104;
    private static final int STATEMENT_ROOM = 290;
    private static final int LARGEST = 84;
    private static final int SMALLEST = 26;

    private static final Color PAPER = Color.decode("#faf9f6");
    private static final Color SHEET = Color.decode("#ffffff");
    private static final Color INK = Color.decode("#1b1e21");
    private static final Color QUIET = Color.decode("#5a6066");
    private static final Color LINE = Color.decode("#dedbd3");
    private static final String ACCENT = "#0b5c56";
    private static final List<String> LEVELS = List.of("#a3201d", "#9a4a00", "#6b5900", "#3c6300", "#0a6640");
    private static final String NO_LEVEL = "#45527a";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    @Inject
    Newsroom newsroom;

    @Inject
    Lettering lettering;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance hallmark(Rating rating, int level);
    }

    byte[] png(PublicCheck check) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(check, canvas);
        canvas.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void draw(PublicCheck check, Graphics2D canvas) {
        canvas.setColor(PAPER);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(Color.decode(ACCENT));
        canvas.fillRect(0, 0, WIDTH, 12);
        String of = newsroom.demonstration() ? newsroom.name() + " · Demonstration, not a real check" : newsroom.name();
        line(canvas, of, true, 28, QUIET, 84);
        float below = statement(canvas, check.dossier().statement());
        if (check.dossier().claimant() != null) {
            String by = check.dossier().wording().label() + " by "
                    + check.dossier().claimant().introduction();
            line(canvas, by, false, 27, QUIET, below + 40);
        }
        canvas.setColor(LINE);
        canvas.fillRect(MARGIN, 472, ROOM, 2);
        hallmark(
                canvas,
                check.dossier().verdict().rating(),
                check.dossier().verdict().level());
    }

    /** One line; what does not fit is cut. */
    private void line(Graphics2D canvas, String text, boolean bold, float size, Color color, float baseline) {
        var lines = lines(text, bold, size, ROOM);
        if (!lines.isEmpty()) {
            canvas.setColor(color);
            place(canvas, lines.getFirst(), baseline);
        }
    }

    private static void place(Graphics2D canvas, TextLayout layout, float baseline) {
        float start = layout.isLeftToRight() ? MARGIN : WIDTH - MARGIN - layout.getAdvance();
        layout.draw(canvas, start, baseline);
    }

    /** As large as it fits. @return where it ends */
    private float statement(Graphics2D canvas, String statement) {
        int size = LARGEST;
        var lines = lines(statement, true, size, ROOM);
        while (size > SMALLEST && lines.size() * leading(size) > STATEMENT_ROOM) {
            size -= 2;
            lines = lines(statement, true, size, ROOM);
        }
        var shown = lines.subList(0, Math.min(lines.size(), (int) (STATEMENT_ROOM / leading(size))));
        float baseline = STATEMENT_TOP + (STATEMENT_ROOM - shown.size() * leading(size)) / 2;
        canvas.setColor(INK);
        for (var layout : shown) {
            baseline += leading(size);
            place(canvas, layout, baseline);
        }
        return baseline + size * 0.3f;
    }

    private static float leading(int size) {
        return size * 1.22f;
    }

    private List<TextLayout> lines(String text, boolean bold, float size, float room) {
        var set = lettering.set(text, bold, size);
        var lines = new ArrayList<TextLayout>();
        if (set != null) {
            var breaks = new LineBreakMeasurer(set.getIterator(), EXACT);
            int end = set.getIterator().getEndIndex();
            while (breaks.getPosition() < end) {
                lines.add(breaks.nextLayout(room));
            }
        }
        return lines;
    }

    /** The stamp of the pages: the same mark, word and colour. */
    private void hallmark(Graphics2D canvas, Rating rating, int level) {
        String color = level < 0 ? NO_LEVEL : LEVELS.get(level);
        var word = lines(rating.name(), true, 44, ROOM - 130).stream().findFirst();
        int width =
                130 + word.map(layout -> (int) Math.ceil(layout.getAdvance())).orElse(0);
        canvas.setColor(SHEET);
        canvas.fillRoundRect(MARGIN, 502, width, 84, 10, 10);
        canvas.setColor(Color.decode(color));
        canvas.setStroke(new BasicStroke(4));
        canvas.drawRoundRect(MARGIN, 502, width, 84, 10, 10);
        canvas.setStroke(new BasicStroke(1.5f));
        canvas.drawRoundRect(MARGIN + 7, 509, width - 14, 70, 5, 5);
        word.ifPresent(layout -> layout.draw(canvas, MARGIN + 100, 560));
        var mark = Jsoup.parse(Templates.hallmark(rating, level).render(), "", Parser.xmlParser())
                .selectFirst("svg")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("color", color)
                .attr("stroke", color)
                .attr("fill", "none")
                .attr("stroke-width", "2")
                .attr("stroke-linecap", "round")
                .attr("stroke-linejoin", "round");
        var svg = new ByteArrayInputStream(mark.outerHtml().getBytes(StandardCharsets.UTF_8));
        new SVGLoader()
                .load(svg, null, LoaderContext.createDefault())
                .render(null, canvas, new ViewBox(MARGIN + 26, 518, 52, 52));
    }
}
