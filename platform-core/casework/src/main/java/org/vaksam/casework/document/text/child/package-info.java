/** Runs in a process of its own, which may fail, hang or run out of memory: takes the text out of one file. */
@NullMarked
package org.vaksam.casework.document.text.child;

import org.jspecify.annotations.NullMarked;
