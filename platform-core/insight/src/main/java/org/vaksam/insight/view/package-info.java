/** Views of lists that people keep and share. */
@NullMarked
package org.vaksam.insight.view;

import org.jspecify.annotations.NullMarked;
