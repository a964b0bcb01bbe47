package org.assay.claim;

import jakarta.validation.constraints.NotNull;
import org.assay.web.Invalid;
import org.assay.web.Text;

/** Why a claim is dropped, as somebody writes it, in a form or as JSON. */
record DropDraft(
        @NotNull(message = "Please choose a reason: duplicate, not-checkable, advertising or out-of-scope.")
        DropReason reason,

        @Text(max = 2000) String note,
        Long duplicateOf) {

    /** @throws Invalid where a duplicate does not say of which other claim, or anything else does */
    Claim original(Claim dropped) {
        if (reason != DropReason.DUPLICATE) {
            if (duplicateOf != null) {
                throw new Invalid("duplicateOf", "Only a duplicate names another claim.");
            }
            return null;
        }
        if (duplicateOf == null) {
            throw new Invalid("duplicateOf", "Please give the number of the claim that this one repeats.");
        }
        if (duplicateOf.equals(dropped.id())) {
            throw new Invalid("duplicateOf", "A claim cannot be a duplicate of itself.");
        }
        Claim original = Claim.findById(duplicateOf);
        if (original == null) {
            throw new Invalid("duplicateOf", "There is no claim with this number.");
        }
        return original;
    }
}
