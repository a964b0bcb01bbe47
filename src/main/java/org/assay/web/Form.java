package org.assay.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed, kept to the letter, with what is wrong with it. Fields bear the dotted paths of the JSON. */
public final class Form {

    /** Far more than any form here has: each takes memory again and again until the answer is sent. */
    private static final int MOST_FIELDS = 1_000;

    /**
     * In UTF-16 units as HTML writes them, of which the longest text here takes some 400,000. A page that shows it takes many
     * times as much.
     */
    private static final int MOST_SHOWN = 500_000;

    private final Map<String, List<String>> values;
    private final Refused refusal;

    private Form(Map<String, List<String>> values, Refused refusal) {
        this.values = values;
        this.refusal = refusal;
    }

    public static Form empty() {
        return new Form(new LinkedHashMap<>(), null);
    }

    /** A form filled with what a record says now. */
    public static Form of(Object record) {
        Form form = empty();
        FieldPaths.each(Json.tree(record), form::add);
        return form;
    }

    /** @throws Invalid where the text is not what a browser sends */
    static Form parse(String urlEncoded) {
        String[] pairs = urlEncoded.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new Invalid("", "This has more fields than any form here. Please send it from the desk's own page.");
        }
        Form form = empty();
        try {
            for (String pair : pairs) {
                String[] parts = pair.split("=", 2);
                if (!parts[0].isEmpty()) {
                    form.add(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Invalid("", "What was sent is not a well-formed form.");
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    public Form with(String name, Object value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, List.of(String.valueOf(value)));
        return new Form(copy, refusal);
    }

    /** A stale form as it is shown again: made from the present version now, so that it can be sent once more. */
    public Form caughtUpWith(int present) {
        return isStale() ? with("version", present) : this;
    }

    public Form refusedFor(Refused reason) {
        return new Form(values, reason);
    }

    /** Everything that was sent, for the page that holds it while somebody signs in again. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** Whether a page may show all of it again. */
    boolean canBeShown() {
        long length = 0;
        for (var field : values.entrySet()) {
            for (String value : field.getValue()) {
                length += escaped(field.getKey()) + escaped(value);
            }
        }
        return length <= MOST_SHOWN;
    }

    private static long escaped(String text) {
        return text.chars()
                .map(c -> switch (c) {
                    case '"', '\'', '&' -> 6;
                    case '<', '>' -> 4;
                    default -> 1;
                })
                .sum();
    }

    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    public boolean has(String name) {
        return !Characters.isBlank(value(name));
    }

    public boolean is(String name, Object value) {
        return value(name).equals(String.valueOf(value));
    }

    /** The version of the thing that the form was filled from; null where the form carries none. */
    public Integer version() {
        String sent = value("version");
        return sent.matches("[0-9]{1,9}") ? Integer.valueOf(sent) : null;
    }

    /** Why it was refused; null where it was not. */
    public Refused reason() {
        return refusal;
    }

    public boolean isRefused() {
        return refusal != null;
    }

    public boolean isStale() {
        return refusal instanceof Stale;
    }

    public String refusal() {
        return refusal.getMessage();
    }

    public List<Violation> violations() {
        return refusal instanceof Invalid invalid ? invalid.violations() : List.of();
    }

    /** Whether what is wrong is told by field. */
    public boolean isNamed() {
        return violations().stream().anyMatch(violation -> !violation.field().isEmpty());
    }

    public boolean wrong(String name) {
        return !error(name).isEmpty();
    }

    /** A field in which what was typed differs from what is saved now. */
    public record Conflict(String field, String saved, String typed) {}

    public List<Conflict> conflicts(Form saved) {
        return values.keySet().stream()
                .filter(name -> !name.equals("version") && !same(name, saved))
                .map(name -> new Conflict(name, saved.value(name), value(name)))
                .toList();
    }

    private boolean same(String name, Form other) {
        return Characters.withLineFeeds(value(name)).equals(Characters.withLineFeeds(other.value(name)));
    }

    /** What is wrong with the field, or an empty text; a list's faults are told at the list. */
    public String error(String name) {
        return violations().stream()
                .filter(violation ->
                        violation.field().equals(name) || violation.field().matches(Pattern.quote(name) + "\\[\\d+]"))
                .map(Violation::message)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** @throws Invalid naming every field that is malformed, missing or out of range */
    public <T> T as(Class<T> type) {
        return Input.get().read(FieldPaths.tree(values, type), type, Json.LENIENT);
    }

    /** The same form with the rows of a list, {@code name[3].key}, numbered anew without those that are blank. */
    public Form compacted(String list) {
        var numbers = new TreeMap<Integer, Integer>();
        values.forEach((name, sent) -> {
            var row = FieldPaths.ROW.matcher(name);
            if (row.matches() && row.group(1).equals(list) && !Characters.isBlank(sent.getFirst())) {
                numbers.put(Integer.valueOf(row.group(2)), 0);
            }
        });
        int next = 0;
        for (var number : numbers.entrySet()) {
            number.setValue(next++);
        }
        var renumbered = new LinkedHashMap<String, List<String>>();
        values.forEach((name, sent) -> {
            var row = FieldPaths.ROW.matcher(name);
            if (!row.matches() || !row.group(1).equals(list)) {
                renumbered.put(name, sent);
            } else if (numbers.containsKey(Integer.valueOf(row.group(2)))) {
                int number = numbers.get(Integer.valueOf(row.group(2)));
                renumbered.put("%s[%d].%s".formatted(list, number, row.group(3)), sent);
            }
        });
        return new Form(renumbered, refusal);
    }

    /** How many rows of a list there are, in a form that is compacted. */
    public int rows(String list) {
        return (int) values.keySet().stream()
                .map(FieldPaths.ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(list))
                .map(row -> row.group(2))
                .distinct()
                .count();
    }
}
