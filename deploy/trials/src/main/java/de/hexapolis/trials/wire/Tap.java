package de.hexapolis.trials.wire;

/** Sees the bytes of one connection before they are passed on; holds them up as long as it does not return. */
public interface Tap {
    /** From the one who connected. One thread calls it. */
    void fromClient(byte[] bytes, int length);

    /** To the one who connected. One thread calls it, not the same. */
    void fromServer(byte[] bytes, int length);

    /** Looks at nothing. */
    Tap NONE = new Tap() {
        @Override
        public void fromClient(byte[] bytes, int length) {}

        @Override
        public void fromServer(byte[] bytes, int length) {}
    };
}
