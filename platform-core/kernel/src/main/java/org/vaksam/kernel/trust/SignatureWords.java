package org.vaksam.kernel.trust;

import java.time.Instant;
import java.time.ZoneOffset;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleTrust.Countersignature;

/** What is found about a signature, in words: the cause, and under a policy that refuses, the next step. */
final class SignatureWords {
    private SignatureWords() {}

    static Text signed(String signer) {
        return new Text("Signerad av " + signer + ".", "Signed by " + signer + ".");
    }

    static Text countersigned(Countersignature approval) {
        return new Text(
                "Kontrasignerad av " + approval.by() + ": " + approval.reason(),
                "Countersigned by " + approval.by() + ": " + approval.reason());
    }

    static Text unsigned() {
        return new Text("Filen är inte signerad.", "The file is not signed.");
    }

    static Text foreign(String signer) {
        return new Text(
                "Filen är signerad av " + signer + ", som ingen här litar på.",
                "The file is signed by " + signer + ", whom nobody here trusts.");
    }

    static Text expired(String signer, Instant end) {
        var day = end.atZone(ZoneOffset.UTC).toLocalDate();
        return new Text(
                "Filen är signerad av " + signer + ", vars certifikat gick ut " + day
                        + ", och ingen betrodd tidsstämpel visar att den signerades före dess.",
                "The file is signed by " + signer + ", whose certificate expired on " + day
                        + ", and no trusted time stamp shows that it was signed before.");
    }

    static Text notYetValid(String signer, Instant start) {
        var day = start.atZone(ZoneOffset.UTC).toLocalDate();
        return new Text(
                "Filen är signerad av " + signer + ", vars certifikat inte gäller förrän " + day + ".",
                "The file is signed by " + signer + ", whose certificate is not valid before " + day + ".");
    }

    /** The cause as this policy says it. */
    static Text under(SignaturePolicy policy, Standing standing, Text cause) {
        return switch (policy) {
            case ENFORCE -> followedBy(cause, next(standing));
            case WARN -> new Text("VARNING: " + cause.sv(), "WARNING: " + cause.en());
            case DEVELOP -> cause;
        };
    }

    private static Text next(Standing standing) {
        Text approve = new Text(
                "eller kontrasignera filen (vaksam module countersign).",
                "or countersign the file (vaksam module countersign).");
        Text first =
                switch (standing) {
                    case FOREIGN ->
                        new Text(
                                "Lägg till signerarens certifikat (vaksam module trust add)",
                                "Add the signer's certificate (vaksam module trust add)");
                    case EXPIRED ->
                        new Text(
                                "Be om en fil som är signerad med tidsstämpel",
                                "Ask for a file that is signed with a time stamp");
                    case UNSIGNED, SIGNED, COUNTERSIGNED -> new Text("Be om en signerad fil", "Ask for a signed file");
                };
        return new Text(first.sv() + ", " + approve.sv(), first.en() + ", " + approve.en());
    }

    private static Text followedBy(Text cause, Text next) {
        return new Text(cause.sv() + " " + next.sv(), cause.en() + " " + next.en());
    }
}
