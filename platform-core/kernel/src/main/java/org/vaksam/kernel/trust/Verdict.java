package org.vaksam.kernel.trust;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Signature;

/**
 * Whether a file may be put into operation as far as its signature goes.
 *
 * @param policy    by which it was judged
 * @param accepted  false: a plan with this file is not possible
 * @param signature who stands for the file
 */
public record Verdict(SignaturePolicy policy, boolean accepted, Signature signature) {
    /** Why not, with the next step. */
    public List<Text> problems() {
        return accepted ? List.of() : List.of(signature.words());
    }

    /** What a plan depends on, in one line. */
    public String line() {
        return policy.id() + " " + signature.state() + " " + signature.signer().orElse("-");
    }
}
