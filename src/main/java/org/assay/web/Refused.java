package org.assay.web;

import java.util.Map;

/** What the newsroom's rules refuse, worded as a sentence that the page and the API show alike. */
public class Refused extends RuntimeException {

    private final int status;

    private final transient Map<String, Object> details;

    /**
     * @param status the HTTP status that fits
     * @param details what a program needs besides the sentence
     */
    public Refused(int status, String sentence, Map<String, Object> details) {
        super(sentence);
        this.status = status;
        this.details = details;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> details() {
        return details;
    }

    /** One of few words, to count refusals by. */
    public String kind() {
        return switch (status) {
            case 400 -> "invalid";
            case 403 -> "forbidden";
            case 409 -> "conflict";
            case 412 -> "stale";
            case 428 -> "without-version";
            case 503 -> "unavailable";
            default -> "other";
        };
    }
}
