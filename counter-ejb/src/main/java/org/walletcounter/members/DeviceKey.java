package org.walletcounter.members;

/**
 * What a phone keeps to make payment codes without a network. Shown once, to that phone.
 *
 * @param number the device's public number, part of each code
 * @param secret 20 random bytes in Base64
 * @param stepSeconds how long a code lasts
 * @param prefix the two digits every code of ours begins with
 */
public record DeviceKey(long number, String secret, int stepSeconds, String prefix) {}
