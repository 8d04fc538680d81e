package org.vaksam.insight.signal.dismiss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.PersonSearch;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.records.RecordVisibility;

/** A person in the reasons why signals were put aside, also long ago, or as who did: the dismissal stays, the person goes. */
@Component
public final class PersonInDismissals implements PersonalData {
    private static final Text AREA = new Text("Avfärdade signaler", "Dismissed signals");

    private final DismissalTable table;
    private final Access access;

    @Activate
    public PersonInDismissals(@Reference DismissalTable table, @Reference Access access) {
        this.table = table;
        this.access = access;
    }

    @Override
    public String name() {
        return "dismissals";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        return new PersonSearch<Dismissal>(
                        after -> table.page(after, PersonSearch.PAGE),
                        Dismissal::id,
                        dismissal -> found(person, dismissal),
                        dismissal -> isSeen(access.caller(), dismissal),
                        PersonInDismissals::place)
                .find();
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return table.find(id)
                .filter(dismissal -> isSeen(access.caller(), dismissal))
                .map(dismissal -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                    copy.put("signal", dismissal.key());
                    copy.put("kind", dismissal.kind().id());
                    copy.put("type", dismissal.type());
                    copy.put("reason", dismissal.reason());
                    copy.put("at", dismissal.at().toString());
                    copy.put("until", dismissal.until().toString());
                    copy.put("foundIn", found(person, dismissal));
                    return copy;
                })
                .orElse(Map.of());
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        Optional<Dismissal> there =
                table.find(id).filter(dismissal -> !found(person, dismissal).isEmpty());
        if (there.isEmpty()) {
            return Outcome.GONE;
        }
        Dismissal before = there.get();
        Dismissal rest = before.saying(
                person.removedFrom(before.reason()), before.by().filter(account -> !person.hasAccount(account)));
        return version(before).equals(version) && table.replace(before, rest) ? Outcome.ERASED : Outcome.CHANGED;
    }

    /** Somebody's own, and those of records of a type of which all may be read: then the signal is seen too. */
    private static boolean isSeen(Caller caller, Dismissal dismissal) {
        boolean own = caller.account().isPresent() && caller.account().equals(dismissal.by());
        return own || RecordVisibility.of(caller, dismissal.type()).read().everywhere();
    }

    private static List<String> found(Person person, Dismissal dismissal) {
        var found = new ArrayList<String>();
        if (person.isIn(dismissal.reason())) {
            found.add("reason");
        }
        if (dismissal.by().filter(person::hasAccount).isPresent()) {
            found.add("dismissedBy");
        }
        return found;
    }

    private static PersonPlace place(Dismissal dismissal, List<String> found) {
        return new PersonPlace(
                dismissal.id(),
                version(dismissal),
                Optional.empty(),
                AREA,
                dismissal.key(),
                dismissal.reason(),
                found,
                false,
                false,
                Optional.empty());
    }

    private static String version(Dismissal dismissal) {
        return Sha256.hex(dismissal.reason() + "\n" + dismissal.by().orElse("")).substring(0, 16);
    }
}
