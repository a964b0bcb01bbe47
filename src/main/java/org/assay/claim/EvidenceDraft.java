package org.assay.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.assay.expert.Expert;
import org.assay.web.Characters;
import org.assay.web.Invalid;
import org.assay.web.Text;
import org.assay.web.WebUrl;

/** Evidence as somebody writes it, in a form or as JSON. */
record EvidenceDraft(
        @NotNull(message = "Please say what the evidence does to the claim: supports, refutes or context.")
        Stance stance,

        @NotNull(message = "Please say what kind of evidence it is.")
        EvidenceKind kind,

        @Text(max = 2000, required = true) String note,
        @Text(max = 2000) String quote,
        @Text(max = 200) String origin,
        @Valid Named expert,

        @Valid @NotNull(message = "Please name the source.") Evidence.Cited source) {

    /** An expert on record, by the id, or a new one by name. */
    record Named(
            Long id,
            @Text(max = 200) String name,
            @Text(max = 200) String position,
            @Text(max = 200) String affiliation,
            @Text(max = 200) String field,
            @WebUrl String url,
            @Text(max = 2000) String interests) {

        boolean isBlank() {
            return id == null && Characters.isBlank(name);
        }

        Expert.Particulars particulars() {
            return new Expert.Particulars(name, position, affiliation, field, url, interests);
        }
    }

    Evidence.Content content() {
        return new Evidence.Content(stance, kind, note, quote, origin, source);
    }

    /**
     * The expert that is named, added to the experts where the name is new here; null where none is.
     *
     * @throws Invalid where an expert statement names none, or the id is nobody's
     */
    Expert cited() {
        if (expert == null || expert.isBlank()) {
            if (kind == EvidenceKind.EXPERT_STATEMENT
                    || expert != null && expert.particulars().isDescribed()) {
                throw new Invalid(
                        expert == null ? "expert" : "expert.name",
                        "Please name the expert: choose one on record or write the name.");
            }
            return null;
        }
        if (expert.id() == null) {
            Expert added = new Expert(expert.particulars());
            added.persist();
            return added;
        }
        if (expert.particulars().isDescribed() || !Characters.isBlank(expert.name())) {
            throw new Invalid("expert.id", "Please choose an expert on record or write a new one, not both.");
        }
        Expert known = Expert.findById(expert.id());
        if (known == null) {
            throw new Invalid("expert.id", "There is no expert with this number.");
        }
        return known;
    }
}
