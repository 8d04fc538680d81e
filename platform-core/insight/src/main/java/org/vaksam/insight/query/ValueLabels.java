package org.vaksam.insight.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;

/** What people call the keys of dimensions. */
public interface ValueLabels {
    /** Labels of these keys in the order of the keys. */
    Map<String, Text> of(Dimension dimension, Collection<String> keys, List<String> types);

    /** Labels of all keys that the platform or a definition names; none for what people name, such as units. */
    Map<String, Text> defined(Dimension dimension, List<String> types);
}
