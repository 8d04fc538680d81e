package org.vaksam.launcher.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaksam.launcher.rest.Platform;

/** Makes the accounts that are missing. */
final class People {
    private record Person(String username, String name, List<String> roles) {
        static Person read(String line) {
            String[] parts = line.strip().split("\\s*\\|\\s*");
            return new Person(parts[0], parts[1], Arrays.asList(parts[2].split("\\s*,\\s*")));
        }

        boolean handles() {
            return roles.contains("incidents:handler") || roles.contains("incidents:security-coordinator");
        }
    }

    private final Platform platform;
    private final List<Person> people =
            Resource.lines("people.txt").stream().map(Person::read).toList();

    People(Platform platform) {
        this.platform = platform;
    }

    /** User names of the new accounts; they all get this password. */
    List<String> ensure(String password) {
        Set<String> known = new HashSet<>();
        platform.get("/api/accounts?limit=200")
                .path("items")
                .forEach(account -> known.add(account.path("username").asText()));
        var made = new ArrayList<String>();
        for (Person person : people) {
            if (known.add(person.username())) {
                platform.post(
                        "/api/accounts",
                        Map.of(
                                "username", person.username(),
                                "name", person.name(),
                                "password", password,
                                "roles", person.roles()));
                made.add(person.username());
            }
        }
        return made;
    }

    /** User names of those who take care of reports. */
    List<String> handlers() {
        return people.stream().filter(Person::handles).map(Person::username).toList();
    }
}
