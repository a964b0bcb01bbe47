package org.assay.kubernetes;

import static org.assay.kubernetes.PodRules.expect;
import static org.assay.kubernetes.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What manifests only name: images, settings, secrets. */
final class ReferenceRules {

    private static final Pattern PINNED = Pattern.compile(".*[^/]:\\d+\\.\\d+[\\w.-]*");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential|private|_key).*");

    /** Whoever installs makes these, or CloudNativePG does. */
    private static final Map<String, Set<String>> SECRETS = Map.of(
            "demo", Set.of("assay", "assay-db-app", "keycloak", "postgresql"),
            "production", Set.of("assay", "assay-backup", "assay-db-app", "assay-db-ca"),
            "with-ingress", Set.of("assay", "assay-db-app"));

    private ReferenceRules() {}

    static List<String> images_are_pinned(Rendered rendered) {
        return Stream.concat(
                        rendered.pods().stream()
                                .flatMap(pod -> pod.containers().stream())
                                .map(container -> container.path("image")),
                        rendered.of("Cluster").stream().map(cluster -> cluster.at("/spec/imageName")))
                .map(JsonNode::asText)
                .filter(image -> !PINNED.matcher(image).matches())
                .toList();
    }

    /** Where there is a version to be said, every pod of Assay's has the same image. */
    static List<String> one_image_of_assay(Rendered rendered) {
        var images = new TreeSet<String>();
        rendered.pods().stream()
                .filter(Rendered.Pod::isAssays)
                .flatMap(pod -> pod.containers().stream())
                .forEach(container -> images.add(container.path("image").asText()));
        return images.size() == 1 ? List.of() : List.copyOf(images);
    }

    /** No Secret, nothing secret in settings or variables, and no reference that may be left open. */
    static List<String> secrets_by_reference_alone(Rendered rendered) {
        var broken = new ArrayList<String>();
        rendered.of("Secret")
                .forEach(secret -> broken.add("The Secret " + Rendered.nameOf(secret) + " is here itself"));
        for (var settings : rendered.of("ConfigMap")) {
            settings.path("data").properties().stream()
                    .filter(it -> SECRET.matcher(it.getKey()).matches())
                    .forEach(it -> broken.add(it.getKey() + " is told to everybody"));
        }
        for (var pod : rendered.pods()) {
            for (var container : pod.containers()) {
                each(container.path("env"))
                        .filter(it -> it.has("value")
                                && SECRET.matcher(it.path("name").asText()).matches())
                        .forEach(it -> broken.add(it.path("name").asText() + " is told to everybody"));
                each(container.path("env"))
                        .filter(it -> it.at("/valueFrom/secretKeyRef/optional").asBoolean())
                        .forEach(it -> broken.add(it.path("name").asText() + " may be missing"));
            }
        }
        var named = rendered.documents().stream()
                .flatMap(document -> secretsOf(document))
                .collect(Collectors.toCollection(TreeSet::new));
        expect(
                broken,
                named.equals(new TreeSet<>(SECRETS.get(rendered.name()))),
                "The secrets that are named are " + named);
        return broken;
    }

    private static Stream<String> secretsOf(JsonNode node) {
        var here = Stream.of(
                        node.at("/secretKeyRef/name"),
                        node.at("/secretRef/name"),
                        node.at("/secret/secretName"),
                        node.at("/s3Credentials/accessKeyId/name"),
                        node.at("/s3Credentials/secretAccessKey/name"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return Stream.concat(here, each(node).flatMap(ReferenceRules::secretsOf));
    }

    /** What a pod names, and no operator makes, is there. */
    static List<String> what_is_named_is_there(Rendered rendered) {
        var broken = new ArrayList<String>();
        var settings = rendered.of("ConfigMap").stream().map(Rendered::nameOf).toList();
        var accounts =
                rendered.of("ServiceAccount").stream().map(Rendered::nameOf).toList();
        for (var pod : rendered.pods()) {
            var spec = pod.spec();
            expect(
                    broken,
                    !spec.has("serviceAccountName")
                            || accounts.contains(spec.path("serviceAccountName").asText()),
                    pod.owner() + " has no account");
            Stream.concat(
                            each(spec.path("volumes")).map(it -> it.at("/configMap/name")),
                            pod.containers().stream()
                                    .flatMap(it -> each(it.path("envFrom")))
                                    .map(it -> it.at("/configMapRef/name")))
                    .filter(JsonNode::isTextual)
                    .filter(name -> !settings.contains(name.asText()))
                    .forEach(name -> broken.add(pod.owner() + " names " + name));
            for (var container : pod.containers()) {
                var volumes =
                        each(spec.path("volumes")).map(it -> it.path("name")).toList();
                each(container.path("volumeMounts"))
                        .filter(mount -> !volumes.contains(mount.path("name")))
                        .filter(mount -> !pod.owner().startsWith("StatefulSet"))
                        .forEach(mount -> broken.add(pod.owner() + " mounts " + mount));
            }
        }
        return broken;
    }

    /** Everything is in the overlay's namespace. */
    static List<String> one_namespace(Rendered rendered) {
        String namespace = Rendered.nameOf(rendered.of("Namespace").getFirst());
        return rendered.documents().stream()
                .filter(it -> !Rendered.kind(it).equals("Namespace"))
                .filter(it -> !it.at("/metadata/namespace").asText().equals(namespace))
                .map(Rendered::nameOf)
                .toList();
    }
}
