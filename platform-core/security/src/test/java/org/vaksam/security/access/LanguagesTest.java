package org.vaksam.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | sv",
                "en | en",
                "en-GB,en;q=0.9 | en",
                "sv-SE,sv;q=0.9,en;q=0.8 | sv",
                "en;q=0.4, sv;q=0.3 | en",
                "de | sv",
                "* | sv",
                "en;q=nonsense | sv",
                ";;;,,, | sv"
            })
    void choosesTheBetterLikedOfTheTwo(String header, String language) {
        assertThat(Languages.of(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void silenceIsSwedish() {
        assertThat(Languages.of(null).getLanguage()).isEqualTo("sv");
    }
}
