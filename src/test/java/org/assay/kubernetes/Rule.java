package org.assay.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that must hold of what is rendered: it names every place where it does not. */
@FunctionalInterface
interface Rule {

    List<String> broken(Rendered rendered);

    static Map<String, Rule> everywhere() {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("restricted", PodRules::restricted);
        rules.put("no_token", PodRules::no_token);
        rules.put("no_service_links", PodRules::no_service_links);
        rules.put("resources", PodRules::resources);
        rules.put("read_only_root", PodRules::read_only_root);
        rules.put("denied_by_default", NetworkRules::denied_by_default);
        rules.put("only_what_is_needed", NetworkRules::only_what_is_needed);
        rules.put("no_route_to_the_management", NetworkRules::no_route_to_the_management);
        rules.put("what_is_long_comes_through", NetworkRules::what_is_long_comes_through);
        rules.put("services_find_their_pods", NetworkRules::services_find_their_pods);
        rules.put("probes", RolloutRules::probes);
        rules.put("no_request_is_dropped", RolloutRules::no_request_is_dropped);
        rules.put("replicas_are_the_autoscalers", RolloutRules::replicas_are_the_autoscalers);
        rules.put("disruptions_are_bounded", RolloutRules::disruptions_are_bounded);
        rules.put("replicas_are_apart", RolloutRules::replicas_are_apart);
        rules.put("selectors_find_their_own", RolloutRules::selectors_find_their_own);
        rules.put("one_image_of_assay", ReferenceRules::one_image_of_assay);
        rules.put("secrets_by_reference_alone", ReferenceRules::secrets_by_reference_alone);
        rules.put("what_is_named_is_there", ReferenceRules::what_is_named_is_there);
        rules.put("one_namespace", ReferenceRules::one_namespace);
        return rules;
    }

    /** Of what is installed: only an overlay says the version. */
    static Map<String, Rule> inOverlays() {
        var rules = everywhere();
        rules.put("images_are_pinned", ReferenceRules::images_are_pinned);
        rules.put("the_database_has_connections_for_all", RolloutRules::the_database_has_connections_for_all);
        return rules;
    }

    static Map<String, Rule> inProduction() {
        var rules = inOverlays();
        rules.put("migrations_come_first", ProductionRules::migrations_come_first);
        rules.put(
                "nothing_is_pruned_that_is_kept_nowhere_else",
                ProductionRules::nothing_is_pruned_that_is_kept_nowhere_else);
        rules.put("the_database_survives_a_zone", ProductionRules::the_database_survives_a_zone);
        rules.put(
                "who_comes_to_the_database_is_written_down",
                ProductionRules::who_comes_to_the_database_is_written_down);
        rules.put(
                "the_database_is_known_by_its_certificate", ProductionRules::the_database_is_known_by_its_certificate);
        rules.put("backups", ProductionRules::backups);
        rules.put("the_history_is_verified", ProductionRules::the_history_is_verified);
        rules.put("who_asks_and_where", ProductionRules::who_asks_and_where);
        return rules;
    }

    static Map<String, Rule> of(Rendered rendered) {
        return switch (rendered.name()) {
            case "production" -> inProduction();
            case "demo" -> inOverlays();
            default -> everywhere();
        };
    }
}
