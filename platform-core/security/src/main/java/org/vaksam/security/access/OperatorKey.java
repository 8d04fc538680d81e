package org.vaksam.security.access;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * A key that proves access to the platform's own files, new at every start. Good for one thing: making the operator's
 * first token.
 */
@Component(service = OperatorKey.class, immediate = true)
public final class OperatorKey {
    private static final String METHOD = "POST";
    private static final String ADDRESS = "/api/tokens";

    private final String fingerprint;

    @Activate
    public OperatorKey() throws IOException {
        this(PrivateFile.runFolder().resolve("operator.key"));
    }

    /** With a file of the caller's choice. */
    public OperatorKey(Path file) throws IOException {
        String key = Secrets.random();
        PrivateFile.write(file, key + "\n");
        fingerprint = Secrets.fingerprint(key);
    }

    /** Whether this is the key, used for what it is for. */
    boolean opens(String bearer, String method, String address) {
        boolean right = Secrets.same(Secrets.fingerprint(bearer), fingerprint);
        return right && METHOD.equals(method) && ADDRESS.equals(address);
    }
}
