package org.assay.article;

import java.util.Set;
import org.assay.web.Invalid;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of a page's HTML: tags removed, entities decoded, a blank line between paragraphs, a line end for br. */
final class ArticleText implements NodeVisitor {

    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "iframe", "svg", "head", "select", "textarea", "button");

    private static final int MOST_TAGS = 50_000;

    private final StringBuilder text = new StringBuilder();
    private int silent;

    private ArticleText() {}

    /** @throws Invalid where it has more tags than any page, each of which takes memory */
    static String of(String html) {
        if (html.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS) {
            throw new Invalid("text", "This HTML has more than 50,000 tags: please paste the article's text itself.");
        }
        var visitor = new ArticleText();
        Jsoup.parse(html).traverse(visitor);
        return visitor.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            if (SILENT.contains(element.normalName())) {
                silent++;
            } else if (element.normalName().equals("br")) {
                lineEnds(Math.min(2, trailingLineEnds() + 1));
            } else if (element.isBlock()) {
                lineEnds(paragraphs(element));
            }
        } else if (silent == 0 && node instanceof TextNode words) {
            append(words);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (SILENT.contains(element.normalName())) {
                silent--;
            } else if (element.isBlock()) {
                lineEnds(paragraphs(element));
            }
        }
    }

    private static int paragraphs(Element element) {
        return Set.of("li", "tr", "dt", "dd").contains(element.normalName()) ? 1 : 2;
    }

    private void append(TextNode node) {
        String words = node.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " ");
        if (text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1))) {
            words = words.stripLeading();
        }
        text.append(words);
    }

    private void lineEnds(int wanted) {
        if (text.isEmpty()) {
            return;
        }
        text.append("\n".repeat(Math.max(0, wanted - trailingLineEnds())));
    }

    private int trailingLineEnds() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        int lineEnds = 0;
        while (lineEnds < end && text.charAt(end - lineEnds - 1) == '\n') {
            lineEnds++;
        }
        return lineEnds;
    }
}
