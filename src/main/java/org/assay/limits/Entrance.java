package org.assay.limits;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets in whom there is a place for, and who does not ask too often. A place is held for as long as the request is worked on,
 * also where nobody waits for the answer any more; not while its reader takes the answer.
 */
@ApplicationScoped
class Entrance {

    private final Map<Side, Room> rooms = new EnumMap<>(Side.class);
    private final Limits limits;
    private final Rates rates;
    private final Shed shed;
    private final CurrentIdentityAssociation identity;
    private final Vertx vertx;

    @Inject
    Entrance(
            Limits limits,
            Rates rates,
            Shed shed,
            CurrentIdentityAssociation identity,
            Vertx vertx,
            AgroalDataSource database) {
        this.limits = limits;
        this.rates = rates;
        this.shed = shed;
        this.identity = identity;
        this.vertx = vertx;
        int connections =
                database.getConfiguration().connectionPoolConfiguration().maxSize();
        for (var side : Side.values()) {
            rooms.put(side, new Room(places(side, limits, connections), limits.waiting()));
        }
    }

    private static int places(Side side, Limits limits, int connections) {
        return switch (side) {
            case PUBLIC -> share(limits.publicShare(), connections);
            case DESK -> share(limits.deskShare(), connections);
            case API -> share(limits.apiShare(), connections);
            case SEARCH -> limits.searches();
        };
    }

    private static int share(int percent, int connections) {
        return Math.max(1, connections * percent / 100);
    }

    /**
     * A pool that is too small for one place each is shared nevertheless.
     *
     * @throws IllegalStateException where the shares are more than all
     */
    void start(@Observes StartupEvent started) {
        if (limits.publicShare() + limits.deskShare() + limits.apiShare() > 100) {
            throw new IllegalStateException(
                    "assay.limits.public-share, desk-share and api-share are more than 100 in a hundred together.");
        }
    }

    /** Before anybody looks at who it is. */
    @ServerRequestFilter(preMatching = true)
    void countAddress(RoutingContext request) {
        refuse(rates.anybody(request));
    }

    /** Once it is known who it is. */
    @ServerRequestFilter(priority = 1)
    Uni<Response> enter(RoutingContext request) {
        var side = Side.of(request.normalizedPath());
        if (side == null) {
            return Uni.createFrom().nullItem();
        }
        return side == Side.API
                ? identity.getDeferredIdentity().chain(who -> {
                    if (who.getPrincipal() instanceof JsonWebToken token) {
                        refuse(rates.known(token.getSubject()));
                    }
                    return place(side, request);
                })
                : place(side, request);
    }

    private static void refuse(TooMany refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    private Uni<Response> place(Side side, RoutingContext request) {
        var visit = rooms.get(side).enter();
        CurrentRequestManager.get().registerCompletionCallback(failure -> visit.end());
        var admitted = visit.admitted();
        if (!admitted.isDone()) {
            long timer = vertx.setTimer(limits.patience().toMillis(), fired -> visit.giveUp());
            admitted.whenComplete((in, failure) -> vertx.cancelTimer(timer));
        }
        return Uni.createFrom().completionStage(admitted).map(in -> {
            if (!in) {
                shed.count(side);
                throw new Overloaded(side);
            }
            return null;
        });
    }
}
