package org.assay.watch;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Which requests are traced, where traces are switched on at all. */
@Singleton
class Traces {

    @ConfigMapping(prefix = "assay.traces")
    interface Share {

        /** Of the requests that come without a trace, from 0 to 1; who sends a trace says itself whether it is kept. */
        @WithDefault("1")
        double share();
    }

    @Produces
    @Singleton
    Sampler sampler(Share of) {
        return Sampler.parentBased(new OfRequests(Sampler.traceIdRatioBased(of.share())));
    }

    /** What a replica asks of its own accord, such as twice a second what changed, belongs to no request and is no trace. */
    private record OfRequests(Sampler some) implements Sampler {

        @Override
        public SamplingResult shouldSample(
                Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
            return kind == SpanKind.SERVER
                    ? some.shouldSample(parent, trace, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "requests, " + some.getDescription();
        }
    }
}
