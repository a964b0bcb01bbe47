package org.assay.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Without TLS there is HTTP/1 alone. A request that asks for HTTP/2 on a plain connection, and says no more, would be neither
 * answered nor hung up on; TLS, and HTTP/2 in it, are the gateway's.
 */
@ApplicationScoped
class OneProtocol implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
