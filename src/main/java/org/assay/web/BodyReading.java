package org.assay.web;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.assay.web.Unread.Fault;

/** Of one body. Its chunks come on the event loop, the end of patience on any thread. */
final class BodyReading {
    private final RoutingContext request;
    private final BodyMemory memory;
    private final int most;
    private final UniEmitter<? super byte[]> whole;
    private Buffer read = Buffer.buffer();
    private Fault fault;
    private boolean over;

    BodyReading(RoutingContext request, BodyMemory memory, int most, UniEmitter<? super byte[]> whole) {
        this.request = request;
        this.memory = memory;
        this.most = most;
        this.whole = whole;
    }

    /** What is refused is read on and thrown away: a browser that cannot finish sending shows no answer. */
    synchronized void more(Buffer chunk) {
        if (fault != null) {
            return;
        }
        if (read.length() + chunk.length() > most) {
            refuse(most == Bodies.OF_THE_PROVIDER ? Fault.MORE_THAN_A_TOKEN : Fault.TOO_LARGE);
        } else if (!memory.take(chunk.length())) {
            refuse(Fault.TOO_MANY);
        } else {
            read.appendBuffer(chunk);
        }
    }

    synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        if (fault != null) {
            whole.fail(new Unread(fault));
            return;
        }
        if (request.response().closed()) {
            refuse(Fault.BROKEN);
            whole.fail(new Unread(fault));
            return;
        }
        byte[] body = read.getBytes();
        read = null;
        request.put(Bodies.READ, body);
        request.addEndHandler(answered -> memory.free(body.length));
        whole.complete(body);
    }

    synchronized void breakOff(Fault why) {
        if (over) {
            return;
        }
        over = true;
        if (fault == null) {
            refuse(why);
        }
        request.addEndHandler(told -> request.request().connection().close());
        whole.fail(new Unread(fault));
    }

    private void refuse(Fault why) {
        fault = why;
        memory.free(read.length());
        read = Buffer.buffer();
    }
}
