package org.assay.support;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/** A way into the application: a method at an address, whose parts in braces may be anything. */
public record Route(String method, String address) {

    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `([^`]+)` \\| ([^|]+) \\|");
    private static final Pattern CONSTRAINT = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

    /** A row of docs/routes.md. */
    public record Entry(Route route, String who) {

        private static final List<String> ROLES = List.of("reviewer", "editor", "admin");

        /** @param role empty for somebody without one, null for nobody */
        public boolean lets(String role) {
            return who.equals("anyone")
                    || who.equals("signed in") && role != null
                    || role != null && ROLES.contains(role) && List.of(who.split(", ")).contains(role);
        }

        @Override
        public String toString() {
            return route + " for " + who;
        }
    }

    /** What docs/routes.md says. */
    public static List<Entry> documented() {
        try {
            return ROW.matcher(Files.readString(Path.of("docs", "routes.md")))
                    .results()
                    .map(row -> new Entry(new Route(row.group(1), row.group(2)), row.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the resource classes, as the router of the running application has them. */
    public static List<Route> ofResources() {
        return endpoints().map(Endpoint::route).toList();
    }

    /** Those that Quarkus and its extensions add to the HTTP server. */
    public static List<Route> ofTheServer(Router server) {
        return server.getRoutes().stream()
                .flatMap(route -> below("", route))
                .filter(route -> !route.address().equals("/") && !route.address().equals("/*"))
                .distinct()
                .toList();
    }

    private static Stream<Route> below(String prefix, io.vertx.ext.web.Route route) {
        if (route.getPath() == null) {
            return Stream.empty();
        }
        String address = prefix + route.getPath();
        if (route.getSubRouter() != null) {
            String folder = address.replaceFirst("/$", "");
            return route.getSubRouter().getRoutes().stream().flatMap(inner -> below(folder, inner));
        }
        String whole = route.isExactPath() ? address : address.replaceFirst("/$", "") + "/*";
        return Stream.of(new Route("any", whole));
    }

    /** The names of the parameters in its query. */
    public List<String> queries() {
        return endpoints()
                .filter(endpoint -> endpoint.route().equals(this))
                .flatMap(endpoint -> Arrays.stream(endpoint.java().getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class))
                .map(parameter -> parameter.getAnnotation(RestQuery.class).value().isEmpty()
                        ? parameter.getName()
                        : parameter.getAnnotation(RestQuery.class).value())
                .toList();
    }

    private record Endpoint(Route route, java.lang.reflect.Method java) {}

    private static Stream<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            for (var handler : resource.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().forEach((method, paths) -> paths.getTemplates()
                            .forEach(path -> endpoints.add(new Endpoint(
                                    new Route(method, address(resource.template.template + path.template.template)),
                                    path.value.getLazyMethod().getMethod()))));
                }
            }
        }
        return endpoints.stream();
    }

    private static String address(String template) {
        String plain = CONSTRAINT.matcher(template).replaceAll("{$1}").replace("//", "/");
        return plain.length() > 1 ? plain.replaceFirst("/$", "") : plain;
    }

    public boolean isAtTheDesk() {
        return address.equals("/desk") || address.startsWith("/desk/");
    }

    public boolean isOfTheApi() {
        return address.startsWith("/api/");
    }

    public boolean reads() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
