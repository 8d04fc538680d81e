package org.vaksam.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of a module. */
@Entity
public class Alarm {
    @Id
    private String id = "";

    private String words = "";

    protected Alarm() {}

    public Alarm(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getId() {
        return id;
    }
}
