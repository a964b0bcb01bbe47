package org.assay.kubernetes;

import static org.assay.kubernetes.PodRules.expect;
import static org.assay.kubernetes.Rendered.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assay.audit.VerifyHistory;

/** What holds of production alone. */
final class ProductionRules {

    private ProductionRules() {}

    /** The schema is the Job's, which is called by the version; a replica that finds another one does not start. */
    static List<String> migrations_come_first(Rendered rendered) {
        var broken = new ArrayList<String>();
        expect(
                broken,
                rendered.setting("QUARKUS_FLYWAY_MIGRATE_AT_START").equals("false"),
                "Replicas migrate at their start");
        var job = rendered.of("Job").getFirst();
        var pod = rendered.pod("Job " + Rendered.nameOf(job));
        String image = pod.containers().getFirst().path("image").asText();
        String version = image.substring(image.lastIndexOf(':') + 1);
        expect(
                broken,
                Rendered.nameOf(job).equals("assay-migration-" + version.replace('.', '-')),
                "The migration to %s is called %s".formatted(version, Rendered.nameOf(job)));
        expect(broken, pod.variable("QUARKUS_INIT_AND_EXIT").equals("true"), "The migration never ends");
        expect(
                broken,
                pod.variable("QUARKUS_FLYWAY_MIGRATE_AT_START").equals("true"),
                "The migration migrates nothing");
        expect(
                broken,
                each(pod.containers().getFirst().path("envFrom"))
                        .allMatch(it -> it.at("/configMapRef/name").asText().equals("assay-database")),
                "Other settings change the Job, which Kubernetes refuses");
        expect(broken, wave(rendered, "Deployment", "assay") > 0, "Argo CD rolls out before it has migrated");
        expect(
                broken,
                wave(rendered, "HorizontalPodAutoscaler", "assay") >= wave(rendered, "CronJob", "assay-verification"),
                "Argo CD waits for an autoscaler of nothing, and applies no more");
        return broken;
    }

    private static int wave(Rendered rendered, String kind, String name) {
        return rendered.the(kind, name)
                .at("/metadata/annotations/argocd.argoproj.io~1sync-wave")
                .asInt();
    }

    /** Three servers in three zones, of which two have what is acknowledged, and room for every replica's connections. */
    static List<String> the_database_survives_a_zone(Rendered rendered) {
        var broken = new ArrayList<String>();
        var spec = rendered.the("Cluster", "assay-db").path("spec");
        expect(broken, spec.path("instances").asInt() >= 3, "There are too few servers");
        expect(
                broken,
                spec.at("/affinity/podAntiAffinityType").asText().equals("required")
                        && spec.at("/affinity/enablePodAntiAffinity").asBoolean()
                        && spec.at("/affinity/topologyKey").asText().equals("topology.kubernetes.io/zone"),
                "Servers share a zone");
        expect(
                broken,
                spec.at("/postgresql/synchronous/number").asInt() >= 1
                        && spec.at("/postgresql/synchronous/dataDurability")
                                .asText()
                                .equals("required"),
                "What is acknowledged may be on one server alone");
        expect(
                broken,
                spec.at("/postgresql/synchronous/failoverQuorum").asBoolean(),
                "A server that lacks what was acknowledged may become the primary");
        expect(broken, spec.at("/bootstrap/initdb/dataChecksums").asBoolean(), "Decay is not noticed");
        expect(
                broken,
                spec.at("/bootstrap/initdb/builtinLocale").asText().equals("C.UTF-8")
                        && spec.at("/bootstrap/initdb/localeProvider").asText().equals("builtin"),
                "It knows no letters but English ones");
        expect(
                broken,
                spec.at("/postgresql/parameters").has("max_slot_wal_keep_size"),
                "A server that is away fills the disk of the others");
        return broken;
    }

    static List<String> who_comes_to_the_database_is_written_down(Rendered rendered) {
        return rendered.the("Cluster", "assay-db")
                        .at("/spec/postgresql/parameters/log_connections")
                        .asText()
                        .equals("receipt,authorization")
                ? List.of()
                : List.of("Nobody would know who was in the database");
    }

    /** Whatever applies the overlay, and however it is called there: what cannot be made again is not taken away. */
    static List<String> nothing_is_pruned_that_is_kept_nowhere_else(Rendered rendered) {
        var broken = new ArrayList<String>();
        for (String kind : List.of("Namespace", "Cluster", "ObjectStore")) {
            stays(rendered.of(kind).getFirst(), "Prune=false,Delete=false", broken);
        }
        // Which a replica of before the rollout starts with again.
        stays(rendered.the("ConfigMap", "assay"), "Prune=false", broken);
        return broken;
    }

    private static void stays(JsonNode document, String options, List<String> broken) {
        var annotations = document.at("/metadata/annotations");
        expect(
                broken,
                annotations.path("argocd.argoproj.io/sync-options").asText().equals(options)
                        && annotations
                                .path("argocd.argoproj.io/compare-options")
                                .asText()
                                .equals("IgnoreExtraneous")
                        && annotations
                                .path("kustomize.toolkit.fluxcd.io/prune")
                                .asText()
                                .equals("disabled"),
                "The %s goes with its manifest".formatted(Rendered.kind(document)));
    }

    /** Its certificate is checked, and nothing but the certificate is taken from the operator's Secret. */
    static List<String> the_database_is_known_by_its_certificate(Rendered rendered) {
        var broken = new ArrayList<String>();
        String url = rendered.the("ConfigMap", "assay-database")
                .at("/data/QUARKUS_DATASOURCE_JDBC_URL")
                .asText();
        expect(
                broken,
                url.contains("sslmode=verify-full") && url.endsWith("sslrootcert=/etc/assay/database/ca.crt"),
                "The database may be anybody: " + url);
        for (var pod : rendered.pods()) {
            expect(
                    broken,
                    each(pod.spec().path("volumes"))
                                    .map(volume -> volume.path("secret"))
                                    .anyMatch(secret ->
                                            secret.path("secretName").asText().equals("assay-db-ca")
                                                    && secret.path("items")
                                                            .toString()
                                                            .equals("[{\"key\":\"ca.crt\",\"path\":\"ca.crt\"}]"))
                            && each(pod.containers().getFirst().path("volumeMounts"))
                                    .anyMatch(mount ->
                                            mount.path("mountPath").asText().equals("/etc/assay/database")),
                    pod.owner() + " has no certificate to know the database by, or more than that");
        }
        return broken;
    }

    /** Changes as they come, everything daily, for weeks, to a store of its own. */
    static List<String> backups(Rendered rendered) {
        var broken = new ArrayList<String>();
        var plugin = rendered.the("Cluster", "assay-db").at("/spec/plugins/0");
        var store = rendered.the("ObjectStore", "assay-backup").path("spec");
        var daily = rendered.of("ScheduledBackup").getFirst().path("spec");
        expect(
                broken,
                plugin.path("isWALArchiver").asBoolean()
                        && plugin.at("/parameters/barmanObjectName").asText().equals("assay-backup"),
                "Changes are not kept");
        var monitor = rendered.the("PodMonitor", "assay-database").path("spec");
        expect(
                broken,
                monitor.at("/selector/matchExpressions/0/key").asText().equals("cnpg.io/cluster"),
                "Nobody would hear that there is no backup");
        expect(
                broken,
                each(monitor.path("podTargetLabels"))
                        .anyMatch(label -> label.asText().equals("cnpg.io/cluster")),
                "The backups of one cluster are taken for another's");
        expect(
                broken,
                store.path("retentionPolicy").asText().equals("30d"),
                "Backups are kept for ever, or not at all");
        expect(
                broken,
                daily.at("/cluster/name").asText().equals("assay-db")
                        && daily.path("method").asText().equals("plugin")
                        && daily.at("/pluginConfiguration/name").equals(plugin.path("name"))
                        && daily.path("schedule").asText().matches("0 \\d+ \\d+ \\* \\* \\*")
                        && !daily.path("suspend").asBoolean(),
                "There is no backup a day");
        expect(
                broken,
                Set.of("AES256", "aws:kms")
                                .contains(store.at("/configuration/wal/encryption")
                                        .asText())
                        && Set.of("AES256", "aws:kms")
                                .contains(store.at("/configuration/data/encryption")
                                        .asText()),
                "Backups can be read by whoever finds them");
        return broken;
    }

    /** The heads of the history go to the logs each night, and one that was rewritten is no reason to try again. */
    static List<String> the_history_is_verified(Rendered rendered) {
        var broken = new ArrayList<String>();
        var job = rendered.the("CronJob", "assay-verification").path("spec");
        var command = rendered.pod("CronJob assay-verification")
                .containers()
                .getFirst()
                .path("command");
        expect(
                broken,
                command.toString()
                        .equals("[\"java\",\"-cp\",\"app/*:lib/main/*\",\"%s\"]"
                                .formatted(VerifyHistory.class.getName())),
                "Something else is run: " + command);
        expect(broken, job.path("schedule").asText().matches("\\d+ \\d+ \\* \\* \\*"), "It is not run every day");
        expect(broken, !job.path("suspend").asBoolean(), "It is not run at all");
        expect(
                broken,
                wave(rendered, "CronJob", "assay-verification") > wave(rendered, "Deployment", "assay"),
                "A failed night keeps the next rollout back");
        expect(
                broken,
                job.at("/jobTemplate/spec/backoffLimit").asInt() >= 6,
                "A database that moves for some minutes is a night without verification");
        expect(
                broken,
                job.at("/jobTemplate/spec/podFailurePolicy/rules/0/onExitCodes/values")
                                .toString()
                                .equals("[3]")
                        && job.at("/jobTemplate/spec/podFailurePolicy/rules/0/action")
                                .asText()
                                .equals("FailJob"),
                "A rewritten history is verified again and again");
        return broken;
    }

    /** The newsroom is where it says that it is, by HTTPS, and believes the gateway's word for who asks, and no other's. */
    static List<String> who_asks_and_where(Rendered rendered) {
        var broken = new ArrayList<String>();
        var address = URI.create(rendered.setting("ASSAY_NEWSROOM_URL"));
        expect(broken, "https".equals(address.getScheme()), "The newsroom is not at HTTPS");
        var hosts = rendered.the("HTTPRoute", "assay").at("/spec/hostnames");
        expect(
                broken,
                hosts.size() == 1 && hosts.get(0).asText().equals(address.getHost()),
                "The route is for " + hosts);
        expect(
                broken,
                rendered.setting("QUARKUS_OIDC_AUTH_SERVER_URL").startsWith("https://"),
                "The provider is not at HTTPS");
        expect(
                broken,
                rendered.setting("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING").equals("true")
                        && rendered.setting("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")
                                .matches("\\d+(\\.\\d+){3}/(8|1\\d|2\\d|3[012])"),
                "Anybody may say who asks");
        return broken;
    }
}
