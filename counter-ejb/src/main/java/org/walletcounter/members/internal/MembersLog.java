package org.walletcounter.members.internal;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jspecify.annotations.Nullable;

/** What the members module tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 3000, max = 3999)
interface MembersLog {

    MembersLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MembersLog.class, "org.walletcounter.members");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3000, value = "Personal data is sealed under installation key %d of %s.")
    void keyInUse(int key, String file);

    @Message(
            id = 3001,
            value =
                    "There is no installation key, so personal data can neither be sealed nor read; the application does not"
                            + " start. Set counter.members.key-file to the key file of this installation; for the very first"
                            + " start set counter.members.key-file.create=true as well, then back the new file up.")
    IllegalStateException noKeyFile();

    @Message(
            id = 3002,
            value =
                    "The installation key file %s cannot be used (%s); the application does not start. Put the file back"
                            + " from the back-up: without it no name and no phone number can be read.")
    IllegalStateException keyFileUnusable(String file, String why, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3003,
            value =
                    "Made a new installation key file, %s. Everything personal is sealed under it: back it up, apart from"
                            + " the database.")
    void keyFileMade(String file);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3004,
            value =
                    "The installation key file %s can be read by others than its owner. Take their rights away (chmod 600).")
    void keyFileOpen(String file);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3005,
            value =
                    "Too many wrong payment codes from or against %s within a minute. Further codes are refused until the"
                            + " minute is over. If it goes on, look at that till or phone.")
    void guessing(String subject);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 3006, value = "Swept away %d ended sessions, old sign-in codes and old attempts.")
    void swept(int rows);

    @Message(
            id = 3007,
            value =
                    "Sealed data at %s cannot be opened: it was changed, moved, or its key is gone. Compare with a back-up; if the"
                            + " key file was exchanged, put the old one back.")
    IllegalStateException sealBroken(String place, @Cause @Nullable Throwable cause);

    @Message(
            id = 3008,
            value =
                    "Personal data is sealed under installation key %d, which is not in the key file. Put the old key back as"
                            + " key.%d beside the new one.")
    IllegalStateException keyUnknown(int key, int same);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 3009,
            value = "%d payment codes could not be read from the database. Their tills were told to repeat. Check that"
                    + " PostgreSQL runs and has connections left.")
    void notRecognised(int codes, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 3010, value = "Announced %d birthdays of merchant %s.")
    void birthdays(int members, UUID merchant);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 3011,
            value =
                    "The birthdays of merchant %s could not be announced; it is tried again within a minute, and days that"
                            + " were missed are made good. Check that PostgreSQL runs and that the installation key file is whole.")
    void birthdaysNotAnnounced(UUID merchant, @Cause Throwable cause);

    @Message(
            id = 3012,
            value =
                    "The installation key file %s is not there, and a new one would not open what is sealed already; the"
                            + " application does not start. Put the file back from the back-up, or from another server of this"
                            + " installation, and take counter.members.key-file.create away: it is for the very first start.")
    IllegalStateException keyFileGone(String file);

    @Message(
            id = 3013,
            value =
                    "The members of this database do not open, or are not found, with %s of the installation key file: it is"
                            + " another one there, or missing; the application does not start. Put the file of this installation"
                            + " back: it is the same on all its servers, and keys that were current before stay in it. If it is"
                            + " that file all the same, the database is damaged: compare it with a back-up.")
    IllegalStateException keyOfAnother(String key);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3014,
            value =
                    "Member %s does not open with key.%d of the installation key file, and no other was found to try it with."
                            + " Either this member's data is damaged, or that key is another one, or missing. Compare the key file"
                            + " and this member with a back-up.")
    void oneDoesNotOpen(UUID member, int key);
}
