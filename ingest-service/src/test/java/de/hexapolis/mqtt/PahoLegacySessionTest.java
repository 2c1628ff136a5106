package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;

class PahoLegacySessionTest extends MqttSessionContract {
    @Override
    boolean isLegacy() {
        return true;
    }

    @Override
    MqttSession session(Source source) throws SessionRefused {
        return new PahoLegacySession(source);
    }
}
