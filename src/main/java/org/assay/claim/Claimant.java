package org.assay.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import org.assay.web.Characters;
import org.assay.web.Text;
import org.assay.web.WebUrl;

/**
 * Who is held to have made the claim.
 *
 * @param sameAs a page that identifies them, such as an official biography (schema.org's property)
 * @param type a person unless it says otherwise
 */
@Embeddable
public record Claimant(
        @Text(max = 200, required = true) @Column(name = "claimant_name")
        String name,

        @Text(max = 200) @Column(name = "claimant_position") String position,
        @WebUrl @Column(name = "claimant_same_as") String sameAs,

        @Enumerated(EnumType.STRING) @Column(name = "claimant_type")
        Type type) {

    /** schema.org's two kinds of author. */
    public enum Type {
        PERSON,
        ORGANIZATION;

        /** The name of the schema.org type. */
        public String schema() {
            return this == PERSON ? "Person" : "Organization";
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Claimant {
        type = type == null && name != null ? Type.PERSON : type;
    }

    /** Name and position, as a page introduces somebody. */
    public String introduction() {
        return Characters.isBlank(position) ? name : name + ", " + position;
    }
}
