package org.walletcounter.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The messages taken, in a file to which lines are only added; each is on the disk before the sender gets an answer. A
 * line is number, moment, sender, phone, parts and the text in Base64, with tabs between; a torn last line is dropped.
 */
final class SmsBook implements AutoCloseable {

    private static final int FIELDS = 6;

    private final List<Sms> messages;
    private final FileChannel file;
    private final Clock clock;

    private SmsBook(List<Sms> messages, FileChannel file, Clock clock) {
        this.messages = messages;
        this.file = file;
        this.clock = clock;
    }

    static SmsBook open(Path path, Clock clock) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<Sms> messages = new ArrayList<>();
        long whole = 0;
        if (Files.exists(path)) {
            String text = Files.readString(path);
            int end = text.lastIndexOf('\n') + 1;
            whole = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            text.substring(0, end).lines().map(SmsBook::read).forEach(messages::add);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(whole);
        file.position(whole);
        return new SmsBook(messages, file, clock);
    }

    /** Writes a message down for good. */
    synchronized Sms take(String from, String phone, String text, int parts) {
        Sms sms = new Sms(messages.size() + 1L, clock.instant(), from, phone, text, parts);
        ByteBuffer line = ByteBuffer.wrap(line(sms).getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException("The sandbox cannot write its book.", full);
        }
        messages.add(sms);
        return sms;
    }

    /** The messages to a phone, or to all for an empty one; newest first. */
    synchronized List<Sms> newest(String phone, int most) {
        String wanted = digits(phone);
        List<Sms> found = new ArrayList<>();
        for (int i = messages.size() - 1; i >= 0 && found.size() < most; i--) {
            if (wanted.isEmpty() || digits(messages.get(i).phone()).equals(wanted)) {
                found.add(messages.get(i));
            }
        }
        return found;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    private static String line(Sms sms) {
        String text = Base64.getEncoder().encodeToString(sms.text().getBytes(StandardCharsets.UTF_8));
        return String.join(
                        "\t",
                        Long.toString(sms.number()),
                        sms.at().toString(),
                        sms.from(),
                        sms.phone(),
                        Integer.toString(sms.parts()),
                        text)
                + "\n";
    }

    private static Sms read(String line) {
        String[] fields = line.split("\t", FIELDS);
        return new Sms(
                Long.parseLong(fields[0]),
                Instant.parse(fields[1]),
                fields[2],
                fields[3],
                new String(Base64.getDecoder().decode(fields[5]), StandardCharsets.UTF_8),
                Integer.parseInt(fields[4]));
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
