package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the manifests come to, overlay by overlay: objects that Kubernetes knows, and the rules that hold of them. */
class OverlaysTest {

    @TestFactory
    Stream<DynamicTest> every_object_is_one_that_kubernetes_knows() {
        return Rendered.all().stream()
                .flatMap(rendered -> rendered.documents().stream()
                        .map(document -> dynamicTest(
                                "%s: %s %s"
                                        .formatted(rendered.name(), Rendered.kind(document), Rendered.nameOf(document)),
                                () -> assertEquals(List.of(), Models.refusals(document)))));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_holds() {
        return Rendered.all().stream()
                .flatMap(rendered -> Rule.of(rendered).entrySet().stream()
                        .map(rule -> dynamicTest(
                                rendered.name() + ": " + rule.getKey(),
                                () -> assertEquals(List.of(), rule.getValue().broken(rendered)))));
    }

    @Test
    void every_component_is_tried() throws IOException {
        var kinds = new HashSet<String>();
        Rendered.all().forEach(it -> it.documents().forEach(document -> kinds.add(Rendered.kind(document))));
        assertTrue(
                kinds.containsAll(Set.of("HTTPRoute", "Ingress", "ServiceMonitor", "PodMonitor", "PrometheusRule")),
                "Only " + kinds);
        try (var components = Files.list(Path.of("k8s", "components"))) {
            assertEquals(
                    Set.of("gateway", "ingress", "monitoring"),
                    new HashSet<>(
                            components.map(it -> it.getFileName().toString()).toList()));
        }
    }

    @Test
    void versions_are_those_that_are_built_and_tried() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String assay = said(pom, "version").replace("-SNAPSHOT", "");
        String postgresql = said(pom, "postgres-binaries.version").replaceFirst("\\.0$", "");
        var demo = Rendered.overlay("demo");
        var production = Rendered.overlay("production");
        assertEquals("assay:" + assay, image(demo, "Deployment assay"));
        assertTrue(image(production, "Deployment assay").endsWith("/assay:" + assay));
        assertTrue(image(demo, "Deployment keycloak").endsWith(":" + said(pom, "keycloak.version")));
        assertEquals("postgres:" + postgresql, image(demo, "StatefulSet postgresql"));
        assertTrue(production
                .the("Cluster", "assay-db")
                .at("/spec/imageName")
                .asText()
                .contains(":" + postgresql + "-"));
    }

    private static String image(Rendered rendered, String owner) {
        return rendered.pod(owner).containers().getFirst().path("image").asText();
    }

    private static String said(String pom, String name) {
        var found = Pattern.compile("<%1$s>(.+?)</%1$s>".formatted(Pattern.quote(name)))
                .matcher(pom);
        assertTrue(found.find(), name);
        return found.group(1);
    }

    /** Its passwords are made up where it is installed: each is new, long, and all that anything asks for. */
    @Test
    void the_demo_has_no_default_passwords() throws IOException, InterruptedException {
        var demo = Rendered.overlay("demo");
        var values = new HashSet<String>();
        for (int time = 0; time < 2; time++) {
            var keys = new HashSet<String>();
            for (var secret : secrets()) {
                secret.path("data").properties().forEach(it -> {
                    keys.add(Rendered.nameOf(secret) + "/" + it.getKey());
                    if (!it.getKey().equals("username")) {
                        String value = new String(
                                Base64.getDecoder().decode(it.getValue().asText()));
                        assertTrue(value.length() >= 32, it.getKey());
                        assertTrue(values.add(value), it.getKey() + " is not new");
                    }
                });
            }
            demo.pods().stream()
                    .flatMap(pod -> pod.containers().stream())
                    .flatMap(container -> Rendered.each(container.path("env")))
                    .map(it -> it.at("/valueFrom/secretKeyRef"))
                    .filter(it -> it.has("name"))
                    .map(it -> it.path("name").asText() + "/" + it.path("key").asText())
                    .forEach(key -> assertTrue(keys.contains(key), key + " is not made"));
        }
        assertFalse(values.isEmpty());
    }

    private static List<ObjectNode> secrets() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Rendered.OVERLAYS.resolve("demo").resolve("secrets").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var documents =
                Rendered.YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(process.getInputStream())) {
            var secrets = documents.readAll();
            assertEquals(0, process.waitFor());
            return secrets;
        }
    }
}
