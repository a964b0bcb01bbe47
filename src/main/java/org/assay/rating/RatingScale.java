package org.assay.rating;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.people.Person;
import org.assay.web.Invalid;
import org.assay.web.Violation;

/** One version of the labels that a verdict may carry. A verdict keeps the version that it was given on. */
@Entity
@Table(name = "rating_scale")
public class RatingScale extends PanacheEntityBase {

    @Id
    private int version;

    private Instant definedAt;
    private String definedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "rating", joinColumns = @JoinColumn(name = "scale"))
    @OrderColumn(name = "place")
    private List<Rating> labels = new ArrayList<>();

    protected RatingScale() {}

    /** What an admin proposes as the next version. */
    public record Draft(
            @NotNull(message = "Please give the labels.")
            @Size(min = 2, max = 20, message = "Please give between 2 and 20 labels.")
            List<@Valid @NotNull Rating> labels) {}

    /** @throws Invalid where two labels share a key, or the numbers do not span a range */
    static RatingScale define(int version, Draft draft, Person admin, Instant now) {
        var violations = new ArrayList<Violation>();
        var keys = new HashSet<String>();
        for (int i = 0; i < draft.labels().size(); i++) {
            if (!keys.add(draft.labels().get(i).key())) {
                violations.add(new Violation("labels[%d].key".formatted(i), "Another label has this key already."));
            }
        }
        long numbers = draft.labels().stream()
                .map(Rating::number)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (numbers == 1) {
            violations.add(new Violation(
                    "labels",
                    "Please give two labels or more a number, or none: readers see where on the range one is."));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
        var scale = new RatingScale();
        scale.version = version;
        scale.definedAt = now;
        scale.definedBy = admin.name();
        scale.labels.addAll(draft.labels());
        return scale;
    }

    public static RatingScale current() {
        return RatingScale.<RatingScale>findAll(Sort.descending("version")).firstResult();
    }

    public static List<RatingScale> newestFirst() {
        return listAll(Sort.descending("version"));
    }

    public int version() {
        return version;
    }

    public Instant definedAt() {
        return definedAt;
    }

    public String definedBy() {
        return definedBy;
    }

    public List<Rating> labels() {
        return List.copyOf(labels);
    }

    /** Where one of its labels stands. */
    public int level(Rating label) {
        return label.level(worst().orElse(null), best().orElse(null));
    }

    public Optional<Rating> label(String key) {
        return labels.stream().filter(label -> label.key().equals(key)).findFirst();
    }

    /** The lowest number, which says "false"; empty where no label has a number. */
    public Optional<Integer> worst() {
        return labels.stream().map(Rating::number).filter(Objects::nonNull).min(Integer::compare);
    }

    /** The highest number, which says "true"; empty where no label has a number. */
    public Optional<Integer> best() {
        return labels.stream().map(Rating::number).filter(Objects::nonNull).max(Integer::compare);
    }
}
