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

    private static final int HIGHEST_HEADING = 3;

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6")
            .allowElements("a")
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .allowAttributes("start")
            .onElements("ol")
            .toFactory();

    private Markdown() {}

    /** Headings start at the third level, below the page's own. */
    public static RawString html(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + HIGHEST_HEADING - 1));
                visitChildren(heading);
            }
        });
        return new RawString(POLICY.sanitize(RENDERER.render(document)));
    }
}
