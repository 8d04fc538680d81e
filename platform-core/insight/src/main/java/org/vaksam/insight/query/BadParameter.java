package org.vaksam.insight.query;

import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Problems with the parameters of an address. */
public final class BadParameter {
    private BadParameter() {}

    /** 400: this value cannot be understood. */
    public static Problem value(String parameter, Text detail) {
        return Problem.badRequest(new Text(
                        "Parametern " + parameter + ": " + detail.sv(), "Parameter " + parameter + ": " + detail.en()))
                .withFields(List.of(new FieldProblem(parameter, detail)));
    }
}
