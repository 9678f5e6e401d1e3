package dev.interlock.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to a server on this machine that can be cut and mended. */
final class Cable implements Closeable {

    private final ServerSocket near;
    private final int far;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Cable(ServerSocket near, int far) {
        this.near = near;
        this.far = far;
    }

    /** Lays a cable to a port. */
    static Cable to(int port) throws IOException {
        Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(cable::connect);
        return cable;
    }

    int port() {
        return near.getLocalPort();
    }

    /** Whoever is connected is not any more, and nobody gets through. */
    void cut() {
        cut = true;
        ends.forEach(Cable::quietly);
    }

    void mend() {
        ends.clear();
        cut = false;
    }

    private void connect() {
        while (!near.isClosed()) {
            try {
                Socket one = near.accept();
                ends.add(one);
                if (cut) {
                    quietly(one);
                } else {
                    Socket other = new Socket(InetAddress.getLoopbackAddress(), far);
                    ends.add(other);
                    Thread.ofVirtual().start(() -> carry(one, other));
                    Thread.ofVirtual().start(() -> carry(other, one));
                }
            } catch (IOException closed) {
                ends.forEach(Cable::quietly);
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            quietly(to);
        }
    }

    private static void quietly(Socket end) {
        try {
            end.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
    }
}
