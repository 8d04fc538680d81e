package org.vaksam.records.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vaksam.records.release.Line.Part;

/** Takes what is masked out of the lines: what stays holds none of it. */
final class Masking {
    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}]+";

    private record Words(Pattern pattern, String ground) {}

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Words> words = new ArrayList<>();

    Masking(List<Mask> masks) {
        for (Mask mask : masks) {
            if (mask.text().isEmpty()) {
                whole.putIfAbsent(mask.field(), mask.ground());
            } else {
                words.add(new Words(pattern(mask.text()), mask.ground()));
            }
        }
    }

    /** Whether the words stand somewhere in these lines. */
    static boolean occurs(String text, List<Line> lines) {
        Pattern pattern = pattern(text);
        return lines.stream().flatMap(line -> line.parts().stream()).anyMatch(part -> pattern.matcher(part.text())
                .find());
    }

    List<Line> apply(List<Line> lines) {
        return lines.stream().map(this::apply).toList();
    }

    private Line apply(Line line) {
        String ground = whole.get(line.field());
        if (ground != null) {
            return new Line(line.field(), line.label(), List.of(Part.masked(ground)));
        }
        var parts = new ArrayList<Part>();
        line.parts().forEach(part -> parts.addAll(split(part)));
        return new Line(line.field(), line.label(), parts);
    }

    private List<Part> split(Part part) {
        String text = part.text();
        var masked = new BitSet(text.length());
        Map<Integer, TreeSet<String>> grounds = new LinkedHashMap<>();
        for (Words each : words) {
            Matcher matcher = each.pattern().matcher(text);
            while (matcher.find()) {
                masked.set(matcher.start(), matcher.end());
                grounds.computeIfAbsent(matcher.start(), start -> new TreeSet<>())
                        .add(each.ground());
            }
        }
        var parts = new ArrayList<Part>();
        int from = 0;
        while (from < text.length()) {
            boolean hidden = masked.get(from);
            int next = hidden ? masked.nextClearBit(from) : masked.nextSetBit(from);
            int to = next < 0 ? text.length() : next;
            parts.add(hidden ? Part.masked(between(grounds, from, to)) : Part.shown(text.substring(from, to)));
            from = to;
        }
        return masked.isEmpty() ? List.of(part) : parts;
    }

    private static String between(Map<Integer, TreeSet<String>> grounds, int from, int to) {
        return grounds.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The words in whatever case and however they are spaced. */
    private static Pattern pattern(String text) {
        String expression =
                Arrays.stream(text.strip().split(SPACE)).map(Pattern::quote).collect(Collectors.joining(SPACE));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What is masked in the lines, each line and provision once. */
    static List<Masked> told(List<Line> lines) {
        var told = new ArrayList<Masked>();
        for (Line line : lines) {
            Map<String, Long> counts = line.parts().stream()
                    .filter(Part::isMasked)
                    .collect(Collectors.groupingBy(Part::ground, LinkedHashMap::new, Collectors.counting()));
            counts.forEach((ground, count) ->
                    told.add(new Masked(line.field(), line.label(), ground, line.isMasked(), count.intValue())));
        }
        return told;
    }
}
