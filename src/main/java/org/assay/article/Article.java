package org.assay.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.newsroom.NotAfterToday;
import org.assay.people.Person;
import org.assay.web.LanguageTag;
import org.assay.web.Refused;
import org.assay.web.Sha256;
import org.assay.web.Stale;
import org.assay.web.Text;
import org.assay.web.WebAddress;
import org.assay.web.WebUrl;

/** Where claims were found. Its particulars can be corrected, its snapshot never. */
@Entity
public class Article extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int version = 1;

    @OneToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
    private Snapshot snapshot;

    @Embedded
    private Particulars particulars;

    private String knownAs;

    protected Article() {}

    @Embeddable
    public record Particulars(
            @WebUrl(required = true) String url,
            @Text(max = 300, required = true) String title,
            @Text(max = 200) String publisher,
            @Text(max = 200) String byline,
            @NotAfterToday LocalDate publishedOn,
            @LanguageTag String language) {}

    /** Freezes the text. Asking for the URL first, with {@link #refuseKnown}, is the caller's. */
    static Article capture(Particulars particulars, String text, Person by, Instant now) {
        var article = new Article();
        article.snapshot = new Snapshot(text, by, now);
        article.describe(particulars);
        return article;
    }

    private void describe(Particulars described) {
        particulars = described;
        knownAs = knownAs(described.url());
    }

    private static String knownAs(String url) {
        return Sha256.of(WebAddress.normalised(url));
    }

    /** @throws LoggedAlready where another article has this address */
    static void refuseKnown(String url, Long except) {
        Article known = find("knownAs", knownAs(url)).firstResult();
        if (known != null && !known.id.equals(except)) {
            throw new LoggedAlready(known);
        }
    }

    /** Another article has this address: 409, with its id. */
    static class LoggedAlready extends Refused {

        private final long existing;

        LoggedAlready(Article known) {
            super(
                    409,
                    "This article has been logged already, as “%s”.".formatted(known.particulars.title()),
                    Map.of("existing", Map.of("id", known.id)));
            existing = known.id;
        }

        long existing() {
            return existing;
        }
    }

    static Article locked(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<Article> newestFirst(String words, long before, int limit) {
        return Article.<Article>find("""
                        id < ?1 and (particulars.title ilike ?2 escape '!'
                        or particulars.publisher ilike ?2 escape '!') order by id desc""", before, words).page(0, limit).list();
    }

    /** @throws Stale where somebody else corrected the particulars since {@code expected}; null expects nothing */
    void correct(Particulars corrected, Integer expected) {
        Stale.unless(
                expected,
                version,
                "Somebody else changed this article while you were writing. Compare both texts below.",
                () -> Article.<Article>findById(id).view());
        if (!corrected.equals(particulars)) {
            refuseKnown(corrected.url(), id);
            describe(corrected);
            version++;
        }
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Particulars particulars() {
        return particulars;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** An article as JSON gives one. */
    public record View(
            long id,
            int version,
            String url,
            String title,
            String publisher,
            String byline,
            LocalDate publishedOn,
            String language,
            String sha256,
            Instant capturedAt,
            String text) {}

    View view() {
        var p = particulars;
        return new View(
                id,
                version,
                p.url(),
                p.title(),
                p.publisher(),
                p.byline(),
                p.publishedOn(),
                p.language(),
                snapshot.sha256(),
                snapshot.capturedAt(),
                snapshot.text());
    }
}
