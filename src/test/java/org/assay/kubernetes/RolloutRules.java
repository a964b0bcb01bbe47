package org.assay.kubernetes;

import static org.assay.kubernetes.PodRules.expect;
import static org.assay.kubernetes.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps readers from noticing that replicas come, go and fail. */
final class RolloutRules {

    /** Assay's own shutdown: 10 s of saying that it is going, 30 s for what is under way. */
    private static final int SHUTDOWN = 40;

    /** How many seconds a connection to the database is waited for. */
    private static final int ACQUISITION = 5;

    private RolloutRules() {}

    /** It starts, lives and is ready by three questions of their own, at the port that no reader reaches. */
    static List<String> probes(Rendered rendered) {
        var broken = new ArrayList<String>();
        var assay = newsroom(rendered);
        probe(assay, "startupProbe", "/q/health/started", broken);
        probe(assay, "livenessProbe", "/q/health/live", broken);
        probe(assay, "readinessProbe", "/q/health/ready", broken);
        var startup = assay.path("startupProbe");
        expect(
                broken,
                startup.path("periodSeconds").asInt()
                                * startup.path("failureThreshold").asInt()
                        >= 60,
                "A slow node has less than a minute to start it");
        expect(
                broken,
                assay.at("/readinessProbe/timeoutSeconds").asInt() > ACQUISITION,
                "Nobody waits to hear that there is no connection");
        for (var pod : rendered.pods()) {
            if (pod.owner().startsWith("Deployment") || pod.owner().startsWith("StatefulSet")) {
                for (String kind : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    expect(broken, pod.containers().getFirst().has(kind), pod.owner() + " has no " + kind);
                }
            }
        }
        return broken;
    }

    private static void probe(JsonNode container, String kind, String path, List<String> broken) {
        var asked = container.at("/" + kind + "/httpGet");
        expect(
                broken,
                asked.path("path").asText().equals(path)
                        && asked.path("port").asText().equals("management")
                        && each(container.path("ports"))
                                .anyMatch(port -> port.path("name").asText().equals("management")
                                        && port.path("containerPort").asInt() == 9000),
                kind + " asks " + asked);
    }

    /** A new replica comes before an old one goes, which answers until it is forgotten and what is under way is done. */
    static List<String> no_request_is_dropped(Rendered rendered) {
        var broken = new ArrayList<String>();
        var deployment = rendered.the("Deployment", "assay");
        var strategy = deployment.at("/spec/strategy/rollingUpdate");
        expect(
                broken,
                strategy.path("maxUnavailable").asInt(1) == 0
                        && strategy.path("maxSurge").asInt() > 0,
                "An old replica goes before a new one has come");
        int pause = pause(rendered);
        expect(broken, pause >= 5, "A replica that goes still gets requests");
        expect(
                broken,
                deployment
                                .at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asInt()
                        >= pause + SHUTDOWN,
                "A replica is killed while it answers");
        return broken;
    }

    private static int pause(Rendered rendered) {
        return newsroom(rendered).at("/lifecycle/preStop/sleep/seconds").asInt();
    }

    static List<String> replicas_are_the_autoscalers(Rendered rendered) {
        var broken = new ArrayList<String>();
        expect(broken, !rendered.the("Deployment", "assay").path("spec").has("replicas"), "The replicas are fixed");
        var scaling = rendered.the("HorizontalPodAutoscaler", "assay").path("spec");
        expect(
                broken,
                scaling.at("/scaleTargetRef/kind").asText().equals("Deployment")
                        && scaling.at("/scaleTargetRef/name").asText().equals("assay"),
                "Something else is scaled");
        expect(
                broken,
                scaling.path("minReplicas").asInt() >= (isProduction(rendered) ? 3 : 2),
                "There are too few replicas");
        expect(
                broken,
                scaling.path("maxReplicas").asInt()
                        > scaling.path("minReplicas").asInt(),
                "There is no room to grow");
        return broken;
    }

    static List<String> disruptions_are_bounded(Rendered rendered) {
        var broken = new ArrayList<String>();
        var budget = rendered.the("PodDisruptionBudget", "assay").path("spec");
        var pod = rendered.pod("Deployment assay");
        expect(
                broken,
                budget.path("maxUnavailable").asInt() == 1 && pod.matches(budget.at("/selector/matchLabels")),
                "Who drains nodes may take all replicas at once");
        String onItsDisk = each(pod.spec().path("volumes"))
                .filter(volume -> volume.has("emptyDir"))
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.joining(","));
        expect(
                broken,
                rendered.the("Deployment", "assay")
                        .at(
                                "/spec/template/metadata/annotations/cluster-autoscaler.kubernetes.io~1safe-to-evict-local-volumes")
                        .asText()
                        .equals(onItsDisk),
                "A node is kept for what is derived: " + onItsDisk);
        return broken;
    }

    /** Of as many replicas as there may be, with those that come and those that end during a rollout, and of whatever else asks. */
    static List<String> the_database_has_connections_for_all(Rendered rendered) {
        int replicas = rendered.the("HorizontalPodAutoscaler", "assay")
                .at("/spec/maxReplicas")
                .asInt();
        int each = Integer.parseInt(rendered.setting("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"));
        var deployment = rendered.the("Deployment", "assay").path("spec");
        int coming = deployment.at("/strategy/rollingUpdate/maxSurge").asInt();
        int ending = Math.ceilDiv(
                pause(rendered) + SHUTDOWN,
                Math.max(1, deployment.path("minReadySeconds").asInt()));
        int others = isProduction(rendered)
                ? 30
                : 10 + Integer.parseInt(rendered.pod("Deployment keycloak").variable("KC_DB_POOL_MAX_SIZE"));
        int wanted = (replicas + coming + ending) * each + others;
        int room = isProduction(rendered)
                ? rendered.the("Cluster", "assay-db")
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt()
                : Integer.parseInt(rendered.pod("StatefulSet postgresql")
                        .containers()
                        .getFirst()
                        .at("/args/1")
                        .asText()
                        .replace("max_connections=", ""));
        return wanted <= room ? List.of() : List.of("%d connections are wanted of %d".formatted(wanted, room));
    }

    static List<String> replicas_are_apart(Rendered rendered) {
        var broken = new ArrayList<String>();
        expect(broken, apart(rendered, "kubernetes.io/hostname", "ScheduleAnyway"), "Replicas share a node");
        expect(
                broken,
                !isProduction(rendered) || apart(rendered, "topology.kubernetes.io/zone", "DoNotSchedule"),
                "Replicas share a zone");
        expect(
                broken,
                each(rendered.pod("Deployment assay").spec().path("topologySpreadConstraints"))
                        .filter(spread ->
                                spread.path("whenUnsatisfiable").asText().equals("DoNotSchedule"))
                        .allMatch(spread ->
                                spread.path("nodeTaintsPolicy").asText().equals("Honor")),
                "A zone that is gone keeps its replicas from coming back elsewhere");
        return broken;
    }

    private static boolean apart(Rendered rendered, String by, String otherwise) {
        var newsroom = rendered.pod("Deployment assay");
        return each(newsroom.spec().path("topologySpreadConstraints"))
                .anyMatch(spread -> spread.path("topologyKey").asText().equals(by)
                        && spread.path("whenUnsatisfiable").asText().equals(otherwise)
                        && spread.path("maxSkew").asInt() == 1
                        && newsroom.matches(spread.at("/labelSelector/matchLabels")));
    }

    /** A controller whose selector does not find its own pods is refused, and one that finds another's fights for them. */
    static List<String> selectors_find_their_own(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (String kind : List.of("Deployment", "StatefulSet")) {
            for (var controller : rendered.of(kind)) {
                var found = rendered.pods().stream()
                        .filter(pod -> pod.matches(controller.at("/spec/selector/matchLabels")))
                        .map(Rendered.Pod::owner)
                        .toList();
                expect(
                        broken,
                        found.equals(List.of(kind + " " + Rendered.nameOf(controller))),
                        Rendered.nameOf(controller) + " finds " + found);
            }
        }
        return broken;
    }

    static boolean isProduction(Rendered rendered) {
        return rendered.name().equals("production");
    }

    private static JsonNode newsroom(Rendered rendered) {
        return rendered.pod("Deployment assay").containers().getFirst();
    }
}
