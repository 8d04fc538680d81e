package org.vaksam.spi.privacy;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * A place where a person is named.
 *
 * @param id      of it, once in its source
 * @param version stands for what was found; another one is not erased
 * @param about   id of the thing it tells of, when that is another one: it goes and stays with that
 * @param area    what kind of thing it is
 * @param label   its number or name, without the person as far as possible: it stays in the protocol
 * @param title   what people call it
 * @param found   where in it: names of fields
 * @param dormant its module is missing
 * @param secret  it is restricted, or some of it is secret
 * @param kept    why it is not erased; empty for what can be
 */
public record PersonPlace(
        String id,
        String version,
        Optional<String> about,
        Text area,
        String label,
        String title,
        List<String> found,
        boolean dormant,
        boolean secret,
        Optional<Text> kept) {
    /** The same place, which stays for this reason. */
    public PersonPlace keptFor(Text reason) {
        return new PersonPlace(id, version, about, area, label, title, found, dormant, secret, Optional.of(reason));
    }
}
