package org.vaksam.casework.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;

/**
 * The fields of a form: each with its label, help and what is wrong with it, bound together for those who listen to the page; and
 * the summary of everything that is wrong.
 */
public final class Fields {
    private final Reader reader;
    private final FormBody form;
    private final List<FieldProblem> problems;

    public Fields(Reader reader, FormBody form, List<FieldProblem> problems) {
        this.reader = reader;
        this.form = form;
        this.problems = problems;
    }

    /**
     * A field.
     *
     * @param help empty for none
     */
    public record Field(String name, String label, String help, boolean required) {}

    /** What is wrong, with the way to each field; nothing when all is well. */
    public Optional<Html> summary() {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        Html list = Html.of("ul");
        for (FieldProblem problem : problems) {
            list.add(Html.of("li")
                    .add(Html.of("a", reader.t(problem.detail())).attr("href", "#" + id(problem.field()))));
        }
        return Optional.of(Html.of("div")
                .kind("summary")
                .attr("role", "alert")
                .attr("tabindex", "-1")
                .attr("id", "summary")
                .add(Html.of("h2", reader.t("Något behöver rättas", "Something needs to be corrected")), list));
    }

    /** One line; {@code more} are further attributes. */
    public Html line(Field field, Map<String, String> more) {
        Html input = described(Html.of("input"), field).attr("value", form.get(field.name()));
        more.forEach(input::attr);
        return labelled(field, input);
    }

    public Html area(Field field, int rows, int max) {
        Html area = described(Html.of("textarea"), field)
                .attr("rows", String.valueOf(rows))
                .attr("maxlength", String.valueOf(max));
        return labelled(field, area.text(form.get(field.name())));
    }

    /** Files of these types, several at once. */
    public Html files(Field field, String types) {
        Html input = described(Html.of("input"), field)
                .attr("type", "file")
                .attr("accept", types)
                .flag("multiple", true);
        return labelled(field, input);
    }

    /** One of several; with nothing chosen first. */
    public Html choice(Field field, Map<String, String> choices) {
        Html select = described(Html.of("select"), field)
                .add(Html.of("option", reader.t("Välj", "Choose")).attr("value", ""));
        String chosen = form.get(field.name());
        choices.forEach((value, label) ->
                select.add(Html.of("option", label).attr("value", value).flag("selected", value.equals(chosen))));
        return labelled(field, select);
    }

    /** A few to choose from, all in sight. */
    public Html radios(Field field, Map<String, String> choices) {
        Html set = Html.of("fieldset").attr("id", id(field.name()));
        describedBy(field).ifPresent(ids -> set.attr("aria-describedby", ids));
        set.add(Html.of("legend", field.label()).add(optional(field)));
        set.add(aside(field));
        choices.forEach((value, label) -> set.add(Html.of("label")
                .kind("radio")
                .add(Html.of("input")
                        .attr("type", "radio")
                        .attr("name", field.name())
                        .attr("value", value)
                        .flag("checked", value.equals(form.get(field.name()))))
                .text(label)));
        return group(field).add(set);
    }

    public static Html hidden(String name, String value) {
        return Html.of("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }

    private Html described(Html input, Field field) {
        input.attr("id", id(field.name())).attr("name", field.name());
        describedBy(field).ifPresent(ids -> input.attr("aria-describedby", ids));
        if (problem(field).isPresent()) {
            input.attr("aria-invalid", "true");
        }
        return input.flag("required", field.required());
    }

    private Html labelled(Field field, Html input) {
        return group(field)
                .add(Html.of("label", field.label())
                        .attr("for", id(field.name()))
                        .add(optional(field)))
                .add(aside(field))
                .add(input);
    }

    private Html group(Field field) {
        return Html.of("div").kind(problem(field).isPresent() ? "field wrong" : "field");
    }

    private Optional<Html> optional(Field field) {
        return field.required()
                ? Optional.empty()
                : Optional.of(Html.of("span", " " + reader.t("(om du vill)", "(optional)"))
                        .kind("quiet"));
    }

    private List<Html> aside(Field field) {
        var aside = new ArrayList<Html>();
        if (!field.help().isEmpty()) {
            aside.add(Html.of("p", field.help()).kind("help").attr("id", id(field.name()) + "-help"));
        }
        problem(field)
                .ifPresent(problem -> aside.add(Html.of("p", reader.t(problem.detail()))
                        .kind("error")
                        .attr("id", id(field.name()) + "-error")));
        return aside;
    }

    private Optional<String> describedBy(Field field) {
        var ids = new ArrayList<String>();
        if (!field.help().isEmpty()) {
            ids.add(id(field.name()) + "-help");
        }
        if (problem(field).isPresent()) {
            ids.add(id(field.name()) + "-error");
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", ids));
    }

    private Optional<FieldProblem> problem(Field field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field.name()))
                .findFirst();
    }

    private static String id(String name) {
        return "field-" + name.replace('.', '-');
    }
}
