package org.assay.claim;

/** A dossier for tests of what is made of dossiers elsewhere. */
public final class SomeDossiers {

    private SomeDossiers() {}

    public static Dossier.Content aDossier() {
        return SomeClaims.aProposedClaim().dossier().content();
    }
}
