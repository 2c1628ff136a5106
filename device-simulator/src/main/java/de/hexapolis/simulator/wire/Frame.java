package de.hexapolis.simulator.wire;

import java.io.ByteArrayOutputStream;

/** The bytes that a device sends by radio, written from left to right, big end first. One thread. */
final class Frame {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A frame of which the layout is not known here: the network server then shows the object alone. */
    static byte[] none() {
        return new byte[0];
    }

    Frame u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    Frame u16(double value) {
        int whole = (int) Math.round(value);
        return u8(whole >> 8, whole);
    }

    Frame u16LittleEnd(double value) {
        int whole = (int) Math.round(value);
        return u8(whole, whole >> 8);
    }

    Frame s32(double value) {
        int whole = (int) Math.round(value);
        return u16(whole >> 16).u16(whole & 0xffff);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
