package org.walletcounter.members.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this installation: those that wrap the members' keys, by number, and the one of the search index. They live
 * in one file of properties: {@code current} names the wrapping key for new members, {@code key.1}, {@code key.2} … are
 * the wrapping keys, {@code index} is the search key; each is 32 random bytes in Base64. A new wrapping key is added and
 * made current; the old ones stay for what they have wrapped.
 */
record InstallationKeys(int current, Map<Integer, SecretKey> wrapping, SecretKey index) {

    private static final int LENGTH = 32;

    InstallationKeys {
        if (!wrapping.containsKey(current)) {
            throw new IllegalArgumentException("its current key " + current + " is missing");
        }
    }

    /** The key with this number. */
    SecretKey wrappingKey(int number) {
        SecretKey key = wrapping.get(number);
        if (key == null) {
            throw MembersLog.LOG.keyUnknown(number, number);
        }
        return key;
    }

    /**
     * Reads the file, or makes it first if it may.
     *
     * @param inUse whether something is sealed under this installation's keys already, which new ones would not open
     */
    static InstallationKeys load(Path file, boolean create, BooleanSupplier inUse) {
        try {
            if (create && Files.notExists(file)) {
                if (inUse.getAsBoolean()) {
                    throw MembersLog.LOG.keyFileGone(file.toString());
                }
                make(file);
            }
            if (Files.notExists(file)) {
                throw MembersLog.LOG.noKeyFile();
            }
            warnIfOpen(file);
            InstallationKeys keys = read(file);
            MembersLog.LOG.keyInUse(keys.current, file.toString());
            return keys;
        } catch (IOException | IllegalArgumentException unusable) {
            throw MembersLog.LOG.keyFileUnusable(file.toString(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static InstallationKeys read(Path file) throws IOException {
        Properties text = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            text.load(in);
        }
        Map<Integer, SecretKey> wrapping = new HashMap<>();
        for (String name : text.stringPropertyNames()) {
            if (name.startsWith("key.")) {
                wrapping.put(Integer.valueOf(name.substring("key.".length())), key(text, name, "AES"));
            }
        }
        int current = Integer.parseInt(text.getProperty("current", "1").strip());
        return new InstallationKeys(current, Map.copyOf(wrapping), key(text, "index", "HmacSHA256"));
    }

    private static SecretKey key(Properties text, String name, String algorithm) {
        byte[] bytes = Base64.getDecoder().decode(text.getProperty(name, "").strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(name + " is not 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    /** Two nodes may start at once: the second finds the file of the first. */
    private static void make(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Properties text = new Properties();
        text.setProperty("current", "1");
        text.setProperty("key.1", fresh(random));
        text.setProperty("index", fresh(random));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path draft = Files.createTempFile(folder, "keys", ".new", ownerOnly(file));
        try (OutputStream out = Files.newOutputStream(draft)) {
            text.store(out, "Wallet Counter: the installation key. Secret; back it up apart from the database.");
        }
        try {
            Files.createLink(file, draft);
            MembersLog.LOG.keyFileMade(file.toString());
        } catch (FileAlreadyExistsException madeByAnother) {
            warnIfOpen(file);
        } finally {
            Files.delete(draft);
        }
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static void warnIfOpen(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            rights.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (!rights.isEmpty()) {
                MembersLog.LOG.keyFileOpen(file.toString());
            }
        }
    }
}
