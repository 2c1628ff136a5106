package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;

class PahoSessionTest extends MqttSessionContract {
    @Override
    boolean isLegacy() {
        return false;
    }

    @Override
    MqttSession session(Source source) throws SessionRefused {
        return new PahoSession(source);
    }
}
