package org.assay.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Whether an object is one that Kubernetes knows. Those of Kubernetes itself go through the official client's models, which
 * refuse what they do not know and what lacks a field, but take {@code "true"} for true and {@code 1} for "1". So what a
 * model has understood is written again, and must be what came in. Custom resources are held against their schemas.
 */
final class Models {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final Map<String, String> CORE = Map.of(
            "v1", "V1",
            "apps/v1", "V1",
            "batch/v1", "V1",
            "policy/v1", "V1",
            "networking.k8s.io/v1", "V1",
            "autoscaling/v2", "V2");

    static {
        new JSON();
    }

    private Models() {}

    static boolean knows(JsonNode document) {
        return CORE.containsKey(document.path("apiVersion").asText());
    }

    static List<String> refusals(JsonNode document) {
        return knows(document) ? ofTheClient(document) : ofTheSchema(document);
    }

    private static List<String> ofTheClient(JsonNode document) {
        try {
            String prefix = CORE.get(document.path("apiVersion").asText());
            var model = Class.forName("io.kubernetes.client.openapi.models." + prefix + Rendered.kind(document));
            String understood = JSON.serialize(JSON.deserialize(document.toString(), model));
            return Differences.between(document, JACKSON.readTree(understood));
        } catch (ClassNotFoundException e) {
            return List.of("The client has no model for " + Rendered.kind(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> ofTheSchema(JsonNode document) {
        var schema = Models.class.getResourceAsStream("/kubernetes/%s.json".formatted(Rendered.kind(document)));
        return schema == null
                ? List.of("No schema describes " + Rendered.kind(document))
                : JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(document)
                        .stream()
                        .map(ValidationMessage::getMessage)
                        .toList();
    }
}
