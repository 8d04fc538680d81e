package org.vaksam.casework.talk;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.spi.mail.Mailer;

/** A mail server that takes letters, is down, refuses them, or takes them and breaks off. */
final class FakeMailer implements Mailer {
    /** How it is. */
    enum Mood {
        WELL,
        DOWN,
        REFUSING,
        BREAKING_OFF
    }

    final List<Letter> taken = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.WELL;
    volatile Optional<URI> platform = Optional.of(URI.create("https://vaksam.example.se"));
    volatile int asked;

    @Override
    public Optional<URI> platform() {
        return platform;
    }

    @Override
    public void send(Letter letter) throws IOException {
        asked++;
        switch (mood) {
            case WELL -> taken.add(letter);
            case DOWN -> throw new IOException("Connection refused");
            case REFUSING -> throw new Refused("No such mailbox", new IOException("550"));
            case BREAKING_OFF -> {
                taken.add(letter);
                throw new Error("killed");
            }
        }
    }
}
