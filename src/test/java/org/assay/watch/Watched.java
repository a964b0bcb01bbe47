package org.assay.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the dashboard and the alerts look at. */
final class Watched {

    static final Path ALERTS = Path.of("k8s", "components", "monitoring", "alerts.yaml");
    static final Path DASHBOARD = Path.of("k8s", "components", "monitoring", "dashboard.json");

    /** Those that Assay tells itself; what has a colon is recorded by a rule, the others are told by the cluster. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(assay|agroal|cache|http|jvm|process)_[a-z0-9_]+\\b(?!:)");

    private Watched() {}

    static JsonNode alerts() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(ALERTS.toFile());
    }

    static List<JsonNode> rules() throws IOException {
        return alerts().at("/spec/groups").findValues("rules").stream()
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .toList();
    }

    static List<String> dashboardExpressions() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr");
    }

    static Set<String> metrics() throws IOException {
        var metrics = new TreeSet<String>();
        Stream.concat(rules().stream().map(rule -> rule.get("expr").asText()), dashboardExpressions().stream())
                .forEach(expression ->
                        METRIC.matcher(expression).results().forEach(found -> metrics.add(found.group())));
        return metrics;
    }
}
