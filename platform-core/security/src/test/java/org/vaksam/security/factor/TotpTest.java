package org.vaksam.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Totp RFC = Totp.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final Instant NOW = Instant.parse("2026-11-22T15:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(RFC.code(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void aClockMayBeOneStepWrongInEitherDirection() {
        long step = RFC.step(RFC.code(NOW), NOW, 0).orElseThrow();

        assertThat(RFC.step(RFC.code(NOW.minusSeconds(30)), NOW, 0)).hasValue(step - 1);
        assertThat(RFC.step(RFC.code(NOW.plusSeconds(30)), NOW, 0)).hasValue(step + 1);
        assertThat(RFC.step(RFC.code(NOW.minusSeconds(60)), NOW, 0)).isEmpty();
        assertThat(RFC.step(RFC.code(NOW.plusSeconds(60)), NOW, 0)).isEmpty();
    }

    @Test
    void aStepThatWasUsedAndThoseBeforeItAreNotGoodAgain() {
        long step = RFC.step(RFC.code(NOW), NOW, 0).orElseThrow();

        assertThat(RFC.step(RFC.code(NOW), NOW, step)).isEmpty();
        assertThat(RFC.step(RFC.code(NOW.minusSeconds(30)), NOW, step)).isEmpty();
        assertThat(RFC.step(RFC.code(NOW.plusSeconds(30)), NOW, step)).hasValue(step + 1);
    }

    @Test
    void theAddressIsWhatAppsRead() {
        assertThat(RFC.address("Vaksam", "anna å"))
                .isEqualTo("otpauth://totp/Vaksam:anna%20%C3%A5?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vaksam");
        assertThat(Totp.random().base32()).matches("[A-Z2-7]{32}");
    }
}
