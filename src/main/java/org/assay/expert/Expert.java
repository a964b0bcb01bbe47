package org.assay.expert;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.stream.Stream;
import org.assay.web.Characters;
import org.assay.web.Stale;
import org.assay.web.Text;
import org.assay.web.WebUrl;

/** Somebody whose judgement is cited. One record serves many claims. */
@Entity
public class Expert extends PanacheEntityBase {

    private static final int MOST_CHOICES = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int version = 1;

    @Embedded
    private Particulars particulars;

    protected Expert() {}

    public Expert(Particulars particulars) {
        this.particulars = particulars;
    }

    /** @param interests what a reader should know of: who pays them, what they stand to gain */
    @Embeddable
    public record Particulars(
            @Text(max = 200, required = true) String name,
            @Text(max = 200) String position,
            @Text(max = 200) String affiliation,
            @Text(max = 200) String field,
            @WebUrl String url,
            @Text(max = 2000) String interests) {

        /** Whether anything but the name is said. */
        public boolean isDescribed() {
            return position != null || affiliation != null || field != null || url != null || interests != null;
        }

        /** Name, position and affiliation, as a page introduces somebody. */
        public String introduction() {
            return String.join(
                    ", ",
                    Stream.of(name, position, affiliation)
                            .filter(part -> !Characters.isBlank(part))
                            .toList());
        }
    }

    static Expert locked(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Experts by name, from the one after {@code afterName} and {@code afterId} on. */
    static List<Expert> byName(String words, String afterName, long afterId, int limit) {
        return Expert.<Expert>find("""
                        particulars.name ilike ?1 escape '!'
                        and (lower(particulars.name) > lower(?2) or (lower(particulars.name) = lower(?2) and id > ?3))
                        order by lower(particulars.name), id""", words, afterName, afterId)
                .page(0, limit)
                .list();
    }

    /** The experts among whom one is chosen: at most 1,000, by name. */
    public static List<Expert> choice() {
        return Expert.<Expert>find("order by lower(particulars.name), id")
                .page(0, MOST_CHOICES)
                .list();
    }

    /** @throws Stale where somebody else corrected the particulars since {@code expected}; null expects nothing */
    void correct(Particulars corrected, Integer expected) {
        Stale.unless(
                expected,
                version,
                "Somebody else changed this expert while you were writing. Compare both texts below.",
                () -> Expert.<Expert>findById(id).view());
        if (!corrected.equals(particulars)) {
            particulars = corrected;
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

    /** An expert as JSON gives one. */
    public record View(
            long id,
            int version,
            String name,
            String position,
            String affiliation,
            String field,
            String url,
            String interests) {}

    public View view() {
        var p = particulars;
        return new View(id, version, p.name(), p.position(), p.affiliation(), p.field(), p.url(), p.interests());
    }
}
