package org.vaksam.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
    @Test
    void areTenDifferentOnesWithoutLettersThatLookAlike() {
        assertThat(RecoveryCodes.fresh())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}"));
    }

    @Test
    void areGoodHoweverTheyAreTypedButForOneAccountOnly() {
        String stored = RecoveryCodes.fingerprint("anna", "abcd-efgh-jkmn-pqrs");

        assertThat(RecoveryCodes.fingerprint("anna", " ABCD EFGH jkmnpqrs")).isEqualTo(stored);
        assertThat(RecoveryCodes.fingerprint("bo", "abcd-efgh-jkmn-pqrs")).isNotEqualTo(stored);
    }
}
