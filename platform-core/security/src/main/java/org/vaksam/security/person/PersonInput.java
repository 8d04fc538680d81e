package org.vaksam.security.person;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.SecretBox;
import org.vaksam.security.account.AccountDirectory;
import org.vaksam.security.input.Input;
import org.vaksam.spi.privacy.Person;

/** Who is meant: read from a request, and known again in the journal by those alone who know whom to ask for. */
@Component(service = PersonInput.class)
public final class PersonInput {
    static final String ACCOUNT = "account";
    static final String WORDS = "words";

    private static final int MOST_WORDS = 10;
    private static final int LONGEST = 200;
    private static final int SHORTEST = 3;

    private final AccountDirectory directory;
    private final SecretBox secrets;

    @Activate
    public PersonInput(@Reference AccountDirectory directory, @Reference SecretBox secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    /** From a body that says nothing else. */
    Person read(@Nullable Map<String, @Nullable Object> body) {
        return read(Input.of(body, ACCOUNT, WORDS));
    }

    Person read(Input input) {
        Optional<String> named = input.optionalLine(ACCOUNT, LONGEST).filter(text -> !text.isEmpty());
        Set<String> words = new TreeSet<>();
        input.words(WORDS, MOST_WORDS, LONGEST)
                .orElse(Set.of())
                .forEach(word -> words.add(word.strip().replaceAll("\\s+", " ")));
        Optional<String> account = named.flatMap(directory::find).map(found -> found.id());
        if (named.isPresent() && account.isEmpty()) {
            input.wrong(ACCOUNT, new Text("Kontot finns inte.", "There is no such account."));
        }
        if (words.stream()
                .anyMatch(word -> word.replaceAll("[^\\p{L}\\p{N}]", "").length() < SHORTEST)) {
            input.wrong(
                    WORDS,
                    new Text(
                            "Minst " + SHORTEST + " bokstäver eller siffror i varje.",
                            "At least " + SHORTEST + " letters or digits in each."));
        }
        if (account.isEmpty() && words.isEmpty()) {
            input.wrong(WORDS, new Text("Ange vem det gäller.", "Say who it is."));
        }
        input.check();
        return new Person(account, List.copyOf(words));
    }

    String fingerprint(Person person) {
        return secrets.fingerprint(person.account().orElse("") + "\n"
                + person.words().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
