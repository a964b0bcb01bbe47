package org.assay.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A replica gets readers once its index shows what is published. */
@Readiness
@ApplicationScoped
class IndexReady implements HealthCheck {

    @Inject
    CheckIndex index;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index").status(index.isReady()).build();
    }
}
