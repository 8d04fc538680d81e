package org.vaksam.casework.document;

import java.util.Optional;
import org.vaksam.api.data.Sha256;
import org.vaksam.casework.document.store.Uploaded;

/**
 * What somebody says of a file that they send.
 *
 * @param target       what it is sent to: the address
 * @param keepMetadata what the camera wrote about place and device stays
 * @param key          Idempotency-Key
 */
record Upload(
        String target, String name, String description, String secrecy, boolean keepMetadata, Optional<String> key) {

    /** The request with this content, if it is to be done once only. */
    Optional<Uploaded.Request> request(String caller, String sha256) {
        String asked = String.join("\n", target, name, description, secrecy, Boolean.toString(keepMetadata), sha256);
        return key.map(given -> new Uploaded.Request(Sha256.hex(caller + "\n" + given), Sha256.hex(asked)));
    }
}
