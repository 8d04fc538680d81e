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

    /** 400: there is no parameter of this name here; says which there are. */
    public static Problem unknown(String parameter, List<String> allowed) {
        String shown = parameter.length() > 60 ? parameter.substring(0, 60) + "…" : parameter;
        String names = String.join(", ", allowed);
        return Problem.of(
                        "unknown-parameter",
                        400,
                        new Text("Okänd parameter", "Unknown parameter"),
                        new Text(
                                "Parametern " + shown + " finns inte här. Möjliga är: " + names + ".",
                                "There is no parameter " + shown + " here. Possible are: " + names + "."))
                .with("parameter", shown)
                .with("allowed", allowed);
    }
}
