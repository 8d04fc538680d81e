package org.vaksam.security.person;

import java.util.ArrayList;
import java.util.List;
import org.vaksam.security.access.Secrets;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.privacy.PersonalData.Found;

/**
 * Where a person is named.
 *
 * @param missing names of sources that could not be asked
 */
record Findings(List<Part> parts, List<String> missing) {
    /** What one source has, without what goes with something in another one. */
    record Part(PersonalData source, List<PersonPlace> places, Found found) {}

    int size() {
        return parts.stream().mapToInt(part -> part.places().size()).sum();
    }

    /** Stands for exactly these places as they are. */
    String hash() {
        var lines = new ArrayList<String>();
        for (Part part : parts) {
            for (PersonPlace place : part.places()) {
                lines.add(part.source().name() + " " + place.id() + " " + place.version() + " " + place.found() + " "
                        + place.kept().isPresent());
            }
        }
        return Secrets.fingerprint(String.join("\n", lines));
    }
}
