package org.assay.limits;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** Whom a request is counted to. */
final class ClientAddress {

    private static final HexFormat HEX = HexFormat.of();

    private ClientAddress() {}

    /**
     * Who is at the other end; or, where that is a proxy that is configured to be trusted, whom it names. Of several names the
     * last is its own: those before it are what it was told, which anyone can make up.
     */
    static String of(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        SocketAddress named = request.remoteAddress();
        boolean forwarded = named != peer;
        if (!forwarded) {
            return counted(peer.hostAddress());
        }
        var lines = request.headers().getAll("X-Forwarded-For");
        return counted(lines.isEmpty() ? named.host() : last(lines));
    }

    private static String last(List<String> lines) {
        String line = lines.getLast();
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }

    /** An IPv6 address by its network of 64 bits, which one household or one server has to itself. */
    static String counted(String address) {
        try {
            var literal = InetAddress.ofLiteral(withoutPort(address));
            return literal instanceof Inet6Address
                    ? HEX.formatHex(literal.getAddress(), 0, 8)
                    : literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            return address.substring(1, Math.max(1, address.indexOf(']')));
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
