package org.assay.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alerts, as far as Prometheus' own tool can try them, and what they tell people to read. */
class AlertsTest {

    private static final Path FOLDER = Path.of("target", "promtool");
    private static final Pattern RECORDED = Pattern.compile("assay:[a-z_]+:[a-z0-9]+");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @BeforeEach
    void rules_as_prometheus_reads_them() throws IOException {
        Files.createDirectories(FOLDER);
        yaml.writeValue(FOLDER.resolve("rules.yaml").toFile(), Watched.alerts().get("spec"));
        Files.copy(
                Path.of("src", "test", "promtool", "alerts.yaml"),
                FOLDER.resolve("alerts.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void each_alert_says_how_bad_it_is_and_has_an_entry_in_the_runbook() throws IOException {
        var headings = headings();
        for (JsonNode alert : alerts()) {
            String name = alert.get("alert").asText();
            assertTrue(
                    Set.of("page", "ticket", "newsroom")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertFalse(alert.at("/annotations/summary").asText().isEmpty(), name);
            String runbook = alert.at("/annotations/runbook").asText();
            assertTrue(runbook.startsWith("docs/operations.md#"), name + ": " + runbook);
            assertTrue(
                    headings.contains(runbook.substring(runbook.indexOf('#') + 1)),
                    name + " leads nowhere: " + runbook);
        }
    }

    @Test
    void each_entry_of_the_runbook_is_an_alerts() throws IOException {
        var entries = headings();
        alerts().forEach(alert ->
                entries.remove(alert.at("/annotations/runbook").asText().replaceFirst(".*#", "")));
        assertEquals(Set.of(), entries);
    }

    @Test
    void what_is_asked_of_a_rule_is_recorded_by_one() throws IOException {
        var recorded = Watched.rules().stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .collect(Collectors.toSet());
        var asked = Stream.concat(
                        Watched.rules().stream().map(rule -> rule.get("expr").asText()),
                        Watched.dashboardExpressions().stream())
                .flatMap(expression -> RECORDED.matcher(expression).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(asked.isEmpty());
        asked.removeAll(recorded);
        assertEquals(Set.of(), asked);
    }

    @Test
    void prometheus_understands_every_rule() throws Exception {
        promtool("check", "rules", "rules.yaml");
    }

    @Test
    void prometheus_understands_what_the_dashboard_asks() throws Exception {
        var group = yaml.createObjectNode();
        ObjectNode rules = group.putArray("groups").addObject().put("name", "dashboard");
        var list = rules.putArray("rules");
        for (String expression : Watched.dashboardExpressions()) {
            list.addObject().put("record", "panel:" + list.size()).put("expr", expression);
        }
        assertFalse(list.isEmpty());
        yaml.writeValue(FOLDER.resolve("dashboard.yaml").toFile(), group);
        promtool("check", "rules", "dashboard.yaml");
    }

    @Test
    void the_alerts_fire_when_they_should_and_not_before() throws Exception {
        promtool("test", "rules", "alerts.yaml");
    }

    private static List<JsonNode> alerts() throws IOException {
        return Watched.rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    /** The anchors of the headings under "Alerts, and what to do". */
    private static Set<String> headings() throws IOException {
        String runbook = Files.readString(Path.of("docs", "operations.md"))
                .replaceFirst("(?s).*\n## Alerts, and what to do\n", "")
                .replaceFirst("(?s)\n## .*", "");
        return runbook.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4)
                        .toLowerCase()
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Skipped where there is none, which in CI is a failure. */
    private static void promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            assertFalse("true".equals(System.getenv("CI")), "promtool is needed in CI.");
        }
        assumeTrue(process != null, "promtool is not installed, so the alerts cannot be tried.");
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}
