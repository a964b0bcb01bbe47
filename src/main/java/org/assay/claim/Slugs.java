package org.assay.claim;

import com.ibm.icu.text.Transliterator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.newsroom.NamedLock;

/** The address under which readers find a claim's check, made from its statement and unique. */
@ApplicationScoped
public class Slugs {

    private static final int LONGEST = 80;

    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    @Inject
    NamedLock lock;

    /** Gives the claim its slug where it has none yet. */
    void assign(Claim claim) {
        if (claim.slug() != null) {
            return;
        }
        String words = of(claim.particulars().statement());
        String numbered = (words.isEmpty() ? "check" : words) + "-" + claim.id();
        lock.hold("slug");
        String free = Stream.concat(
                        Stream.of(words, numbered),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> numbered + "-" + n))
                .filter(slug -> !slug.isEmpty() && Claim.count("slug", slug) == 0)
                .findFirst()
                .orElseThrow();
        claim.takeSlug(free);
    }

    /** Words in ASCII and lower case, joined by hyphens; at most 80 characters; empty where nothing transliterates. */
    public static String of(String statement) {
        String ascii =
                TO_ASCII.transliterate(statement).toLowerCase(Locale.ROOT).replaceAll("['’ʼ]", "");
        String words = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (words.length() <= LONGEST) {
            return words;
        }
        int cut = words.lastIndexOf('-', LONGEST);
        return words.substring(0, cut > 0 ? cut : LONGEST).replaceAll("-$", "");
    }
}
