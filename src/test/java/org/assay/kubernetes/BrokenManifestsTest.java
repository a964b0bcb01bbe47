package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@link OverlaysTest} asks for is noticed when it is missing: each line of {@code mutations.txt} breaks one thing in
 * what production or the demo comes to, and the rule that it names must say so.
 */
class BrokenManifestsTest {

    /** At a place in an object, another value, or none at all. */
    private record Mutation(String rule, String overlay, String kind, String name, String place, String value) {

        static Mutation of(String line) {
            var words = line.split(" +", 6);
            return new Mutation(words[0], words[1], words[2], words[3], words[4], words.length > 5 ? words[5] : "");
        }

        Rendered made(Rendered rendered) throws JsonProcessingException {
            var broken = rendered.copy();
            var pointer = JsonPointer.compile(place);
            var holder = broken.the(kind, name).at(pointer.head());
            String last = pointer.last().getMatchingProperty();
            JsonNode other = value.isEmpty() ? null : Rendered.YAML.readTree(value);
            switch (holder) {
                case ArrayNode list when other == null -> list.remove(Integer.parseInt(last));
                case ArrayNode list when last.equals("-") -> list.add(other);
                case ArrayNode list -> list.set(Integer.parseInt(last), other);
                case ObjectNode object when other == null -> object.remove(last);
                case ObjectNode object -> object.set(last, other);
                default -> throw new IllegalArgumentException("There is nothing at " + this);
            }
            return broken;
        }
    }

    private static List<Mutation> mutations() throws IOException {
        var file = Objects.requireNonNull(BrokenManifestsTest.class.getResourceAsStream("/kubernetes/mutations.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Mutation::of)
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_broken_is_noticed() throws IOException {
        var overlays = Rendered.all().stream().collect(Collectors.toMap(Rendered::name, rendered -> rendered));
        return mutations().stream()
                .map(mutation -> dynamicTest(mutation.toString(), () -> {
                    var rendered = overlays.get(mutation.overlay());
                    var broken = mutation.made(rendered);
                    Rule rule = mutation.rule().equals("known")
                            ? it -> Models.refusals(it.the(mutation.kind(), mutation.name()))
                            : Rule.of(rendered).get(mutation.rule());
                    assertEquals(List.of(), rule.broken(rendered));
                    assertFalse(rule.broken(broken).isEmpty(), "Nobody notices");
                }));
    }

    @Test
    void every_rule_is_broken_once() throws IOException {
        var untried = new HashSet<>(Rule.inProduction().keySet());
        mutations().forEach(it -> untried.remove(it.rule()));
        assertEquals(new HashSet<>(), untried);
    }
}
