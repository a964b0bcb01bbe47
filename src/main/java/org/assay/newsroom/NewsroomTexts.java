package org.assay.newsroom;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the newsroom has to say of itself, read once at start. */
@ApplicationScoped
@Named("newsroomTexts")
public class NewsroomTexts {

    @Inject
    Newsroom newsroom;

    private List<NewsroomText> all = List.of();

    /** @throws IllegalStateException where a text cannot be read: a newsroom that means to say something says it */
    void read(@Observes StartupEvent start) {
        all = of(newsroom.texts());
    }

    static List<NewsroomText> of(Newsroom.Texts files) {
        return Stream.of(
                        read("about", "About us", files.about()),
                        read("funding", "Funding", files.funding()),
                        read("corrections-policy", "Corrections policy", files.correctionsPolicy()),
                        read("contact", "Contact", files.contact()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NewsroomText> read(String slug, String title, Optional<Path> file) {
        return file.map(path -> {
            try {
                return new NewsroomText(slug, title, Files.readString(path));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "assay.newsroom.texts.%s names %s, which cannot be read as a text in UTF-8."
                                .formatted(slug, path.toAbsolutePath()),
                        e);
            }
        });
    }

    /** Those that are configured. */
    public List<NewsroomText> all() {
        return all;
    }

    public Optional<NewsroomText> at(String slug) {
        return all.stream().filter(text -> text.slug().equals(slug)).findFirst();
    }
}
