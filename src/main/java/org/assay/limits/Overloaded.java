package org.assay.limits;

/** As many are being answered as can be, and as many wait as may. */
public final class Overloaded extends RuntimeException {

    Overloaded(Side side) {
        super("No place at the side " + side, null, false, false);
    }
}
