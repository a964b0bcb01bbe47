package org.assay.web;

/** What somebody looks for, as a pattern for ILIKE with ! as the escape. */
public final class Words {

    private Words() {}

    /** Anything that holds the words as they were typed; null and blank find everything. */
    public static String pattern(String words) {
        if (Characters.isBlank(words)) {
            return "%";
        }
        return "%" + words.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
