package org.vaksam.casework.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An element of a page, or text. Whatever is put in as text or attribute is escaped; there is no other way in. */
public final class Html {
    private static final Set<String> VOID = Set.of("br", "input", "link", "meta", "hr");

    private final String tag;
    private final StringBuilder attributes = new StringBuilder();
    private final List<String> content = new ArrayList<>();

    private Html(String tag) {
        this.tag = tag;
    }

    public static Html of(String tag) {
        return new Html(tag);
    }

    /** An element that holds nothing but these words. */
    public static Html of(String tag, String words) {
        return new Html(tag).text(words);
    }

    public Html attr(String name, String value) {
        attributes.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    /** An attribute that is there or not. */
    public Html flag(String name, boolean on) {
        if (on) {
            attributes.append(' ').append(name);
        }
        return this;
    }

    public Html kind(String name) {
        return attr("class", name);
    }

    public Html text(String words) {
        content.add(escape(words));
        return this;
    }

    /** Words with line breaks where the writer put them. */
    public Html lines(String words) {
        content.add(escape(words).replace("\n", "<br>"));
        return this;
    }

    public Html add(Html... children) {
        return add(List.of(children));
    }

    public Html add(List<Html> children) {
        children.forEach(child -> content.add(child.toString()));
        return this;
    }

    public Html add(Optional<Html> child) {
        child.ifPresent(one -> content.add(one.toString()));
        return this;
    }

    private static String escape(String words) {
        var safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        String open = "<" + tag + attributes + ">";
        return VOID.contains(tag) ? open : open + String.join("", content) + "</" + tag + ">";
    }
}
