package org.vaksam.casework.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;

class HtmlTest {
    @Test
    void nothingThatPeopleWroteBecomesMarkup() {
        String evil = "\"><script>alert('x')</script>&";
        Html page = Html.of("p", evil)
                .add(Html.of("input").attr("value", evil))
                .add(Html.of("p").lines("a\n<b>"));

        assertThat(page.toString())
                .isEqualTo("<p>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"
                        + "<input value=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\">"
                        + "<p>a<br>&lt;b&gt;</p></p>");
    }

    @Test
    void readsFormsAsBrowsersWriteThem() {
        FormBody form = FormBody.parse("what=R%C3%A4ddn%0D%0Aing+&a=1&a=2&empty=&flag");

        assertThat(form.get("what")).isEqualTo("Räddn\ning");
        assertThat(form.all("a")).containsExactly("1", "2");
        assertThat(form.has("empty")).isFalse();
        assertThat(form.get("nothing")).isEmpty();
        assertThatThrownBy(() -> FormBody.parse("a=%ZZ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FormBody.parse("a=1&".repeat(1000))).isInstanceOf(Problem.class);
    }
}
