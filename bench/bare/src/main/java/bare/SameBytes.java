package bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bytes of a file from memory, on the event loop, and nothing else. */
@Path("/same-bytes")
public class SameBytes {

    private final byte[] bytes;

    SameBytes(@ConfigProperty(name = "bare.file") java.nio.file.Path file) throws IOException {
        bytes = Files.readAllBytes(file);
    }

    @GET
    @NonBlocking
    @Produces("text/html;charset=UTF-8")
    public byte[] bytes() {
        return bytes;
    }
}
