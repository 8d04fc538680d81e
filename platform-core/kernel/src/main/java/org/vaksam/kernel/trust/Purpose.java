package org.vaksam.kernel.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate is presented for; RFC 5280, sections 4.2.1.3 and 4.2.1.12. */
enum Purpose {
    /** Signing modules: a certificate without extended key usage may. */
    CODE_SIGNING("1.3.6.1.5.5.7.3.3", true),
    /** Saying when something was signed: only a certificate made for this; RFC 3161, section 2.3. */
    TIME_STAMPING("1.3.6.1.5.5.7.3.8", false);

    private static final int DIGITAL_SIGNATURE = 0;

    private final String extendedUsage;
    private final boolean orUnlimited;

    Purpose(String extendedUsage, boolean orUnlimited) {
        this.extendedUsage = extendedUsage;
        this.orUnlimited = orUnlimited;
    }

    boolean allowedBy(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            return false;
        }
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            return extended == null ? orUnlimited : extended.contains(extendedUsage);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
