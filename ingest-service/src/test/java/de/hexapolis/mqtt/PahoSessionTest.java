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

    @Override
    void takeApart(MqttSession session) throws Exception {
        ((PahoSession) session).client.disconnectForcibly(0, 0, false);
        ((PahoSession) session).client.close(true);
    }
}
