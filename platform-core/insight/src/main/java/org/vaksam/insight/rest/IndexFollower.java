package org.vaksam.insight.rest;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.spi.journal.JournalFollower;

/** Shows the index among those who follow the journal; its position is kept in the index itself. */
@Component
public final class IndexFollower implements JournalFollower {
    private final IndexHome index;

    @Activate
    public IndexFollower(@Reference IndexHome index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "search-index";
    }

    @Override
    public Text title() {
        return new Text("Sökindexet", "The search index");
    }

    @Override
    public State state() {
        return index.follower();
    }

    @Override
    public void resume() {
        index.resume();
    }
}
