package org.assay.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code kubectl apply -k} would send: one document an object, as it comes out of Kustomize. */
record Rendered(String name, List<ObjectNode> documents) {

    static final YAMLMapper YAML = new YAMLMapper();
    static final Path OVERLAYS = Path.of("k8s", "overlays");

    /** Every overlay, and the component that none of them uses. */
    static List<Rendered> all() {
        try (var folders = Files.list(OVERLAYS)) {
            return Stream.concat(folders.sorted().map(Rendered::of), Stream.of(withIngress()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rendered overlay(String name) {
        return of(OVERLAYS.resolve(name));
    }

    static Rendered withIngress() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "kubernetes", "with-ingress"));
            Files.copy(
                    OVERLAYS.resolve("production").resolve("namespace.yaml"),
                    folder.resolve("namespace.yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve("kustomization.yaml"), """
                namespace: assay
                resources: [namespace.yaml, ../../../k8s/base]
                components: [../../../k8s/components/ingress]
                """);
            return of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rendered of(Path folder) {
        try {
            var process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(process.getInputStream())) {
                var rendered = new Rendered(folder.getFileName().toString(), documents.readAll());
                assertEquals(0, process.waitFor(), "kubectl cannot render " + folder);
                return rendered;
            }
        } catch (IOException e) {
            assumeTrue(
                    "true".equals(System.getenv("CI")), "kubectl is not installed, so the manifests cannot be tried.");
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Rendered copy() {
        return new Rendered(name, documents.stream().map(ObjectNode::deepCopy).toList());
    }

    List<ObjectNode> of(String kind) {
        return documents.stream().filter(it -> kind.equals(kind(it))).toList();
    }

    ObjectNode the(String kind, String name) {
        return of(kind).stream()
                .filter(it -> nameOf(it).matches(name + "(-[a-z0-9]{10})?"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("%s has no %s %s".formatted(this.name, kind, name)));
    }

    /** What the replicas are told, whatever suffix Kustomize gave it. */
    String setting(String name) {
        return the("ConfigMap", "assay").at("/data/" + name).asText();
    }

    static String kind(JsonNode document) {
        return document.path("kind").asText();
    }

    static String nameOf(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    List<Pod> pods() {
        return documents.stream().flatMap(Rendered::podOf).toList();
    }

    Pod pod(String owner) {
        return pods().stream()
                .filter(it -> it.owner().equals(owner))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("%s has no %s".formatted(name, owner)));
    }

    private static Stream<Pod> podOf(JsonNode document) {
        var template =
                document.at(kind(document).equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template");
        return template.isMissingNode()
                ? Stream.empty()
                : Stream.of(new Pod(
                        kind(document) + " " + nameOf(document),
                        template.at("/metadata/labels"),
                        template.path("spec")));
    }

    /** What a controller makes pods of. */
    record Pod(String owner, JsonNode labels, JsonNode spec) {

        List<JsonNode> containers() {
            return Stream.of("initContainers", "containers")
                    .flatMap(kind -> each(spec.path(kind)))
                    .toList();
        }

        boolean isAssays() {
            return labels.path("app.kubernetes.io/name").asText().equals("assay");
        }

        boolean matches(JsonNode selector) {
            return selector.properties().stream()
                    .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
        }

        String variable(String name) {
            return containers().stream()
                    .flatMap(container -> each(container.path("env")))
                    .filter(it -> it.path("name").asText().equals(name))
                    .findFirst()
                    .map(it -> it.path("value").asText())
                    .orElse("");
        }
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
