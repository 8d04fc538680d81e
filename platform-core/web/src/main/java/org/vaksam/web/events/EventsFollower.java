package org.vaksam.web.events;

import org.vaksam.api.text.Text;
import org.vaksam.spi.journal.JournalFollower;

/** Shows live events among those who follow the journal; each client keeps its own position, the id of its last event. */
record EventsFollower(EventPump pump) implements JournalFollower {
    @Override
    public String name() {
        return "live-events";
    }

    @Override
    public Text title() {
        return new Text("Livehändelserna", "Live events");
    }

    @Override
    public State state() {
        return pump.state();
    }

    @Override
    public void resume() {
        pump.wake();
    }
}
