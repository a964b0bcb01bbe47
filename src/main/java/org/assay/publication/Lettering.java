package org.assay.publication;

import jakarta.inject.Singleton;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Text in the fonts of the pages, and in whichever font of the machine has the characters that those lack. What no font has
 * is left out: a reader learns nothing from a box.
 */
@Singleton
class Lettering {

    private static final String INTER = "META-INF/maven/org.mvnpm.at.fontsource/inter/pom.properties";
    private static final List<String> PARTS = List.of("latin", "latin-ext", "cyrillic", "greek", "vietnamese");

    /** A space keeps the font of what stands before it, so that joined scripts stay in one piece. */
    private static final int SPACE = ' ';

    private List<Face> regular;
    private List<Face> bold;

    private record Face(int n, Font font) {

        /** Fonts of one name and size are equal to Java whichever characters they have: a hair of size tells them apart. */
        Font of(float size) {
            return font.deriveFont(size + Math.min(n, PARTS.size()) * 0.001f);
        }
    }

    private record Run(Face face, StringBuilder text) {}

    /** Null where the fonts have less than half of its characters, from which nobody could guess the rest. */
    AttributedString set(String text, boolean isBold, float size) {
        var runs = new ArrayList<Run>();
        for (int point : text.codePoints().toArray()) {
            Face before = runs.isEmpty() ? null : runs.getLast().face();
            face(point, isBold, before).ifPresent(face -> {
                if (face != before) {
                    runs.add(new Run(face, new StringBuilder()));
                }
                runs.getLast().text().appendCodePoint(point);
            });
        }
        String shown = runs.stream().map(Run::text).collect(Collectors.joining());
        if (shown.isBlank() || shown.length() * 2 < text.length()) {
            return null;
        }
        var set = new AttributedString(shown);
        int at = 0;
        for (Run run : runs) {
            int end = at + run.text().length();
            set.addAttribute(TextAttribute.FONT, run.face().of(size), at, end);
            at = end;
        }
        return set;
    }

    private Optional<Face> face(int point, boolean isBold, Face before) {
        int needed = Character.isWhitespace(point) ? SPACE : point;
        boolean joins = needed == SPACE || Character.getType(point) == Character.FORMAT || isMark(point);
        if (before != null && joins && before.font().canDisplay(needed)) {
            return Optional.of(before);
        }
        return faces(isBold).stream()
                .filter(face -> face.font().canDisplay(needed))
                .findFirst();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private synchronized List<Face> faces(boolean isBold) {
        if (regular == null) {
            regular = faces("400", Font.PLAIN);
            bold = faces("600", Font.BOLD);
        }
        return isBold ? bold : regular;
    }

    private static List<Face> faces(String weight, int style) {
        var ofPages = PARTS.stream().map(part -> inter(part, weight));
        var ofMachine = Stream.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .filter(family -> !family.contains("Emoji"))
                .map(family -> new Font(family, style, 1));
        var fonts = Stream.of(ofPages, Stream.of(new Font(Font.SANS_SERIF, style, 1)), ofMachine)
                .flatMap(some -> some)
                .toList();
        return IntStream.range(0, fonts.size())
                .mapToObj(n -> new Face(n, fonts.get(n)))
                .toList();
    }

    private static Font inter(String part, String weight) {
        try {
            var about = new Properties();
            about.load(resource(INTER));
            String file = "META-INF/resources/_static/inter/%s/files/inter-%s-%s-normal.woff"
                    .formatted(about.getProperty("version"), part, weight);
            return Woff.font(resource(file).readAllBytes());
        } catch (IOException | FontFormatException e) {
            throw new UncheckedIOException(new IOException("The font of the pages cannot be read.", e));
        }
    }

    private static InputStream resource(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }
}
