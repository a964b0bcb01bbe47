package org.assay.web;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a failure was caused by: a transaction manager tells of a commit's failure among what it suppressed. */
final class Causes {

    private Causes() {}

    static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        return failure != null
                && (wanted.test(failure)
                        || any(failure.getCause(), wanted)
                        || Stream.of(failure.getSuppressed()).anyMatch(suppressed -> any(suppressed, wanted)));
    }
}
