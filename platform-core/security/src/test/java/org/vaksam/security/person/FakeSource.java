package org.vaksam.security.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A few texts by id; may be out of order, and may keep something. */
final class FakeSource implements PersonalData {
    final Map<String, String> texts = new TreeMap<>();
    Optional<String> kept = Optional.empty();
    Set<String> hidden = Set.of();
    boolean broken;

    private final String name;
    private final boolean tellsOfOthers;

    FakeSource(String name, boolean tellsOfOthers) {
        this.name = name;
        this.tellsOfOthers = tellsOfOthers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text title() {
        return Text.same(name);
    }

    @Override
    public Found find(Person person) {
        List<PersonPlace> places = texts.entrySet().stream()
                .filter(entry -> person.isIn(entry.getValue()))
                .map(entry -> place(entry.getKey(), entry.getValue()))
                .toList();
        return new Found(places, hidden, false);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return Map.of("text", texts.getOrDefault(id, ""));
    }

    @Override
    public boolean keeps(String subject) {
        return kept.filter(subject::equals).isPresent();
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        if (broken) {
            throw new IllegalStateException("out of order");
        }
        String text = texts.get(id);
        if (text == null || !version.equals(Integer.toString(text.length()))) {
            return text == null ? Outcome.GONE : Outcome.CHANGED;
        }
        texts.put(id, person.removedFrom(text));
        return Outcome.ERASED;
    }

    private PersonPlace place(String id, String text) {
        Optional<String> about = tellsOfOthers ? Optional.of(id.substring(id.indexOf('/') + 1)) : Optional.empty();
        return new PersonPlace(
                id,
                Integer.toString(text.length()),
                about,
                title(),
                id,
                text,
                List.of("text"),
                false,
                false,
                Optional.empty());
    }
}
