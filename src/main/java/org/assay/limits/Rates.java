package org.assay.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assay.site.Area;

/** How often the same may ask, at this replica. */
@Singleton
public class Rates {

    private static final String SIGN_IN = "/desk/sign-in";

    private final Map<Rate.Of, Rate> rates = new EnumMap<>(Rate.Of.class);
    private final Map<Rate.Of, Counter> refused = new EnumMap<>(Rate.Of.class);

    @Inject
    Rates(Limits limits, MeterRegistry meters) {
        for (var what : Rate.Of.values()) {
            rates.put(what, new Rate(perMinute(what, limits), System::nanoTime));
            refused.put(
                    what,
                    Counter.builder("assay.limited")
                            .description("Requests that were answered with 429")
                            .tag("what", what.tag())
                            .register(meters));
        }
    }

    private static int perMinute(Rate.Of what, Limits limits) {
        return switch (what) {
            case API_BY_ADDRESS -> limits.apiByAddress();
            case API_BY_TOKEN -> limits.apiByToken();
            case SIGN_IN -> limits.signInByAddress();
            case REFUSED_TOKEN -> limits.refusedTokensByAddress();
        };
    }

    /** Counts a request before it is known whose it is. @return null where it is not one too many */
    TooMany anybody(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(SIGN_IN)) {
            return refusal(Rate.Of.SIGN_IN, ClientAddress.of(request.request()));
        }
        return Area.of(path) == Area.API ? refusal(Rate.Of.API_BY_ADDRESS, ClientAddress.of(request.request())) : null;
    }

    /** Counts a request to the API of somebody who is known. @return null where it is not one too many */
    TooMany known(String subject) {
        return refusal(Rate.Of.API_BY_TOKEN, subject);
    }

    /**
     * Counts a request of somebody who is not known, and is about to be led to the identity provider or told that their token is
     * not valid.
     *
     * @return null where it is not one too many
     */
    public TooMany unknown(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(SIGN_IN)) {
            return null; // counted as it came in
        }
        return refusal(
                Area.of(path) == Area.API ? Rate.Of.REFUSED_TOKEN : Rate.Of.SIGN_IN,
                ClientAddress.of(request.request()));
    }

    private TooMany refusal(Rate.Of what, String who) {
        long early = rates.get(what).take(who);
        if (early == 0) {
            return null;
        }
        refused.get(what).increment();
        return new TooMany(what, TimeUnit.NANOSECONDS.toSeconds(early) + 1);
    }
}
