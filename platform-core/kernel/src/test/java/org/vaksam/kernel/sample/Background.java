package org.vaksam.kernel.sample;

/** Work that may run only while its revision is live. */
public final class Background implements Runnable {
    @Override
    public void run() {}
}
