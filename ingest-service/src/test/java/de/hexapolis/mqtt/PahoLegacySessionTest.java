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

    @Override
    void takeApart(MqttSession session) throws Exception {
        ((PahoLegacySession) session).client.disconnectForcibly(0, 0, false);
        ((PahoLegacySession) session).client.close(true);
    }
}
