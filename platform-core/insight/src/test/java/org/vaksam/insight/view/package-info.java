/** Tests of saved views. */
@NullMarked
package org.vaksam.insight.view;

import org.jspecify.annotations.NullMarked;
