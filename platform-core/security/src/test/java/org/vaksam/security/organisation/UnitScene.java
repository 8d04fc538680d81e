package org.vaksam.security.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.security.SecurityScene;

/** An organisation without units. The fixture's day is 2026-11-22. */
abstract class UnitScene extends SecurityScene {
    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(security);
    }

    UnitRow unit(String code, @Nullable String parent) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("code", code);
        body.put("name", Map.of("sv", "Enhet " + code, "en", "Unit " + code));
        body.put("type", "unit");
        body.put("parent", parent);
        return office.create(body);
    }

    static void assertInvalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                .extracting(FieldProblem::field)
                .containsExactly(field));
    }
}
