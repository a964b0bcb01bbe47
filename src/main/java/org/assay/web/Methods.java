package org.assay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Which methods an address takes, by the router's own tables: the router refuses the others without naming these. */
final class Methods {

    private Methods() {}

    static Set<String> taken(ResteasyReactiveRequestContext request) {
        var methods = new TreeSet<String>();
        for (var resource : request.getDeployment().getClassMappers()) {
            var match = new RequestMapper<>(new ArrayList<>(List.of(resource))).map(request.getPathWithoutPrefix());
            if (match != null) {
                String rest = match.remaining.isEmpty() ? "/" : match.remaining;
                for (var handler : match.value.handlers) {
                    if (handler instanceof ClassRoutingHandler routes) {
                        routes.getMappers().forEach((method, paths) -> {
                            if (paths.map(rest) != null) {
                                methods.add(method);
                            }
                        });
                    }
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
