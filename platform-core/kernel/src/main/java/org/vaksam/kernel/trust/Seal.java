package org.vaksam.kernel.trust;

import java.security.CodeSigner;
import java.util.List;

/**
 * The signatures of a module file that is intact.
 *
 * @param signers those who have signed every entry; nobody when the file is not signed
 */
public record Seal(List<CodeSigner> signers) {
    public static Seal none() {
        return new Seal(List.of());
    }
}
