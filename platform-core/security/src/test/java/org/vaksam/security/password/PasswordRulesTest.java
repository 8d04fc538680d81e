package org.vaksam.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kort",
                "elvatecken1",
                "password1234",
                "Password!!!!",
                "P@ssw0rd1234",
                "Lösenord2026!",
                "aaaaaaaaaaaa",
                "abababababab",
                "123456789012",
                "abc1abc1abc1",
                "qwertyuiop12",
                "zyxwvutsrqpo",
                "anna.svensson",
                "Anna.Svensson1",
                "correcthorsebatterystaple"
            })
    void refusesWhatAnybodyGuesses(String password) {
        assertThat(rules.problem(password, "anna.svensson")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fyra gröna hästar", "k7mwp-3xqzt-vbn2h", "Elefanten sjunger falskt"})
    void acceptsWhatNobodyGuesses(String password) {
        assertThat(rules.problem(password, "anna.svensson")).isEmpty();
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        String twenty = "Vi ses vid bron kl 4";

        assertThat(rules.problem(twenty.repeat(9) + "Och det regnar idag.", "anna"))
                .isEmpty();
        assertThat(rules.problem(twenty.repeat(9) + "Och det regnar idag..", "anna"))
                .isPresent();
    }
}
