package de.hexapolis.delivery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes what it gets, or refuses it where it is told to. Thread-safe. */
final class SmtpServer implements AutoCloseable {
    final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile String answerToData = "250 taken";

    record Mail(String to, List<String> lines) {
        String header(String name) {
            StringBuilder value = new StringBuilder();
            boolean within = false;
            for (String line : lines.subList(0, lines.indexOf(""))) {
                within = line.startsWith(" ") ? within : line.startsWith(name + ":");
                if (within) {
                    value.append(line.startsWith(" ") ? line : line.substring(name.length() + 1));
                }
            }
            return value.toString().strip();
        }

        String text() {
            return String.join("\n", lines.subList(lines.indexOf("") + 1, lines.size()));
        }
    }

    SmtpServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread thread = new Thread(this::accept, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void answersToMails(String answer) {
        answerToData = answer;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "smtp-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                // the loop ends
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            talk(
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
                    new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            // the client has what it wanted, or not
        }
    }

    private void talk(BufferedReader in, BufferedWriter out) throws IOException {
        String to = "";
        say(out, "220 test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                say(out, "250-test\r\n250 8BITMIME");
            } else if (command.startsWith("RCPT TO")) {
                to = line.replaceAll(".*<(.*)>.*", "$1");
                say(out, "250 ok");
            } else if (command.startsWith("DATA")) {
                say(out, "354 go on");
                List<String> lines = new ArrayList<>();
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    lines.add(text);
                }
                if (answerToData.startsWith("250")) {
                    mails.add(new Mail(to, lines));
                }
                say(out, answerToData);
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(BufferedWriter out, String text) throws IOException {
        out.write(text + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
