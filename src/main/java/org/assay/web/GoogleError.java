package org.assay.web;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What is answered in place of an answer where programs take us for an API of Google's: errors have its shape there. */
final class GoogleError {

    private GoogleError() {}

    static boolean isAt(String path) {
        return path.startsWith("/v1alpha1/");
    }

    static Response of(int status, String sentence) {
        var error = Map.of("code", status, "message", sentence, "status", name(status));
        return Response.status(status)
                .type("application/json;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(Json.pretty(Map.of("error", error)))
                .build();
    }

    /** As google.rpc.Code names them. */
    private static String name(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 405 -> "UNIMPLEMENTED";
            case 503 -> "UNAVAILABLE";
            default -> status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
        };
    }
}
