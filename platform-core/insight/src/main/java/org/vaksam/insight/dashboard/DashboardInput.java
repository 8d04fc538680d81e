package org.vaksam.insight.dashboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Charts;
import org.vaksam.insight.dashboard.Dashboard.Content;
import org.vaksam.insight.dashboard.Widget.Kind;
import org.vaksam.spi.web.Input;

/** The dashboard in the body of a request; all that is wrong is said at once. */
final class DashboardInput {
    static final int MOST_WIDGETS = 24;
    static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WIDGET_ID = 40;
    private static final Pattern WIDGET_ID = Pattern.compile("[A-Za-z0-9-]*");
    private static final Set<String> LISTS = Set.of("mine", "unassigned", "latest");
    private static final String[] MEMBERS = Stream.concat(
                    Stream.of("id", "kind", "width", "title", Widget.CHART), Widget.DETAILS.stream())
            .toArray(String[]::new);

    private DashboardInput() {}

    static Content read(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "name", "audience", "role", "widgets");
        String name = input.requiredLine("name", LONGEST_NAME);
        Optional<Audience> audience = input.required("audience", input.word("audience", Audience.words()))
                .map(Audience::of);
        Optional<String> role = input.line("role", LONGEST_NAME);
        boolean forRole = audience.filter(Audience.ROLE::equals).isPresent();
        if (forRole) {
            input.required("role", role);
        } else if (role.isPresent()) {
            input.wrong("role", "Anges bara när översikten är för en roll.", "Is given for the audience role only.");
        }
        List<Widget> widgets = widgets(input);
        input.check();
        return new Content(name, audience.orElseThrow(), role, widgets);
    }

    /** The dashboard that somebody chose to begin with; empty for none. */
    static Optional<String> home(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "id");
        if (!input.has("id")) {
            input.missing("id");
        }
        Optional<String> id = input.line("id", LONGEST_NAME);
        input.check();
        return id;
    }

    private static List<Widget> widgets(Input input) {
        if (!input.has("widgets")) {
            input.missing("widgets");
        }
        var ids = new HashSet<String>();
        var widgets = new ArrayList<Widget>();
        for (Input one : input.objects("widgets", MOST_WIDGETS, MEMBERS)) {
            String id = one.requiredLine("id", LONGEST_WIDGET_ID);
            if (!WIDGET_ID.matcher(id).matches()) {
                one.wrong(
                        "id",
                        "Får bara ha bokstäver, siffror och bindestreck.",
                        "May have letters, digits and hyphens only.");
            } else if (!id.isEmpty() && !ids.add(id)) {
                one.wrong("id", "Finns redan på översikten.", "Is on the dashboard already.");
            }
            widget(one, id).ifPresent(widgets::add);
        }
        return List.copyOf(widgets);
    }

    private static Optional<Widget> widget(Input input, String id) {
        Optional<String> width = input.required("width", input.word("width", Widget.WIDTHS));
        Optional<String> title = input.line("title", Charts.LONGEST_TITLE);
        Optional<Input> chart = input.part(Widget.CHART, "title", "shape", "query");
        Map<String, String> details = details(input);
        Optional<Kind> kind =
                input.required("kind", input.word("kind", Kind.words())).map(Kind::of);
        kind.ifPresent(of -> checkMembers(input, of, chart.isPresent(), details));
        Optional<Chart> drawn = chart.flatMap(Charts::read);
        return width.flatMap(wide -> kind.map(of -> new Widget(id, of, wide, title, drawn, details)));
    }

    private static Map<String, String> details(Input input) {
        Map<String, String> details = new LinkedHashMap<>();
        for (String detail : Widget.DETAILS) {
            Optional<String> value =
                    switch (detail) {
                        case "which" -> input.word(detail, LISTS);
                        case Widget.TEXT -> input.lines(detail, LONGEST_TEXT);
                        default -> input.line(detail, LONGEST_NAME);
                    };
            value.ifPresent(given -> details.put(detail, given));
        }
        return details;
    }

    private static void checkMembers(Input input, Kind kind, boolean hasChart, Map<String, String> details) {
        Stream.concat(Stream.of(Widget.CHART), Widget.DETAILS.stream()).forEach(member -> {
            boolean given = member.equals(Widget.CHART) ? hasChart : details.containsKey(member);
            if (kind.needs(member) && !given) {
                input.required(member, Optional.empty());
            } else if (!kind.allows(member) && input.has(member)) {
                input.wrong(
                        member,
                        "Hör inte till en widget av slaget " + kind.word() + ".",
                        "Does not belong to a widget of the kind " + kind.word() + ".");
            }
        });
    }
}
