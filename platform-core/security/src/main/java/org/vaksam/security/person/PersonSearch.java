package org.vaksam.security.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.api.text.Text;
import org.vaksam.security.person.Findings.Part;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.privacy.PersonalData.Found;

/** Asks all who know something of people, and says who could not be asked. */
@Component(service = PersonSearch.class)
public final class PersonSearch {
    /** Those of the platform; without one of them an answer is not complete. */
    private static final Set<String> EXPECTED = Set.of("accounts", "assets", "journal", "records");

    private static final Text KEPT =
            new Text("Det den handlar om ska bevaras enligt beslut.", "What it is about is under a legal hold.");

    private final List<PersonalData> sources = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PersonalData source) {
        sources.add(source);
    }

    /** Called when a source leaves. */
    public void remove(PersonalData source) {
        sources.remove(source);
    }

    Optional<PersonalData> source(String name) {
        return sources.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whether what is said of this subject must be kept. */
    boolean keeps(String subject) {
        return sources.stream().anyMatch(source -> source.keeps(subject));
    }

    Findings find(Person person) {
        Map<PersonalData, Found> found = new LinkedHashMap<>();
        sources.stream()
                .sorted(Comparator.comparing(PersonalData::name))
                .forEach(source -> found.put(source, source.find(person)));
        Set<String> known = new HashSet<>();
        found.values().forEach(each -> {
            known.addAll(each.hidden());
            each.places().forEach(place -> known.add(place.id()));
        });
        var parts = new ArrayList<Part>();
        found.forEach((source, each) -> parts.add(new Part(source, places(each, known), each)));
        Set<String> missing = new HashSet<>(EXPECTED);
        found.keySet().forEach(source -> missing.remove(source.name()));
        return new Findings(List.copyOf(parts), missing.stream().sorted().toList());
    }

    private List<PersonPlace> places(Found found, Set<String> known) {
        return found.places().stream()
                .filter(place -> place.about().filter(known::contains).isEmpty())
                .map(this::kept)
                .toList();
    }

    private PersonPlace kept(PersonPlace place) {
        return place.kept().isEmpty() && place.about().filter(this::keeps).isPresent() ? place.keptFor(KEPT) : place;
    }
}
