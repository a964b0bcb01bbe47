package org.assay.publication;

import org.jsoup.nodes.Element;

/**
 * What another site pastes to show a check.
 *
 * @param width in CSS pixels, as the height is: chosen so that the card needs no scrolling there
 */
public record EmbedCode(PublicCheck check, int width, int height) {

    private static final int WIDTH = 640;

    /** What the card has besides its two texts, and the sizes in which these are set. */
    private static final int FRAME = 235;

    private static final int PADDING = 48;
    private static final int STATEMENT_LINE = 28;
    private static final double STATEMENT_CHARACTER = 12;
    private static final int SUMMARY_LINE = 25;
    private static final double SUMMARY_CHARACTER = 9;

    /** @param maxWidth the most that the site allows, as {@code maxHeight} is; null where it sets no limit */
    static EmbedCode of(PublicCheck check, Integer maxWidth, Integer maxHeight) {
        int width = maxWidth == null ? WIDTH : Math.min(WIDTH, maxWidth);
        int room = Math.max(1, width - PADDING);
        int needed = FRAME
                + STATEMENT_LINE * lines(check.dossier().statement(), room / STATEMENT_CHARACTER)
                + SUMMARY_LINE * lines(check.dossier().verdict().summary(), room / SUMMARY_CHARACTER);
        return new EmbedCode(check, width, maxHeight == null ? needed : Math.min(needed, maxHeight));
    }

    private static int lines(String text, double perLine) {
        return (int) Math.ceil(text.codePoints()
                        .map(point -> Character.isIdeographic(point) ? 2 : 1)
                        .sum()
                / perLine);
    }

    public String html() {
        return new Element("iframe")
                .attr("src", check.url() + "/embed")
                .attr("title", "Fact check: " + check.dossier().statement())
                .attr("width", String.valueOf(width))
                .attr("height", String.valueOf(height))
                .attr("style", "max-width: 100%; border: 0")
                .attr("loading", "lazy")
                .outerHtml();
    }
}
