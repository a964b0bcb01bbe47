package org.assay.kubernetes;

import static org.assay.kubernetes.PodRules.expect;
import static org.assay.kubernetes.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may talk to whom: nobody to nobody, but for a list of ways that is written here in full. */
final class NetworkRules {

    private static final Map<String, Set<String>> WAYS = Map.of(
            "demo",
            Set.of(
                    "any > kube-system:kube-dns UDP 53",
                    "any > kube-system:kube-dns TCP 53",
                    "assay > keycloak TCP 8080",
                    "assay > postgresql TCP 5432",
                    "keycloak > assay TCP 8080",
                    "keycloak > postgresql TCP 5432",
                    "assay < keycloak TCP 8080",
                    "keycloak < assay TCP 8080",
                    "postgresql < assay TCP 5432",
                    "postgresql < keycloak TCP 5432"),
            "production",
            Set.of(
                    "any > kube-system:kube-dns UDP 53",
                    "any > kube-system:kube-dns TCP 53",
                    "assay/newsroom < gateway:any TCP http",
                    "assay/newsroom < monitoring:prometheus TCP management",
                    "assay > database TCP 5432",
                    "assay/newsroom > the Internet TCP 443",
                    "database < assay TCP 5432",
                    "database < database TCP 5432",
                    "database < database TCP 8000",
                    "database < cnpg-system:cloudnative-pg TCP 5432",
                    "database < cnpg-system:cloudnative-pg TCP 8000",
                    "database < monitoring:prometheus TCP metrics",
                    "database > database TCP 5432",
                    "database > database TCP 8000",
                    "database > anywhere TCP 443",
                    "database > anywhere TCP 6443"),
            "with-ingress",
            Set.of(
                    "any > kube-system:kube-dns UDP 53",
                    "any > kube-system:kube-dns TCP 53",
                    "assay/newsroom < ingress:any TCP http"));

    private NetworkRules() {}

    static List<String> denied_by_default(Rendered rendered) {
        return rendered.of("NetworkPolicy").stream()
                        .map(policy -> policy.path("spec"))
                        .anyMatch(spec -> spec.path("podSelector").isEmpty()
                                && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                                && !spec.has("ingress")
                                && !spec.has("egress"))
                ? List.of()
                : List.of("Nothing is denied");
    }

    static List<String> only_what_is_needed(Rendered rendered) {
        var broken = new ArrayList<String>();
        var wanted = WAYS.get(rendered.name());
        var open = new TreeSet<String>();
        for (var policy : rendered.of("NetworkPolicy")) {
            var spec = policy.path("spec");
            String who = peer(spec.path("podSelector"));
            open.addAll(ways(who + " < ", spec.path("ingress"), "from"));
            open.addAll(ways(who + " > ", spec.path("egress"), "to"));
            expect(
                    broken,
                    spec.path("policyTypes").isArray()
                            && !spec.path("policyTypes").isEmpty(),
                    Rendered.nameOf(policy) + " does not say what it is about");
        }
        open.stream().filter(way -> !wanted.contains(way)).forEach(way -> broken.add(way + " is open"));
        wanted.stream().filter(way -> !open.contains(way)).forEach(way -> broken.add(way + " is shut"));
        return broken;
    }

    private static Set<String> ways(String who, JsonNode rules, String side) {
        return each(rules)
                .flatMap(rule -> (rule.has(side)
                                ? each(rule.path(side)).map(NetworkRules::peer)
                                : List.of("anywhere").stream())
                        .flatMap(peer -> rule.has("ports")
                                ? each(rule.path("ports"))
                                        .map(port -> "%s%s %s %s"
                                                .formatted(
                                                        who,
                                                        peer,
                                                        port.path("protocol").asText(),
                                                        port.path("port").asText()))
                                : List.of(who + peer + " at any port").stream()))
                .collect(Collectors.toSet());
    }

    private static String peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            var block = peer.path("ipBlock");
            return block.path("cidr").asText().equals("0.0.0.0/0")
                            && block.path("except").size() == 5
                    ? "the Internet"
                    : block.toString();
        }
        if (peer.has("namespaceSelector")) {
            return namespace(peer.path("namespaceSelector")) + ":" + label(peer.path("podSelector"));
        }
        return label(peer.has("podSelector") ? peer.path("podSelector") : peer);
    }

    private static String namespace(JsonNode selector) {
        return selector.at("/matchLabels/kubernetes.io~1metadata.name").asText("any");
    }

    private static String label(JsonNode selector) {
        if (selector.has("matchExpressions")) {
            return each(selector.path("matchExpressions"))
                    .map(has -> has.path("key").asText() + " "
                            + has.path("operator").asText())
                    .collect(Collectors.joining(", "))
                    .replace("cnpg.io/cluster Exists", "database");
        }
        var labels = selector.path("matchLabels");
        return labels.properties().stream()
                .sorted(Map.Entry.<String, JsonNode>comparingByKey().reversed())
                .map(label -> label.getValue().asText())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("/"), names -> names.isEmpty() ? "any" : names));
    }

    /** Readers reach the port of the pages, and the one of health and metrics only Prometheus does. */
    static List<String> no_route_to_the_management(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var route : rendered.of("HTTPRoute")) {
            each(route.at("/spec/rules"))
                    .flatMap(rule -> each(rule.path("backendRefs")))
                    .forEach(backend -> expect(
                            broken,
                            backend.path("name").asText().equals("assay")
                                    && backend.path("port").asInt() == 80,
                            "The route leads to " + backend));
        }
        for (var ingress : rendered.of("Ingress")) {
            each(ingress.at("/spec/rules"))
                    .flatMap(rule -> each(rule.at("/http/paths")))
                    .map(path -> path.at("/backend/service"))
                    .forEach(backend -> expect(
                            broken,
                            backend.path("name").asText().equals("assay")
                                    && backend.at("/port/name").asText().equals("http"),
                            "The ingress leads to " + backend));
            expect(broken, !ingress.at("/spec/tls").isEmpty(), "The ingress speaks no TLS");
        }
        for (var monitor : rendered.of("ServiceMonitor")) {
            expect(
                    broken,
                    monitor.at("/spec/endpoints/0/port").asText().equals("management")
                            && monitor.at("/spec/endpoints/0/path").asText().equals("/q/metrics")
                            && rendered.the("Service", "assay")
                                    .at("/metadata/labels")
                                    .properties()
                                    .containsAll(monitor.at("/spec/selector/matchLabels")
                                            .properties()),
                    "Prometheus asks elsewhere");
        }
        return broken;
    }

    /** No proxy ends a download that its reader takes slowly, or refuses what Assay takes and gives. */
    static List<String> what_is_long_comes_through(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var route : rendered.of("HTTPRoute")) {
            expect(
                    broken,
                    each(route.at("/spec/rules"))
                            .allMatch(rule ->
                                    rule.at("/timeouts/request").asText().equals("0s")),
                    "A download ends when the gateway likes");
        }
        for (var ingress : rendered.of("Ingress")) {
            var annotations = ingress.at("/metadata/annotations");
            expect(
                    broken,
                    annotations
                            .path("nginx.ingress.kubernetes.io/proxy-body-size")
                            .asText()
                            .equals("5m"),
                    "A long text is refused");
            expect(
                    broken,
                    annotations
                            .path("nginx.ingress.kubernetes.io/proxy-buffer-size")
                            .asText()
                            .equals("16k"),
                    "Nobody can sign in");
        }
        return broken;
    }

    /** Each service finds pods, and a port that they have. */
    static List<String> services_find_their_pods(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (var service : rendered.of("Service")) {
            var pods = rendered.pods().stream()
                    .filter(pod -> pod.matches(service.at("/spec/selector")))
                    .toList();
            var owners = pods.stream()
                    .map(pod -> pod.owner().replaceFirst(".* ", ""))
                    .toList();
            expect(
                    broken,
                    owners.equals(List.of(Rendered.nameOf(service))),
                    Rendered.nameOf(service) + " finds " + owners);
            for (var pod : pods) {
                each(service.at("/spec/ports"))
                        .filter(port -> pod.containers().stream()
                                .flatMap(container -> each(container.path("ports")))
                                .noneMatch(has -> has.path("name").equals(port.path("targetPort"))))
                        .forEach(port -> broken.add(Rendered.nameOf(service) + " has nothing behind " + port));
            }
        }
        return broken;
    }
}
