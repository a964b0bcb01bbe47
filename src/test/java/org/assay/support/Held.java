package org.assay.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One who asks for the same page again and again over a connection that is kept open, as proxies do, and takes a new one when
 * it is told to. A connection that ends without the answer is an error here: no client would be so patient as to say nothing.
 */
public final class Held implements Runnable {

    private final int port;
    private final String path;
    private volatile boolean takesNew = true;
    private volatile boolean stopped;
    private volatile int answered;
    private volatile int connections;
    private volatile Exception dropped;

    public Held(int port, String path) {
        this.port = port;
        this.path = path;
    }

    @Override
    public void run() {
        try {
            while (!stopped && takesNew) {
                askUntilToldToLeave();
            }
        } catch (IOException | IllegalStateException e) {
            dropped = e;
        }
    }

    private void askUntilToldToLeave() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            connections++;
            var answers = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open && !stopped) {
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(UTF_8));
                open = answer(answers);
                answered++;
            }
        }
    }

    /** Reads one, and tells whether the connection stays. */
    private static boolean answer(InputStream answers) throws IOException {
        String status = line(answers);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException("Not what was asked for: '" + status + "'");
        }
        int length = -1;
        boolean open = true;
        for (String line = line(answers).toLowerCase();
                !line.isEmpty();
                line = line(answers).toLowerCase()) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.equals("connection: close")) {
                open = false;
            }
        }
        if (length < 0 || answers.readNBytes(length).length < length) {
            throw new IllegalStateException("The answer is not whole");
        }
        return open;
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new IllegalStateException("Hung up on after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** As a cluster, which sends nobody to who is not ready: the connections that are open stay. */
    public void takeNoNewConnections() {
        takesNew = false;
    }

    public void stop() {
        stopped = true;
    }

    public int answered() {
        return answered;
    }

    public int connections() {
        return connections;
    }

    /** What came instead of an answer, or null. */
    public Exception dropped() {
        return dropped;
    }
}
