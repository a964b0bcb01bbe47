package org.assay.kubernetes;

import static org.assay.kubernetes.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kubernetes.Rendered.Pod;

/** What holds of every pod, whoever's it is. */
final class PodRules {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private PodRules() {}

    /** The Pod Security Standard {@code restricted}, and the namespace that enforces it on what operators make, too. */
    static List<String> restricted(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var namespace : rendered.of("Namespace")) {
            expect(
                    broken,
                    "restricted"
                            .equals(namespace
                                    .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                    .asText()),
                    "The namespace enforces nothing");
        }
        expect(broken, rendered.of("Namespace").size() == 1, "There is not one namespace");
        for (var pod : rendered.pods()) {
            restricted(pod, broken);
        }
        for (var cluster : rendered.of("Cluster")) {
            expect(
                    broken,
                    "RuntimeDefault"
                            .equals(cluster.at("/spec/seccompProfile/type").asText()),
                    "The database has no seccomp profile");
        }
        return broken;
    }

    private static void restricted(Pod pod, List<String> broken) {
        var spec = pod.spec();
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            expect(broken, !spec.path(shared).asBoolean(), pod.owner() + " shares the node's " + shared);
        }
        for (var volume : (Iterable<JsonNode>) each(spec.path("volumes"))::iterator) {
            var kinds = volume.properties().stream()
                    .map(it -> it.getKey())
                    .filter(it -> !it.equals("name"))
                    .toList();
            expect(broken, VOLUMES.containsAll(kinds), pod.owner() + " mounts " + kinds);
        }
        expect(broken, !spec.at("/securityContext").has("sysctls"), pod.owner() + " sets sysctls");
        for (var container : pod.containers()) {
            String name = pod.owner() + "/" + container.path("name").asText();
            var own = container.path("securityContext");
            var pods = spec.path("securityContext");
            expect(broken, !own.path("privileged").asBoolean(), name + " is privileged");
            expect(
                    broken,
                    own.has("allowPrivilegeEscalation")
                            && !own.path("allowPrivilegeEscalation").asBoolean(),
                    name + " may gain privileges");
            expect(
                    broken,
                    own.at("/capabilities/drop").toString().equals("[\"ALL\"]")
                            && own.at("/capabilities/add").isEmpty(),
                    name + " has capabilities");
            expect(broken, either(own, pods, "runAsNonRoot").asBoolean(), name + " may be root");
            expect(broken, either(own, pods, "runAsUser").asInt() > 0, name + " has no user, or is root");
            expect(
                    broken,
                    Set.of("RuntimeDefault", "Localhost")
                            .contains(either(own, pods, "seccompProfile")
                                    .path("type")
                                    .asText()),
                    name + " has no seccomp profile");
            expect(
                    broken,
                    Set.of("", "Default").contains(own.path("procMount").asText())
                            && !own.has("seLinuxOptions")
                            && !pods.has("seLinuxOptions")
                            && !own.has("windowsOptions")
                            && !pods.has("windowsOptions")
                            && !own.has("appArmorProfile")
                            && !pods.has("appArmorProfile"),
                    name + " changes what the platform gives");
            expect(
                    broken,
                    each(container.path("ports")).noneMatch(port -> port.has("hostPort")),
                    name + " takes a port of the node");
        }
    }

    private static JsonNode either(JsonNode container, JsonNode pod, String field) {
        return container.has(field) ? container.path(field) : pod.path(field);
    }

    static List<String> no_token(Rendered rendered) {
        return Stream.concat(
                        rendered.pods().stream()
                                .filter(pod -> !isFalse(pod.spec()))
                                .map(Pod::owner),
                        rendered.of("ServiceAccount").stream()
                                .filter(account -> !isFalse(account))
                                .map(Rendered::nameOf))
                .toList();
    }

    private static boolean isFalse(JsonNode holder) {
        return holder.path("automountServiceAccountToken").isBoolean()
                && !holder.path("automountServiceAccountToken").asBoolean();
    }

    /** Without them a service called {@code assay} becomes variables that look like settings. */
    static List<String> no_service_links(Rendered rendered) {
        return rendered.pods().stream()
                .filter(pod -> pod.spec().path("enableServiceLinks").asBoolean(true))
                .map(Pod::owner)
                .toList();
    }

    /** Requests and limits for each container, the database's servers, and the backups' sidecar. */
    static List<String> resources(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var pod : rendered.pods()) {
            for (var container : pod.containers()) {
                resources(pod.owner(), container.path("resources"), broken);
            }
        }
        rendered.of("Cluster").forEach(it -> resources("the database", it.at("/spec/resources"), broken));
        rendered.of("ObjectStore")
                .forEach(it -> resources("the backups", it.at("/spec/instanceSidecarConfiguration/resources"), broken));
        return broken;
    }

    private static void resources(String whose, JsonNode resources, List<String> broken) {
        for (String kind : List.of("cpu", "memory")) {
            var request = resources.at("/requests/" + kind);
            var limit = resources.at("/limits/" + kind);
            expect(
                    broken,
                    request.isTextual() && limit.isTextual() && number(request).compareTo(number(limit)) <= 0,
                    "%s: %s is not bounded".formatted(whose, kind));
        }
    }

    private static BigDecimal number(JsonNode quantity) {
        return Quantity.fromString(quantity.asText()).getNumber();
    }

    /** Assay writes to its own two folders, which are bounded, and to nothing else. */
    static List<String> read_only_root(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var pod : rendered.pods().stream().filter(Pod::isAssays).toList()) {
            for (var container : pod.containers()) {
                expect(
                        broken,
                        container.at("/securityContext/readOnlyRootFilesystem").asBoolean(),
                        pod.owner() + " can write to its image");
                expect(broken, writes(pod, container).contains("/tmp"), pod.owner() + " has no /tmp");
            }
            expect(
                    broken,
                    pod.spec().at("/securityContext/runAsUser").asInt() == 10001,
                    pod.owner() + " is another user");
            each(pod.spec().path("volumes"))
                    .filter(volume -> volume.has("emptyDir"))
                    .forEach(volume ->
                            expect(broken, volume.at("/emptyDir").has("sizeLimit"), volume + " is not bounded"));
        }
        var newsroom = rendered.pod("Deployment assay");
        expect(
                broken,
                writes(newsroom, newsroom.containers().getFirst())
                        .equals(Set.of("/tmp", rendered.setting("ASSAY_SEARCH_FOLDER"))),
                "Assay writes elsewhere");
        return broken;
    }

    private static Set<String> writes(Pod pod, JsonNode container) {
        var emptied = each(pod.spec().path("volumes"))
                .filter(volume -> volume.has("emptyDir"))
                .map(volume -> volume.path("name").asText())
                .toList();
        return each(container.path("volumeMounts"))
                .filter(mount -> !mount.path("readOnly").asBoolean())
                .filter(mount -> emptied.contains(mount.path("name").asText()))
                .map(mount -> mount.path("mountPath").asText())
                .collect(Collectors.toSet());
    }

    static void expect(List<String> broken, boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
