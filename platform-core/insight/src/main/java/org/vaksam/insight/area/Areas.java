package org.vaksam.insight.area;

/** The areas that an administrator has drawn. */
public interface Areas {
    /** As they are now. */
    AreaMap now();
}
