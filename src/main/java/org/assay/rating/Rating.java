package org.assay.rating;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.assay.web.Text;

/**
 * A label of a rating scale.
 *
 * @param number from 1 to 100, nearer the scale's highest is truer; null where the label takes no place between false
 *     and true
 */
@Embeddable
public record Rating(
        @NotNull(message = "Please give the label a key, for example mostly-false.")
        @Size(max = 50, message = "Please shorten this key: it may have 50 characters.")
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "Please write the key in lower case with hyphens, for example mostly-false.")
        String key,

        @Text(max = 50, required = true) String name,
        @Text(max = 2000, required = true) String definition,

        @Min(value = 1, message = "Please give a number from 1 to 100.")
        @Max(value = 100, message = "Please give a number from 1 to 100.")
        Integer number) {

    /** On a range of numbers from 0, plainly false, to 4, plainly true; -1 for a label without a number. */
    public int level(Integer worst, Integer best) {
        return number == null || best.equals(worst) ? -1 : Math.round(4f * (number - worst) / (best - worst));
    }
}
