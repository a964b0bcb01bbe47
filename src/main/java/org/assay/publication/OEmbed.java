package org.assay.publication;

import static org.assay.web.Found.found;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.newsroom.Newsroom;
import org.assay.readers.ForReaders;
import org.assay.readers.PublicPage;
import org.assay.web.Json;
import org.assay.web.Refused;
import org.jboss.resteasy.reactive.RestQuery;

/** Tells other sites how to show a check whose address somebody pasted there, as oEmbed 1.0 has it. */
@Path("/oembed")
@PermitAll
class OEmbed {

    private static final Pattern CHECK = Pattern.compile("/checks/([a-z0-9-]+)(/embed)?/?([?#].*)?");

    @Inject
    Newsroom newsroom;

    @Inject
    ForReaders readers;

    @GET
    public Response embed(
            @RestQuery String url, @RestQuery String format, @RestQuery String maxwidth, @RestQuery String maxheight) {
        boolean xml = "xml".equals(format);
        if (!xml && format != null && !format.equals("json")) {
            throw new Refused(501, "This answers in json and in xml.", Map.of());
        }
        Integer width = pixels("maxwidth", maxwidth);
        Integer height = pixels("maxheight", maxheight);
        var publication = found(Publication.at(slug(url)).orElse(null));
        var version = publication.live().orElseThrow(() -> new Refused(410, "This check was withdrawn.", Map.of()));
        var answer = answer(EmbedCode.of(PublicCheck.brief(version, newsroom), width, height), width, height);
        var page = xml
                ? PublicPage.of("text/xml;charset=UTF-8", xml(answer))
                : PublicPage.of("application/json;charset=UTF-8", Json.write(answer));
        return readers.send(page.heeding("url", "format", "maxwidth", "maxheight"));
    }

    private static Integer pixels(String name, String sent) {
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        if (!sent.matches("[1-9][0-9]{0,5}")) {
            throw new Refused(400, "Please give " + name + " in whole pixels.", Map.of());
        }
        return Integer.valueOf(sent);
    }

    private String slug(String url) {
        if (url == null) {
            throw new Refused(400, "Please give the check's address as url.", Map.of());
        }
        String base = newsroom.url().toString();
        var check = CHECK.matcher(url.startsWith(base) ? url.substring(base.length()) : "");
        return found(check.matches() ? check.group(1) : null);
    }

    private Map<String, Object> answer(EmbedCode code, Integer maxWidth, Integer maxHeight) {
        var check = code.check();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("type", "rich");
        answer.put("version", "1.0");
        answer.put(
                "title",
                check.dossier().verdict().rating().name() + ": "
                        + check.dossier().statement());
        answer.put("provider_name", newsroom.name());
        answer.put("provider_url", newsroom.url() + "/");
        if (fits(ShareImage.WIDTH, maxWidth) && fits(ShareImage.HEIGHT, maxHeight)) {
            answer.put("thumbnail_url", check.cardUrl());
            answer.put("thumbnail_width", ShareImage.WIDTH);
            answer.put("thumbnail_height", ShareImage.HEIGHT);
        }
        answer.put("html", code.html());
        answer.put("width", code.width());
        answer.put("height", code.height());
        return answer;
    }

    private static boolean fits(int size, Integer most) {
        return most == null || size <= most;
    }

    private static String xml(Map<String, Object> answer) {
        var xml = Xml.root("oembed");
        answer.forEach((name, value) -> xml.element(name, value.toString()));
        return xml.done();
    }
}
