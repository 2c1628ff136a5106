package de.hexapolis.mqtt;

/** Lets tests of other packages publish as the service does. */
public final class Publishers {
    private Publishers() {}

    /** @param broker {@code tcp://host:port} */
    public static RetainedPublisher at(String broker) {
        return new PahoPublisher(Sources.at(broker, false, 10));
    }
}
