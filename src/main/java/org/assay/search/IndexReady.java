package org.assay.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("assay.search.ready", index, searched -> searched.isReady() ? 1 : 0)
                .description("1 while the search index shows what is published")
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index").status(index.isReady()).build();
    }
}
