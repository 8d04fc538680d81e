/** Swedish and English words: analysis, compounds, and what a person types. */
@NullMarked
package org.vaksam.insight.text;

import org.jspecify.annotations.NullMarked;
