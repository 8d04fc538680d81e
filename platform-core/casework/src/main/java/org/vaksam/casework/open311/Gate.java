package org.vaksam.casework.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.report.PublicSettings;

/** Who may come in, how often, and for which place; refuses the others as GeoReport does. */
@Component(service = Gate.class)
public final class Gate {
    private final PublicSettings settings;
    private final Doorkeeper doorkeeper;

    @Activate
    public Gate(@Reference PublicSettings settings, @Reference Doorkeeper doorkeeper) {
        this.settings = settings;
        this.doorkeeper = doorkeeper;
    }

    /** Lets a reader in. */
    void reading(Asked asked) {
        doorkeeper.looking(asked.request());
        open();
    }

    /** Lets a reader in who asks about this place. */
    FormBody readingHere(Asked asked) {
        reading(asked);
        FormBody parameters = asked.parameters();
        here(parameters);
        return parameters;
    }

    /** Lets somebody send this form: a system by its key, whose name is returned, or anybody where no keys are asked for. */
    Optional<String> sending(Asked asked, FormBody form) {
        open();
        FormBody parameters = asked.parameters();
        Optional<String> system = admitted(asked, form.has("api_key") ? form : parameters);
        here(form.has("jurisdiction_id") ? form : parameters);
        return system;
    }

    private Optional<String> admitted(Asked asked, FormBody sent) {
        if (!settings.asksForKey()) {
            doorkeeper.sending(asked.request());
            return Optional.empty();
        }
        doorkeeper.guessing(asked.request());
        Optional<String> system = settings.keys().entrySet().stream()
                .filter(key -> same(key.getKey(), sent.get("api_key")))
                .map(Map.Entry::getValue)
                .findFirst();
        doorkeeper.sending(system.orElseThrow(Errors::wrongKey));
        doorkeeper.right(asked.request());
        return system;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void open() {
        if (!settings.isOpen311()) {
            throw Errors.notFound("Open311");
        }
    }

    private void here(FormBody parameters) {
        String asked = parameters.get("jurisdiction_id");
        if (!asked.isEmpty()
                && settings.jurisdiction().filter(own -> !own.equals(asked)).isPresent()) {
            throw Errors.notFound("jurisdiction_id");
        }
    }
}
