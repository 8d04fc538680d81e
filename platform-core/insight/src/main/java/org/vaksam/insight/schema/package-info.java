/** What a document of the index looks like: its fields, its dimensions, its parts of the calendar. */
@NullMarked
package org.vaksam.insight.schema;

import org.jspecify.annotations.NullMarked;
