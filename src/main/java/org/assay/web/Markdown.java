package org.assay.web;

import io.quarkus.qute.RawString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown as HTML that is safe to show: CommonMark without HTML of the writer's own, and sanitised after that. */
public final class Markdown {

    /** An address on the newsroom's own site; two slashes would lead to another, and browsers leave out white space between them. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\\\p{Cntrl}\\s])|#");

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();

    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

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
                    "h2",
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

    /** The words alone, for texts in which no markup is shown. */
    public static String text(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    /** Within a section of a page, whose own headings end at the second level. */
    public static RawString html(String markdown) {
        return html(markdown, 2);
    }

    /**
     * Headings come below the page's own, and none skips a level. A link leads to the web or to a page of the newsroom's
     * own; of any other, and of an image, the text alone remains.
     *
     * @param above the level at which the page's own headings end
     */
    public static RawString html(String markdown, int above) {
        var document = PARSER.parse(markdown);
        document.accept(new Headings(above));
        document.accept(new Destinations());
        return new RawString(POLICY.sanitize(RENDERER.render(document)));
    }

    private static final class Headings extends AbstractVisitor {

        private final int above;
        private final Deque<Integer> within = new ArrayDeque<>();

        private Headings(int above) {
            this.above = above;
        }

        @Override
        public void visit(Heading heading) {
            while (!within.isEmpty() && within.peek() >= heading.getLevel()) {
                within.pop();
            }
            within.push(heading.getLevel());
            heading.setLevel(Math.min(6, above + within.size()));
            visitChildren(heading);
        }
    }

    private static final class Destinations extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String address = link.getDestination();
            if (WebAddress.fault(address) == null) {
                link.setDestination(WebAddress.link(address));
            } else if (!OWN.matcher(address).lookingAt()) {
                leaveText(link);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            leaveText(image);
        }

        private static void leaveText(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }
}
