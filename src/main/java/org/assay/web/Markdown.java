package org.assay.web;

import io.quarkus.qute.RawString;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown as HTML that is safe to show: CommonMark without HTML of the writer's own, and sanitised after that. */
public final class Markdown {

    private static final int ABOVE = 2;

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h3",
                    "h4",
                    "h5",
                    "h6")
            .allowElements("a")
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .allowAttributes("start")
            .onElements("ol")
            .toFactory();

    private Markdown() {}

    /** Headings come below the page's own, which end at the second level, and none skips a level. */
    public static RawString html(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Headings());
        return new RawString(POLICY.sanitize(RENDERER.render(document)));
    }

    private static final class Headings extends AbstractVisitor {

        private int last = ABOVE;

        @Override
        public void visit(Heading heading) {
            last = Math.min(6, Math.min(heading.getLevel() + ABOVE, last + 1));
            heading.setLevel(last);
            visitChildren(heading);
        }
    }
}
