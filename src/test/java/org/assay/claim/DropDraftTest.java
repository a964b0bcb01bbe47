package org.assay.claim;

import static org.assay.claim.SomeClaims.aLoggedClaim;
import static org.assay.claim.SomeClaims.numbered;
import static org.assay.support.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class DropDraftTest {

    @Test
    void only_a_duplicate_names_another_claim_and_it_must_name_one() {
        Claim claim = numbered(aLoggedClaim(), 7);
        assertInvalid(() -> new DropDraft(DropReason.DUPLICATE, null, null).original(claim), "duplicateOf");
        assertInvalid(() -> new DropDraft(DropReason.DUPLICATE, null, 7L).original(claim), "duplicateOf");
        assertInvalid(() -> new DropDraft(DropReason.ADVERTISING, null, 8L).original(claim), "duplicateOf");
        assertNull(new DropDraft(DropReason.ADVERTISING, null, null).original(claim));
    }
}
