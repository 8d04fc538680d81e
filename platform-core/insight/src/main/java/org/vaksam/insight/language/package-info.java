/** The language in which people type what they look for: its grammar, without what the words in it mean. */
@NullMarked
package org.vaksam.insight.language;

import org.jspecify.annotations.NullMarked;
